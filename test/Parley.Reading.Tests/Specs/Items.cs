using System.Text.Json;
using Parley.Language;

namespace Parley.Reading.Tests.Specs;

/// <summary>A document and its reading as items that expectations are checked against, with ids replaced by names and words.</summary>
internal sealed class Items(Document document, ReportReading reading)
{
    private readonly Dictionary<string, Actor> _actors = reading.Actors.ToDictionary(a => a.Id);

    public IReadOnlyList<Item> Of(string section) => section switch
    {
        "report" => [Item(section, ("published", reading.Report.Published), ("place", reading.Report.Dateline?.Place))],
        "paragraph" => [.. document.Paragraphs.Select(p => Item(section, ("text", document.Slice(p.Span))))],
        "sentence" => [.. document.Sentences.Select(s => Item(section, ("text", document.Slice(s.Span))))],
        "quotation" => [.. document.Quotations.Select(q => Item(
            section, ("text", document.Slice(q.Span)), ("depth", $"{q.Depth}"), ("closed", Flag(q.Closed)), ("continues", Flag(q.Continues))))],
        "name" => [.. document.Names.Select(n => Item(section, ("text", document.Slice(n.Span)), ("kind", Lower(n.Kind))))],
        "token" => [.. document.Tokens.Select(t => Item(
            section, ("form", t.Form), ("lemma", t.Lemma), ("upos", t.Upos.ToString()), ("xpos", t.Xpos), ("relation", t.Relation),
            ("head", t.Head < 0 ? null : document.Tokens[t.Head].Form)))],
        "date" => [.. reading.Dates.Select(d => Item(section, ("text", d.Text), ("type", Upper(d.Type)), ("value", d.Value)))],
        "actor" => [.. reading.Actors.Select(a => Item(
            section, [("name", a.Name), ("kind", Lower(a.Kind)), ("country", a.Country), ("role", a.Role), ("for", Name(a.SpeaksFor)),
                .. a.Mentions.Select(m => ("mention", (string?)document.Slice(m)))]))],
        "statement" => [.. reading.Statements.Select(s => Item(
            section, ("source", Words(s.Source)), ("cue", Words(s.Cue)), ("content", Words(s.Content)), ("mode", Lower(s.Mode)),
            ("kind", Lower(s.Kind)), ("speaker", Name(s.Speaker)), ("party", Party(s.Speaker)), ("addressee", Name(s.Addressee)), ("said", s.Said)))],
        "issue" => [.. reading.Issues.Select(i => Item(section, [("label", i.Label), .. i.Terms.Select(t => ("term", (string?)t))]))],
        "position" => [.. reading.Positions.Select(p => Item(
            section, ("party", Name(p.Party)), ("issue", reading.Issues.FirstOrDefault(i => i.Id == p.Issue)?.Label), ("act", Upper(p.Act)),
            ("stance", Lower(p.Stance)), ("firmness", Lower(p.Firmness)), ("target", Name(p.Target)), ("conditional", Flag(p.Conditional)),
            ("negated", Flag(p.Negated)), ("polarity", Lower(p.Polarity)), ("evidence", Words(p.Evidence)), ("date", p.Date),
            ("plover", p.Plover), ("cameo", p.Cameo)))],
        "meeting" => [.. reading.Meetings.Select(m => Item(
            section, [("date", m.Date), ("place", m.Place), ("convenor", Name(m.Convenor)), ("round", m.Round?.ToString()), ("status", Lower(m.Status)),
                ("evidence", Words(m.Evidence)), .. m.Participants.Select(p => ("participant", Name(p)))]))],
        "deadline" => [.. reading.Deadlines.Select(d => Item(section, ("date", d.Date), ("what", d.What), ("by", Name(d.SetBy)), ("evidence", Words(d.Evidence))))],
        _ => throw new FormatException($"unknown section \"{section}\""),
    };

    private static Item Item(string section, params (string Key, string? Value)[] values)
    {
        var known = values.GroupBy(v => v.Key).ToDictionary(g => g.Key, g => (IReadOnlyList<string>)[.. g.Select(v => v.Value).OfType<string>()]);
        if (section == "actor") known.TryAdd("mention", []);
        if (section == "issue") known.TryAdd("term", []);
        if (section == "meeting") known.TryAdd("participant", []);
        return new(section, known);
    }

    private static string Flag(bool value) => value ? "yes" : "no";

    private static string? Lower<T>(T? value) => value is null ? null : JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()!);

    private static string Upper<T>(T value) => JsonNamingPolicy.SnakeCaseUpper.ConvertName(value!.ToString()!);

    private string? Name(string? id) => id is null ? null : _actors[id].Name;

    private string? Party(string? id) => id is null ? null : Name(_actors[id].SpeaksFor ?? id);

    private string? Words(IEnumerable<Span> spans)
    {
        var words = string.Join(" … ", spans.Select(document.Slice));
        return words.Length == 0 ? null : words;
    }
}
