using System.Collections.Immutable;
using System.Text;
using Parley.Language;
using Parley.Reading;

namespace Parley.Dossiers.Tests.Made;

/// <summary>Writes a report sentence by sentence together with its reading, as a faultless reader would read it.</summary>
internal sealed class ReportMaker(string published, string? outlet = null)
{
    private readonly StringBuilder _text = new();
    private readonly List<Actor> _actors = [];
    private readonly List<Statement> _statements = [];
    private readonly List<Issue> _issues = [];
    private readonly List<Position> _positions = [];
    private readonly List<Meeting> _meetings = [];

    /// <summary>"SPEAKER said WORDS." with a position of the party that the speaker speaks for.</summary>
    public ReportMaker Says(string party, string? speaker, string words, string issue, Act act, Stance? stance, Firmness? firmness = null, string? to = null)
    {
        var forParty = Party(party);
        var who = speaker is null ? forParty : Person(speaker, forParty);
        var start = _text.Length;
        var name = speaker ?? party;
        _text.Append(name).Append(" said ").Append(words).Append(". ");
        var said = start + name.Length + 1;
        Span content = new(said + 5, said + 5 + words.Length);
        var id = $"s{_statements.Count + 1}";
        _statements.Add(new(
            id, who, [new(start, start + name.Length)], [new(said, said + 4)], [content], StatementMode.Indirect, StatementKind.Speech, to is null ? null : Party(to), published, 0.9));
        _positions.Add(new(
            $"p{_positions.Count + 1}", forParty, IssueId(issue), act, stance, firmness, null, false, false, null, id, [content], published, null, null, 0.8));
        return this;
    }

    /// <summary>A position told in the report's own voice.</summary>
    public ReportMaker Tells(string party, string words, string issue, Act act, Stance? stance, Firmness? firmness = null)
    {
        var span = Sentence(words);
        _positions.Add(new($"p{_positions.Count + 1}", Party(party), IssueId(issue), act, stance, firmness, null, false, false, null, null, [span], published, null, null, 0.7));
        return this;
    }

    public ReportMaker Meets(string? date, MeetingStatus status, string words, int? round = null, string? place = null, params string[] parties)
    {
        var span = Sentence(words);
        _meetings.Add(new($"m{_meetings.Count + 1}", date, place, [.. parties.Select(Party)], null, round, status, [span]));
        return this;
    }

    public ReportMaker Plain(string words)
    {
        Sentence(words);
        return this;
    }

    public (Report Report, ReportReading Reading) Make(string? id = null)
    {
        var text = new SourceText(_text.ToString());
        PublicationDate.TryParse(published, out var date);
        var report = new Report(id ?? $"r-{published}-{outlet}-{_text.Length}", text) { Published = date, Outlet = outlet };
        var reading = new ReportReading(new("maker", "1.0", []), new(report.Id, "", text.Length, null, outlet, null, "en", published, null))
        {
            Actors = [.. _actors],
            Statements = [.. _statements],
            Issues = [.. _issues],
            Positions = [.. _positions],
            Meetings = [.. _meetings],
        };
        return (report, reading);
    }

    private Span Sentence(string words)
    {
        var start = _text.Length;
        _text.Append(words).Append(". ");
        return new(start, start + words.Length);
    }

    private string Party(string name) => ActorId(name, ActorKind.State, null);

    private string Person(string name, string speaksFor) => ActorId(name, ActorKind.Person, speaksFor);

    private string ActorId(string name, ActorKind kind, string? speaksFor)
    {
        if (_actors.Find(a => a.Name == name) is { } known) return known.Id;
        _actors.Add(new($"a{_actors.Count + 1}", name, kind, null, null, speaksFor, []));
        return _actors[^1].Id;
    }

    private string IssueId(string label)
    {
        if (_issues.Find(i => i.Label == label) is { } known) return known.Id;
        _issues.Add(new($"i{_issues.Count + 1}", label, ImmutableArray<string>.Empty));
        return _issues[^1].Id;
    }
}
