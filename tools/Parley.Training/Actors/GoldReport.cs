using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Parley.Language;
using Parley.Reading;
using Parley.Reading.Statements;

namespace Parley.Training.Actors;

/// <summary>An actor of a gold reading.</summary>
internal sealed record GoldActor(string Name, string Kind, string? Country, string? Role, string? SpeaksFor, HashSet<string> Names);

/// <summary>A report with its statements and actors as an analyst gave them.</summary>
internal sealed partial record GoldReport(string Id, Report Report, ImmutableArray<Attribution> Attributions, string?[] Speakers, Dictionary<string, GoldActor> Actors)
{
    public static GoldReport Load(string path)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(path));
        var root = json.RootElement;
        var (text, spans) = Unmark(root.GetProperty("markup").GetString()!);
        var source = new SourceText(text);
        PublicationDate.TryParse(root.GetProperty("published").GetString(), out var published);
        var attributions = ImmutableArray.CreateBuilder<Attribution>();
        var speakers = new List<string?>();
        foreach (var (id, parts) in spans.OrderBy(s => int.Parse(s.Key[1..])))
        {
            attributions.Add(new(Part("source"), Part("cue"), Part("content"), StatementMode.Indirect, StatementKind.Speech, 1));
            speakers.Add(root.GetProperty("statements").GetProperty(id).GetProperty("speaker").GetString());
            ImmutableArray<Span> Part(string role) => [.. parts.Where(p => p.Role == role).Select(p => p.Span)];
        }

        var actors = root.GetProperty("actors").EnumerateArray().Select(Actor).ToDictionary(a => a.Name);
        return new(root.GetProperty("id").GetString()!, new(root.GetProperty("id").GetString()!, source) { Published = published }, attributions.ToImmutable(), [.. speakers], actors);
    }

    /// <summary>A name for comparison: without case, edge punctuation and leading article.</summary>
    public static string Plain(string name)
    {
        var plain = name.ToLowerInvariant().Replace('’', '\'').Trim(' ', '.', ',');
        return plain.StartsWith("the ", StringComparison.Ordinal) ? plain[4..] : plain;
    }

    private static GoldActor Actor(JsonElement actor)
    {
        var name = actor.GetProperty("name").GetString()!;
        var aliases = actor.TryGetProperty("aliases", out var list) ? list.EnumerateArray().Select(a => a.GetString()!) : [];
        return new(name, actor.GetProperty("kind").GetString()!, Optional("country"), Optional("role"), Optional("speaksFor"), [.. aliases.Append(name).Select(Plain)]);
        string? Optional(string key) => actor.TryGetProperty(key, out var value) ? value.GetString() : null;
    }

    private static (string Text, Dictionary<string, List<(string Role, Span Span)>> Spans) Unmark(string markup)
    {
        var text = new StringBuilder();
        var spans = new Dictionary<string, List<(string, Span)>>();
        var (last, opened) = (0, 0);
        foreach (Match tag in TagPattern().Matches(markup))
        {
            text.Append(markup, last, tag.Index - last);
            last = tag.Index + tag.Length;
            if (tag.Groups[1].Length == 0) opened = text.Length;
            else
            {
                if (!spans.TryGetValue(tag.Groups[2].Value, out var parts)) spans[tag.Groups[2].Value] = parts = [];
                parts.Add((tag.Groups[3].Value, new(opened, text.Length)));
            }
        }

        return (text.Append(markup, last, markup.Length - last).ToString(), spans);
    }

    [GeneratedRegex(@"<(/?)(s\d+)\.(source|cue|content)>")]
    private static partial Regex TagPattern();
}
