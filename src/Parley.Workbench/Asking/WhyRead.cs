using System.Collections.Immutable;
using System.Globalization;
using Parley.Dossiers;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Language;
using Parley.Reading;

namespace Parley.Workbench.Asking;

/// <summary>Why the reader read an entry as it did: the words it went by, whom it took them for, and how sure it was.</summary>
/// <param name="Confidence">Percent; null where the reader gives none.</param>
internal sealed record WhyRead(ImmutableArray<(string Name, string Value)> Grounds, int? Confidence)
{
    /// <summary>Null for an entry that no reader found.</summary>
    public static WhyRead? Of(ReportReading reading, SourceText text, EntryId id)
    {
        var at = id.Ordinal - 1;
        if (at < 0) return null;
        return id.Kind switch
        {
            EntryKind.Statement when at < reading.Statements.Length => Of(reading, text, reading.Statements[at]),
            EntryKind.Position when at < reading.Positions.Length => Of(reading, text, reading.Positions[at]),
            EntryKind.Meeting when at < reading.Meetings.Length => new([.. Words("words", text, reading.Meetings[at].Evidence)], null),
            EntryKind.Deadline when at < reading.Deadlines.Length => new([.. Words("words", text, reading.Deadlines[at].Evidence)], null),
            _ => null,
        };
    }

    /// <summary>
    /// What decided, as <c>parley read --explain</c> says it: the report is read once more. Empty where the reader of today does not find the
    /// entry at the place and of the kind that it had when it was read.
    /// </summary>
    /// <exception cref="DossierException">There is no such report.</exception>
    public static async Task<ImmutableArray<string>> ReasonsAsync(Dossier dossier, Desk desk, EntryId id, CancellationToken cancellationToken)
    {
        var head = (await dossier.ViewAsync(cancellationToken)).Report(id.Report);
        var (text, read) = (await dossier.TextAsync(id.Report, cancellationToken), await dossier.ReadingAsync(id.Report, cancellationToken));
        PublicationDate.TryParse(head.Published, out var published);
        var report = new Report(head.Id, text) { Published = published, Outlet = head.Outlet, Title = head.Title, Url = head.Url };
        var (now, reasons) = await Task.Run(() => desk.Explain(report, cancellationToken), cancellationToken);
        var at = id.Ordinal - 1;
        var name = id.Kind switch
        {
            EntryKind.Statement when at >= 0 && at < read.Statements.Length && read.Statements[at] is var s => now.Statements.FirstOrDefault(n => n.Content.SequenceEqual(s.Content))?.Id,
            EntryKind.Position when at >= 0 && at < read.Positions.Length && read.Positions[at] is var p =>
                (now.Positions.FirstOrDefault(n => n.Evidence.SequenceEqual(p.Evidence) && n.Act == p.Act) ?? now.Positions.FirstOrDefault(n => n.Evidence.SequenceEqual(p.Evidence)))?.Id,
            _ => null,
        };
        return reasons.FirstOrDefault(r => r.Id == name)?.Reasons ?? [];
    }

    private static WhyRead Of(ReportReading reading, SourceText text, Statement s) => new(
        [
            .. Words("source", text, s.Source), .. Words("cue", text, s.Cue),
            ("speaker", Person(reading, text, s.Speaker) ?? "the reader found no name for the source"),
            .. s.Said is null ? [("date", "no day of its own: the report’s day")] : Array.Empty<(string, string)>(),
        ],
        Percent(s.Confidence));

    private static WhyRead Of(ReportReading reading, SourceText text, Position p) => new(
        [
            .. Words("words", text, p.Evidence),
            ("party", Person(reading, text, p.Party) ?? "the reader found no party"),
            .. p.Statement is null ? [("statement", "none: the report says it in its own voice")] : Array.Empty<(string, string)>(),
            .. p.Plover is null ? [] : new[] { ("PLOVER", p.Cameo is null ? p.Plover : $"{p.Plover}, CAMEO {p.Cameo}") },
        ],
        Percent(p.Confidence));

    /// <summary>An actor as the report introduces it: name, role, for whom, and how often it is named.</summary>
    private static string? Person(ReportReading reading, SourceText text, string? id)
    {
        if (reading.Actors.FirstOrDefault(a => a.Id == id) is not { } actor) return null;
        var words = actor.Role is { } role ? $"{actor.Name}, {role}" : actor.Name;
        if (reading.Actors.FirstOrDefault(a => a.Id == actor.SpeaksFor && a.Id != id) is { } party) words += $", speaks for {party.Name}";
        var named = actor.Mentions.Where(m => m.End <= text.Length).Select(m => text.Slice(m)).Distinct(StringComparer.Ordinal).Where(m => m != actor.Name).Take(4).ToList();
        return words + (named.Count > 0 ? $"; named here as {string.Join(", ", named.Select(n => $"“{n}”"))}" : "");
    }

    private static IEnumerable<(string, string)> Words(string name, SourceText text, ImmutableArray<Span> spans)
    {
        var words = string.Join(" … ", spans.Where(s => s.End <= text.Length).Select(s => text.Slice(s)));
        return words.Length > 0 ? [(name, $"“{string.Join(' ', words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries))}”")] : [];
    }

    private static int Percent(double confidence) => (int)Math.Round(Math.Clamp(confidence, 0, 1) * 100);
}
