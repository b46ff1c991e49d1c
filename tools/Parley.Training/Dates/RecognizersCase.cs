using System.Globalization;
using System.Text.Json.Nodes;
using Parley.Reading;

namespace Parley.Training.Dates;

/// <summary>A case of the Recognizers regression suite: a sentence, its reference time and what is expected in it.</summary>
/// <remarks>
/// Its values are mapped so: an expected <c>date</c> or <c>datetime</c> is right if an expression within its extent names that day (and minute),
/// a <c>daterange</c> if the expressions in it reach from its first to its last day, or bound it where it has one end,
/// a <c>time</c> or <c>timerange</c> if the clock time or the part of the day is the same, a <c>duration</c> or <c>set</c> if the TIMEX is.
/// A clock time "around" another is called a range there and is one time nonetheless. Any of several listed values will do. A case is right if all it expects is.
/// </remarks>
internal sealed class RecognizersCase(JsonNode node)
{
    public string Text { get; } = (string)node["text"]!;

    /// <summary>The day the case counts from; null where it brings none.</summary>
    public DateOnly? Reference { get; } = (string?)node["ref"] is { Length: >= 10 } day ? DateOnly.Parse(day[..10], CultureInfo.InvariantCulture) : null;

    private readonly JsonArray _results = node["results"]!.AsArray();

    /// <summary>What kind of expression the case is about: that of its first result.</summary>
    public string Kind => _results.Count == 0 ? "nothing" : (string?)_results[0]!["type"] ?? "other";

    public bool IsRight(IReadOnlyList<DateExpression> read) => _results.Count == 0 ? read.Count == 0 : _results.All(r => IsRight(r!, read));

    private static bool IsRight(JsonNode result, IReadOnlyList<DateExpression> read)
    {
        var (start, end) = ((int)result["start"]!, (int)result["end"]!);
        var here = read.Where(d => d.Span.Start < end && d.Span.End > start && d.Value is not null).ToList();
        return here.Count > 0 && result["values"] is JsonArray values && values.Any(v => Holds(v!, here));
    }

    private static bool Holds(JsonNode value, List<DateExpression> here)
    {
        var timex = (string?)value["timex"];
        if (timex is not null && here.Any(d => d.Value == timex || d.Value == Often(timex) || (d.Type == TimexType.Duration && timex.EndsWith(d.Value + ")", StringComparison.Ordinal)))) return true;
        switch (value["value"] is null ? (string?)value["type"] : ((string?)value["type"])?.Replace("range", "", StringComparison.Ordinal))
        {
            case "date": return here.Any(d => DaySpan.Of(d.Value) is { } s && s.First == s.Last && s.First == Day(value["value"]));
            case "datetime": return here.Any(d => DaySpan.Of(d.Value) is { } s && s.First == Day(value["value"]) && d.Value!.Contains('T', StringComparison.Ordinal) && Clock(d.Value) == Clock((string)value["value"]!));
            case "time": return here.Any(d => d.Value!.Contains('T', StringComparison.Ordinal) && Clock(d.Value) == Clock("T" + (string?)value["value"]));
            case "daterange" or "datetimerange":
                var spans = here.Select(d => DaySpan.Of(d.Value)).OfType<DaySpan>().ToList();
                if (spans.Count == 0) return false;
                var (first, last) = (spans.Min(s => s.First), spans.Max(s => s.Last));
                var (from, to) = (Day(value["start"]), Day(value["end"]));
                if (from is null || to is null) return from is not null ? first == from || last.AddDays(1) == from : to is not null && (first == to || last == to || last.AddDays(1) == to);
                return first == from && (last == to || last.AddDays(1) == to || spans[^1].First == to);
            case "timerange":
                return timex is not null && here.Any(d => d.Value!.EndsWith(timex, StringComparison.Ordinal)) || here.Count > 0 && here[0].Value!.Contains('T', StringComparison.Ordinal) && Clock(here[0].Value!) == Clock("T" + (string?)value["start"]);
            default: return here.Any(d => timex is not null && d.Value == timex);
        }
    }

    /// <summary>The suite writes how often as a length, Parley by what repeats.</summary>
    private static string? Often(string timex) => timex switch { "P1D" => "XXXX-XX-XX", "P1W" => "XXXX-WXX", "P1M" => "XXXX-XX", "P1Y" => "XXXX", _ => null };

    private static DateOnly? Day(JsonNode? node) =>
        (string?)node is { Length: >= 10 } text && DateOnly.TryParseExact(text[..10], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <summary>"20:30" of "2019-12-26T20:30" and "2019-12-26 20:30:00"; "24:00" is "00:00".</summary>
    private static string Clock(string text)
    {
        var at = text.IndexOfAny(['T', ' ']);
        var clock = at >= 0 && at + 6 <= text.Length ? text.Substring(at + 1, 5) : text;
        return clock == "24:00" ? "00:00" : clock;
    }
}
