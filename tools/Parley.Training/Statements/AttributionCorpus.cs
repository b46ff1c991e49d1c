using System.Collections.Immutable;
using System.Text.Json;
using Parley.Language;
using Parley.Reading.Statements;
using Parley.Training.Actors;

namespace Parley.Training.Statements;

/// <summary>An attribution as annotators marked it.</summary>
internal sealed record GoldAttribution(ImmutableArray<Span> Source, ImmutableArray<Span> Cue, ImmutableArray<Span> Content);

/// <summary>An article with its attributions, analysed.</summary>
/// <param name="Own">Whether it is a report of our own, of the kind that is to be read.</param>
internal sealed record GoldArticle(string Id, Document Document, ImmutableArray<GoldAttribution> Attributions, bool Own = false);

/// <summary>Articles in the format of <c>polnear-*.jsonl</c>: <c>{id, text, attributions: [{source, cue, content}]}</c>.</summary>
internal static class AttributionCorpus
{
    public static List<GoldArticle> Load(string path, EnglishLanguage language, int limit = int.MaxValue)
    {
        var articles = new List<GoldArticle>();
        foreach (var line in File.ReadLines(path))
        {
            if (articles.Count >= limit) break;
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            var text = new SourceText(root.GetProperty("text").GetString()!);
            var attributions = ImmutableArray.CreateBuilder<GoldAttribution>();
            foreach (var item in root.GetProperty("attributions").EnumerateArray())
                attributions.Add(new(Spans(item, "source"), Spans(item, "cue"), Spans(item, "content")));
            articles.Add(new(root.GetProperty("id").GetString()!, language.Analyze(text), attributions.ToImmutable()));
        }

        return articles;
    }

    /// <summary>Gold reports of our own.</summary>
    public static List<GoldArticle> Reports(DirectoryInfo folder, EnglishLanguage language) =>
        [.. folder.EnumerateFiles("*.gold.json").OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => GoldReport.Load(f.FullName)).Select(r =>
            new GoldArticle(r.Id, language.Analyze(r.Report.Text), [.. r.Attributions.Select(a => new GoldAttribution(a.Source, a.Cue, a.Content))], Own: true))];

    private static ImmutableArray<Span> Spans(JsonElement item, string name) =>
        item.TryGetProperty(name, out var spans) && spans.ValueKind == JsonValueKind.Array
            ? [.. spans.EnumerateArray().Select(s => new Span(s[0].GetInt32(), s[1].GetInt32())).Order()]
            : [];
}
