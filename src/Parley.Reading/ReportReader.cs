using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using Parley.Language;
using Parley.Reading.Actors;
using Parley.Reading.Dates;
using Parley.Reading.Meetings;
using Parley.Reading.Positions;
using Parley.Reading.Statements;

namespace Parley.Reading;

/// <summary>Reads a report: text → document → reading, a stage at a time. Loads its models once; thread-safe.</summary>
public sealed class ReportReader
{
    private readonly DatelineReader _dateline;
    private readonly DateReader _dates;
    private readonly ActorReader _actors;
    private readonly AttributionReader _attributions;
    private readonly SpeakerReader _speakers = new();
    private readonly PositionReader _positions;
    private readonly MeetingReader _meetings = new();
    private readonly EnglishLanguage _language;

    public ReportReader(EnglishLanguage language) : this(() => language)
    {
    }

    private ReportReader(Func<EnglishLanguage> language)
    {
        var attributions = Task.Run(() => new AttributionReader()); // stages load side by side
        var dates = Task.Run(() => new DateReader());
        var rest = Task.Run(() => (new ActorReader(), new PositionReader()));
        _language = language();
        _attributions = attributions.GetAwaiter().GetResult();
        (_actors, _positions) = rest.GetAwaiter().GetResult();
        _dates = dates.GetAwaiter().GetResult();
        _dateline = new(_dates);
    }

    /// <summary>The reader with the models built into Parley.</summary>
    public static ReportReader Load() => new(EnglishLanguage.Load);

    public static string Version { get; } = typeof(ReportReader).Assembly.GetName().Version!.ToString(3);

    /// <summary>What the reader analyses texts with.</summary>
    public EnglishLanguage Language => _language;

    /// <summary>Reads one report. Time and memory are linear in its length.</summary>
    public ReportReading Read(Report report, CancellationToken cancellationToken = default) => Read(report, _language.Analyze(report.Text, cancellationToken), cancellationToken);

    /// <summary>Reads a report whose text is analysed already.</summary>
    public ReportReading Read(Report report, Document document, CancellationToken cancellationToken = default)
    {
        var (dateline, found) = _dateline.Read(document);
        var published = report.Published?.Day ?? found;
        var dates = _dates.Read(document, published);
        cancellationToken.ThrowIfCancellationRequested();
        var attributions = _attributions.Read(document);
        var actors = _actors.Read(document, attributions);
        var statements = _speakers.Read(document, actors, dates, attributions);
        cancellationToken.ThrowIfCancellationRequested();
        var (issues, positions) = _positions.Read(document, actors, dates, statements);
        var (meetings, deadlines) = _meetings.Read(document, actors, dates, statements, published, dateline?.Place);
        return new(new("parley", Version, _language.Models), Describe(report, published, dateline))
        {
            Actors = actors.Actors,
            Dates = dates,
            Statements = statements,
            Issues = issues,
            Positions = positions,
            Meetings = meetings,
            Deadlines = deadlines,
        };
    }

    /// <summary>Why each statement and position of the reading was read so, in the order of the reading. Reads the report once more.</summary>
    public ImmutableArray<Explanation> Explain(Report report, Document document, CancellationToken cancellationToken = default)
    {
        var reading = Read(report, document, cancellationToken);
        var actors = new ActorTable(reading.Actors);
        var attributions = _attributions.Explain(document);
        var explained = ImmutableArray.CreateBuilder<Explanation>();
        for (var i = 0; i < reading.Statements.Length; i++)
        {
            var statement = reading.Statements[i];
            explained.Add(new(statement.Id, attributions[i].Reasons.Add(Speaker(statement, actors))));
        }

        explained.AddRange(_positions.Explain(document, actors, reading.Statements).Explanations);
        return explained.ToImmutable();
    }

    private static string Speaker(Statement statement, ActorTable actors)
    {
        if (statement.Speaker is not { } id) return "speaker: unknown; no actor stands in the source";
        var (speaker, party) = (actors[id], actors.PartyOf(actors[id]));
        var words = statement.Source.IsEmpty ? "of the words before, since the cue has no source of its own" : "whom the source names or stands for";
        return party == speaker ? $"speaker: {speaker.Name}, {words}" : $"speaker: {speaker.Name}, {words}; speaks for {party.Name}";
    }

    private static ReportInfo Describe(Report report, DateOnly? published, Dateline? dateline)
    {
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(report.Text.Original)));
        var iso = report.Published?.Iso ?? published?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        return new(report.Id, hash, report.Text.Length, report.Title, report.Outlet, report.Url, "en", iso, dateline);
    }
}
