namespace Parley.Dossiers.Entries;

/// <summary>The highest number that an entry of each kind ever had in a report; all zero until the report is read again.</summary>
public readonly record struct NumbersGiven(int Statements, int Positions, int Meetings, int Deadlines)
{
    internal NumbersGiven AtLeast(ReportEntries entries) => new(
        Max(Statements, entries.Statements.Select(s => s.Ordinal)),
        Max(Positions, entries.Positions.Select(p => p.Ordinal)),
        Max(Meetings, entries.Meetings.Select(m => m.Ordinal)),
        Max(Deadlines, entries.Deadlines.Select(d => d.Ordinal)));

    private static int Max(int given, IEnumerable<int> ordinals) => ordinals.Append(given).Max();
}
