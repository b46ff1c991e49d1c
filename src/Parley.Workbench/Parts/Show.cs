using System.Globalization;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Exchange.Readings;
using Parley.Reading;

namespace Parley.Workbench.Parts;

/// <summary>How values are written on a page.</summary>
internal static class Show
{
    public static string Day(DateOnly? day) => day?.ToString("d MMM yyyy", CultureInfo.InvariantCulture) ?? "no date";

    public static string Iso(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    /// <summary>A date as a reading gives it: a day in full, a month or year as it stands.</summary>
    public static string Day(string? iso) =>
        DateOnly.TryParseExact(iso, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? Day(day) : iso ?? "no date";

    /// <summary>Stance and firmness in words: "against · red line".</summary>
    public static string Stand(PositionShown p) => string.Join(" · ", Words(p));

    /// <summary>A movement in words.</summary>
    public static string Moved(Movement movement) => movement switch
    {
        Movement.New => "first word",
        Movement.Same => "same line again",
        Movement.Firmer => "firmer",
        Movement.Softer => "softer",
        _ => "reversed",
    };

    /// <summary>An enumeration value in words.</summary>
    public static string Name<T>(T value) where T : struct, Enum => FieldText.Of(value).Replace('-', ' ');

    public static string Count(int n, string one, string? many = null) =>
        n == 1 ? $"1 {one}" : string.Create(CultureInfo.InvariantCulture, $"{n:N0} {many ?? one + "s"}");

    public static string Number(int n) => n.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>A weight or value, to two places.</summary>
    public static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);

    /// <summary>Entries as a query value.</summary>
    public static string Ids(IEnumerable<EntryId> ids) => string.Join(',', ids);

    private static IEnumerable<string> Words(PositionShown p)
    {
        yield return Wording.Of((Stance?)p.Stance);
        if (Wording.Of(p.Firmness) is { Length: > 0 } firmness) yield return firmness;
        if (p.Conditional) yield return "conditional";
    }
}
