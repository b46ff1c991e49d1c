using System.Globalization;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Reports;
using Parley.Language;

namespace Parley.Dossiers.Answers;

/// <summary>The words an answer rests on: report, span, who said it and who vouches for it.</summary>
public sealed class Evidence
{
    internal Evidence(EntryId id, ReportHead report, Span span, int day, string? speaker, EntryMark mark)
    {
        Id = id;
        Report = report;
        Span = span;
        Date = day > 0 ? DateOnly.FromDayNumber(day) : null;
        Speaker = speaker;
        Mark = mark;
    }

    public EntryId Id { get; }

    public ReportHead Report { get; }

    /// <summary>In code points of the report's text.</summary>
    public Span Span { get; }

    /// <summary>When it was said.</summary>
    public DateOnly? Date { get; }

    public string? Speaker { get; }

    public EntryMark Mark { get; }

    /// <summary>The words of the span, as they stand in the report.</summary>
    public string Words { get; internal set; } = "";

    /// <summary>The sentence or line around the words, for reading them in their place.</summary>
    public string Context { get; internal set; } = "";

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Id}: {Words}");
}
