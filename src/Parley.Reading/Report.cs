using System.Globalization;
using Parley.Language;

namespace Parley.Reading;

/// <summary>A source document: article, communiqué, transcript. Its text never changes after import; spans point into it.</summary>
public sealed record Report(string Id, SourceText Text)
{
    public string? Title { get; init; }

    public string? Outlet { get; init; }

    public string? Url { get; init; }

    /// <summary>When it was published, as given with the report; null where not given.</summary>
    public PublicationDate? Published { get; init; }
}

/// <summary>An ISO 8601 date or date-time as given, and its calendar day.</summary>
public sealed record PublicationDate(DateOnly Day, string Iso)
{
    /// <summary>Reads "2024-03-14" or "2024-03-14T09:30:00Z"; the day is the one written, in its own zone.</summary>
    public static bool TryParse(string? text, out PublicationDate? date)
    {
        date = null;
        if (text is null || text.Length < 10) return false;
        if (!DateOnly.TryParseExact(text.AsSpan(0, 10), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return false;
        if (text.Length > 10 && !DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out _)) return false;
        date = new(day, text);
        return true;
    }

    public override string ToString() => Iso;
}
