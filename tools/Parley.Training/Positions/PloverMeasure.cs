using System.Text.Json;
using Parley.Language;
using Parley.Reading.Positions;

namespace Parley.Training.Positions;

/// <summary>The PLOVER class of a sentence's event against an annotator's: macro F1 with CONCEDE and RETREAT as one class.</summary>
internal static class PloverMeasure
{
    private static readonly string[] Verbal = ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "ACCUSE", "REJECT", "THREATEN", "REQUEST"];

    public static void Run(string path, int errors, bool spans)
    {
        var (language, reader) = (EnglishLanguage.Load(), new PloverReader());
        var pairs = new List<(string Gold, string? Read)>();
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var text = new SourceText(json.RootElement.GetProperty("text").GetString()!);
            var first = json.RootElement.GetProperty("events")[0];
            var gold = Merged(first.TryGetProperty("plover_event_current", out var current) ? current.GetString()! : first.GetProperty("plover_event").GetString()!);
            var read = reader.Read(language.Analyze(text), spans ? SourceOf(text, first) : null);
            pairs.Add((gold, read is null ? null : Merged(read.Class)));
            if (pairs[^1].Gold != pairs[^1].Read && errors-- > 0) Console.WriteLine($"{gold} read as {read?.Class ?? "nothing"} ({read?.Why})\n   {text}");
        }

        var classes = pairs.Select(p => p.Gold).Distinct().Order(StringComparer.Ordinal).ToList();
        var scores = classes.ToDictionary(c => c, c => F1(pairs, c));
        foreach (var c in classes) Console.WriteLine(FormattableString.Invariant($"  {c,-10} {pairs.Count(p => p.Gold == c),4} {scores[c]:F3}"));
        Console.WriteLine(FormattableString.Invariant($"accuracy {pairs.Count(p => p.Gold == p.Read) / (double)pairs.Count:F3}"));
        Console.WriteLine(FormattableString.Invariant($"macro F1 of {classes.Count} classes {scores.Values.Average():F3}"));
        Console.WriteLine(FormattableString.Invariant($"macro F1 of the verbal classes {scores.Where(s => Verbal.Contains(s.Key)).Average(s => s.Value):F3}"));
    }

    private static string Merged(string label) => label is "RETREAT" or "YIELD" ? "CONCEDE" : label;

    private static Span? SourceOf(SourceText text, JsonElement first)
    {
        if (first.GetProperty("source").GetArrayLength() == 0) return null;
        var source = first.GetProperty("source")[0].GetProperty("text").GetString()!;
        var at = text.Chars.IndexOf(source, StringComparison.Ordinal);
        return at < 0 ? null : new(at, at + source.Length);
    }

    private static double F1(List<(string Gold, string? Read)> pairs, string label)
    {
        var hits = pairs.Count(p => p.Gold == label && p.Read == label);
        var (gold, read) = (pairs.Count(p => p.Gold == label), pairs.Count(p => p.Read == label));
        return hits == 0 ? 0 : 2.0 * hits / (gold + read);
    }
}
