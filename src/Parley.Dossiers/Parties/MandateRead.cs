namespace Parley.Dossiers.Parties;

/// <summary>A mandate as reports show it.</summary>
/// <param name="From">Day of the first report that names it.</param>
/// <param name="To">Day of the last.</param>
/// <param name="Set">Whether an analyst set it.</param>
public sealed record MandateRead(int Person, int Party, string? Role, DateOnly? From, DateOnly? To, bool Set);
