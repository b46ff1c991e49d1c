namespace Parley.Dossiers.Corrections;

/// <summary>Who corrects or judges, and why.</summary>
/// <param name="Seen">Number of the last correction of the entry that the analyst had before his eyes (0 for none): where another has come since, he is told instead of overwriting it. Null to write regardless.</param>
public sealed record Author(string By, string? Note = null, int? Seen = null);
