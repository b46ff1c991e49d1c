using System.Globalization;

namespace Parley.Dossiers.Entries;

public enum EntryKind { Statement, Position, Meeting, Deadline }

/// <summary>The name of an entry, as screens and commands write it: <c>12/s5</c> is the fifth statement read out of report 12.</summary>
/// <param name="Report">Number of the report.</param>
/// <param name="Ordinal">Place in the first reading, from 1; kept over later ones. An entry that an analyst added carries minus the number of the correction: <c>12/p+7</c>.</param>
public readonly record struct EntryId(int Report, EntryKind Kind, int Ordinal) : IComparable<EntryId>
{
    private const string Letters = "spmd";

    public bool Added => Ordinal < 0;

    public static bool TryParse(string? text, out EntryId id)
    {
        id = default;
        var slash = text?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        if (slash < 1 || slash + 2 >= text!.Length) return false;
        var kind = Letters.IndexOf(text[slash + 1], StringComparison.Ordinal);
        var added = text[slash + 2] == '+';
        if (kind < 0
            || !int.TryParse(text.AsSpan(0, slash), NumberStyles.None, CultureInfo.InvariantCulture, out var report)
            || !int.TryParse(text.AsSpan(slash + (added ? 3 : 2)), NumberStyles.None, CultureInfo.InvariantCulture, out var ordinal)
            || ordinal == 0)
            return false;
        id = new(report, (EntryKind)kind, added ? -ordinal : ordinal);
        return true;
    }

    public int CompareTo(EntryId other) =>
        Report != other.Report ? Report.CompareTo(other.Report)
        : Kind != other.Kind ? Kind.CompareTo(other.Kind)
        : Ordinal.CompareTo(other.Ordinal);

    public static bool operator <(EntryId a, EntryId b) => a.CompareTo(b) < 0;

    public static bool operator >(EntryId a, EntryId b) => a.CompareTo(b) > 0;

    public static bool operator <=(EntryId a, EntryId b) => a.CompareTo(b) <= 0;

    public static bool operator >=(EntryId a, EntryId b) => a.CompareTo(b) >= 0;

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Report}/{Letters[(int)Kind]}{(Added ? "+" : "")}{Math.Abs(Ordinal)}");
}
