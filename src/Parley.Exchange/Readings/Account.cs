using System.Collections.Immutable;
using Parley.Language;
using Parley.Reading;

namespace Parley.Exchange.Readings;

/// <summary>A reading arranged to be read: statements by party, positions by issue, meetings and deadlines by date; names and words for ids and spans.</summary>
public sealed record Account(Report Report, ReportReading Reading)
{
    /// <summary>The text as analysed, for formats that show it; null where it was not kept.</summary>
    public Document? Document { get; init; }

    /// <summary>Why its statements and positions were read so; empty where that was not asked.</summary>
    public ImmutableArray<Explanation> Explanations { get; init; } = [];

    /// <summary>Why nothing relative could be dated; null where dates are resolved.</summary>
    public string? DateNote => Reading.Report.Published is null && Reading.Dates.Any(d => d.Value is null)
        ? "No publication date was given or found: relative dates stay unresolved (--published DATE gives one)."
        : null;

    /// <summary>What the report is called: its title, else its first line.</summary>
    public string Heading
    {
        get
        {
            if (Report.Title is { } title) return title;
            var first = Report.Text.Chars.AsSpan().TrimStart();
            var end = first.IndexOfAny('\n', '\r');
            first = (end < 0 ? first : first[..end]).TrimEnd();
            return first.Length <= 100 ? first.ToString() : string.Concat(first[..99].TrimEnd(), "…");
        }
    }

    public ImmutableArray<PartyAccount> Parties { get; } = [.. ByParty(Report, Reading)];

    public ImmutableArray<IssueAccount> Issues { get; } = [.. ByIssue(Report, Reading)];

    public ImmutableArray<MeetingAccount> Meetings { get; } =
    [
        .. Reading.Meetings.OrderBy(m => m.Date ?? "9999", StringComparer.Ordinal).ThenBy(m => m.Evidence.FirstOrDefault()).Select(m => new MeetingAccount(
            m, [.. m.Participants.Select(p => Name(Reading, p)!)], Name(Reading, m.Convenor), Words(Report, m.Evidence))),
    ];

    public ImmutableArray<DeadlineAccount> Deadlines { get; } =
    [
        .. Reading.Deadlines.OrderBy(d => d.Date ?? "9999", StringComparer.Ordinal).Select(d => new DeadlineAccount(d, Name(Reading, d.SetBy), Words(Report, d.Evidence))),
    ];

    /// <summary>The words of several spans, in one line; what stands between them is shown as an ellipsis.</summary>
    public static string Words(Report report, ImmutableArray<Span> spans)
    {
        ArgumentNullException.ThrowIfNull(report);
        return string.Join(" … ", spans.Select(s => string.Join(' ', report.Text.Slice(s).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))));
    }

    private static IEnumerable<PartyAccount> ByParty(Report report, ReportReading reading)
    {
        var actors = reading.Actors.ToDictionary(a => a.Id, StringComparer.Ordinal);
        return reading.Statements
            .Select(s =>
            {
                var speaker = s.Speaker is { } id ? actors.GetValueOrDefault(id) : null;
                var party = speaker?.SpeaksFor is { } boss ? actors.GetValueOrDefault(boss) ?? speaker : speaker;
                return (Party: party?.Name, Statement: new StatementAccount(
                    s, speaker?.Name, speaker?.Role, Name(reading, s.Addressee), Words(report, s.Source), Words(report, s.Cue), Words(report, s.Content)));
            })
            .GroupBy(x => x.Party)
            .OrderBy(g => g.Key is null).ThenByDescending(g => g.Count()).ThenBy(g => g.Min(x => x.Statement.Statement.Content.FirstOrDefault()))
            .Select(g => new PartyAccount(g.Key, [.. g.Select(x => x.Statement)]));
    }

    private static IEnumerable<IssueAccount> ByIssue(Report report, ReportReading reading) => reading.Positions
        .GroupBy(p => p.Issue)
        .OrderBy(g => g.Key is null).ThenByDescending(g => g.Count()).ThenBy(g => g.Min(p => p.Evidence.FirstOrDefault()))
        .Select(g => new IssueAccount(
            reading.Issues.FirstOrDefault(i => i.Id == g.Key),
            [.. g.Select(p => new PositionAccount(p, Name(reading, p.Party), Name(reading, p.Target), Words(report, p.Evidence)))]));

    private static string? Name(ReportReading reading, string? id) => id is null ? null : reading.Actors.FirstOrDefault(a => a.Id == id)?.Name;
}

/// <summary>What was said for one party; a null name where the speaker is unknown.</summary>
public sealed record PartyAccount(string? Party, ImmutableArray<StatementAccount> Statements);

public sealed record StatementAccount(Statement Statement, string? Speaker, string? Role, string? Addressee, string Source, string Cue, string Content);

/// <summary>The positions on one issue; a null issue for those on none.</summary>
public sealed record IssueAccount(Issue? Issue, ImmutableArray<PositionAccount> Positions);

public sealed record PositionAccount(Position Position, string? Party, string? Target, string Evidence);

public sealed record MeetingAccount(Meeting Meeting, ImmutableArray<string> Participants, string? Convenor, string Evidence);

public sealed record DeadlineAccount(Deadline Deadline, string? SetBy, string Evidence);
