namespace Parley.Dossiers.Reports;

/// <summary>A report of the dossier without its text.</summary>
/// <param name="Number">From 1, in the order of import.</param>
/// <param name="Id">The report's own id; made unique within the dossier.</param>
/// <param name="Published">ISO date or date-time, as given or found by the reader; null where unknown.</param>
/// <param name="Length">Of the text, in code points.</param>
/// <param name="Reader">Name and version of the reader whose reading the dossier holds.</param>
/// <param name="CopyOf">Number of the report that this one repeats; 0 for an original.</param>
public sealed record ReportHead(
    int Number, string Id, string? Title, string? Outlet, string? Url, string? Published, int Length, DateTimeOffset Added, string Reader, int CopyOf)
{
    /// <summary>Day of publication; null where unknown.</summary>
    public DateOnly? Day { get; } =
        Published is { Length: >= 10 } && DateOnly.TryParseExact(Published.AsSpan(0, 10), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.None, out var day)
            ? day
            : null;
}
