using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Parley.Language;
using Parley.Reading;

namespace Parley.Training.Positions;

/// <summary>A position as an analyst wrote it down.</summary>
internal sealed record GoldPosition(string Party, string Issue, string Act, string? Stance, string? Firmness, string Evidence, string? Statement);

/// <summary>A report with the actors, statements and positions an analyst took from it; statements carry tags in the text.</summary>
internal sealed partial record GoldReading(
    string Id, string Text, string? Published, ImmutableArray<Actor> Actors, ImmutableArray<Statement> Statements, ImmutableArray<GoldPosition> Positions)
{
    public static GoldReading Load(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var root = json.RootElement;
        var (text, spans) = Untag(root.GetProperty("markup").GetString()!);
        var source = new SourceText(text);
        var actors = ActorsIn(root, source);
        var idOf = actors.ToDictionary(a => a.Name, a => a.Id);
        var statements = root.GetProperty("statements").EnumerateObject().Select(s => new Statement(
            s.Name, String(s.Value, "speaker") is { } name ? idOf[name] : null, Of(s.Name, "source"), Of(s.Name, "cue"), Of(s.Name, "content"),
            StatementMode.Indirect, StatementKind.Speech, null, String(s.Value, "said"), 1)).ToImmutableArray();
        var positions = root.GetProperty("positions").EnumerateArray().Select(p => new GoldPosition(
            String(p, "party")!, String(p, "issue")!, String(p, "act")!, String(p, "stance"), String(p, "firmness"), String(p, "evidence")!, String(p, "statement"))).ToImmutableArray();
        return new(String(root, "id")!, text, String(root, "published"), actors, statements, positions);

        ImmutableArray<Span> Of(string id, string part) => spans.TryGetValue((id, part), out var found) ? [.. found] : [];
    }

    private static (string Text, Dictionary<(string, string), List<Span>>) Untag(string markup)
    {
        var text = new StringBuilder();
        var spans = new Dictionary<(string, string), List<Span>>();
        var (last, opened, points) = (0, 0, 0);
        foreach (Match match in Tag().Matches(markup))
        {
            var piece = markup[last..match.Index];
            text.Append(piece);
            points += piece.EnumerateRunes().Count();
            last = match.Index + match.Length;
            if (match.Groups[1].Length == 0) opened = points;
            else if (spans.TryGetValue((match.Groups[2].Value, match.Groups[3].Value), out var list)) list.Add(new(opened, points));
            else spans[(match.Groups[2].Value, match.Groups[3].Value)] = [new(opened, points)];
        }

        return (text.Append(markup.AsSpan(last)).ToString(), spans);
    }

    /// <summary>The actors, mentioned wherever their name or an alias stands as whole words.</summary>
    private static ImmutableArray<Actor> ActorsIn(JsonElement root, SourceText text)
    {
        var all = root.GetProperty("actors").EnumerateArray().ToList();
        var idOf = all.Select((a, i) => (Name: String(a, "name")!, Id: $"a{i + 1}")).ToDictionary(x => x.Name, x => x.Id);
        return [.. all.Select(a =>
        {
            var names = new List<string> { String(a, "name")! };
            if (a.TryGetProperty("aliases", out var aliases)) names.AddRange(aliases.EnumerateArray().Select(x => x.GetString()!));
            var mentions = names.Distinct().SelectMany(n => Regex.Matches(text.Chars, $@"(?<!\w){Regex.Escape(n)}(?!\w)").Select(m => new Span(m.Index, m.Index + m.Length)));
            return new Actor(
                idOf[names[0]], names[0], Enum.Parse<ActorKind>(String(a, "kind")!, ignoreCase: true), String(a, "country"), String(a, "role"),
                String(a, "speaksFor") is { } party ? idOf[party] : null, [.. mentions.Distinct().Order()]);
        })];
    }

    private static string? String(JsonElement element, string key) =>
        element.TryGetProperty(key, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    [GeneratedRegex(@"<(/?)(s\d+)\.(source|cue|content)>")]
    private static partial Regex Tag();
}
