namespace Parley.Dossiers.Corrections;

public enum CorrectionKind { Confirm, Edit, Reject, Add }

/// <summary>What an analyst did to an entry, an actor or an issue. Never deleted: an undone one stays in the history.</summary>
/// <param name="Before">The fields as they stood.</param>
/// <param name="After">The fields as they should stand; for an edit only those that change.</param>
/// <param name="By">The analyst.</param>
public sealed record Correction(
    int Number, CorrectionKind Kind, Subject Subject, Fields Before, Fields After, string? Note, string By, DateTimeOffset At)
{
    public string? UndoneBy { get; init; }

    public DateTimeOffset? UndoneAt { get; init; }

    public bool Undone => UndoneAt is not null;
}
