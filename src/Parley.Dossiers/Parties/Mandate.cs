namespace Parley.Dossiers.Parties;

/// <summary>A person speaks for a party in a role, from a day to a day. Set by an analyst; reports bring their own with their entries.</summary>
/// <param name="From">First day; null for always.</param>
/// <param name="To">Last day; null for still.</param>
public sealed record Mandate(int Number, int Person, int Party, string? Role, DateOnly? From, DateOnly? To)
{
    /// <summary>Taken back by an undo: kept for the history, without effect.</summary>
    public bool Withdrawn { get; init; }

    public bool Covers(int day) => !Withdrawn && (From?.DayNumber ?? 0) <= day && day <= (To?.DayNumber ?? int.MaxValue);
}
