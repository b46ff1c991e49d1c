using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using Parley.Language;
using Parley.Reading;
using Parley.Reading.Dates;

namespace Parley.Training.Dates;

/// <summary><c>measure dates</c>: time expressions against TIMEX gold and against the Recognizers regression suite.</summary>
internal static class DateCommands
{
    private static readonly string[] Corpora = ["gum-dates-train", "gum-dates-dev", "wikiwars"];

    public static Command Measure()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder with reading/data/*.jsonl", Required = true };
        var errors = new Option<int>("--errors") { Description = "Show this many cases of the regression suite that are read otherwise" };
        var command = new Command("dates", "Measure dates. Gold corpora: all expressions with equal values, then only days and times of day with values of equal days (GUM marks no lengths and writes spans as intervals). Regression suite: a case is right if each expected expression is met with one of its values, ranges by their first and last day.") { data, errors };
        command.SetAction(parsed =>
        {
            var folder = Path.Combine(parsed.GetValue(data)!.FullName, "reading", "data");
            var (language, reader) = (EnglishLanguage.Load(), new DateReader());
            foreach (var corpus in Corpora) MeasureCorpus(Path.Combine(folder, corpus + ".jsonl"), language, reader);
            MeasureSuite(Path.Combine(folder, "recognizers-datetimemodel.jsonl"), language, reader, parsed.GetValue(errors));
        });
        return command;
    }

    private static void MeasureCorpus(string file, EnglishLanguage language, DateReader reader)
    {
        var (plain, days) = (new DateScore(), new DateScore());
        var documents = new List<(Document Document, DateOnly? Published)>();
        foreach (var node in File.ReadLines(file).Select(l => JsonNode.Parse(l)!))
        {
            var document = language.Analyze(new SourceText((string)node["text"]!));
            var published = DateOnly.TryParse((string?)node["dct"], CultureInfo.InvariantCulture, out var day) ? day : (DateOnly?)null;
            documents.Add((document, published));
            GoldDate[] gold = [.. node["timex"]!.AsArray().Select(t => new GoldDate(new((int)t!["start"]!, (int)t["end"]!), (string)t["type"]!, (string?)t["value"] ?? ""))];
            GoldDate[] read = [.. reader.Read(document, published).Select(d => new GoldDate(d.Span, d.Type.ToString().ToUpperInvariant(), d.Value ?? ""))];
            plain.Add(gold, read, (a, b) => a.Value == b.Value);
            days.Add([.. gold.Where(IsDated)], [.. read.Where(IsDated)], (a, b) => a.Value == b.Value || SameDays(a.Value, b.Value) || SameClock(a.Value, b.Value) || SameYearBeforeChrist(a.Value, b.Value));
        }

        Console.WriteLine($"{Path.GetFileNameWithoutExtension(file)}");
        Console.WriteLine($"  as written   {plain}");
        Console.WriteLine($"  days, times  {days}");
        Console.WriteLine($"  {Speed(documents, reader):0} words a second");
    }

    private static bool IsDated(GoldDate date) => date.Type is "DATE" or "TIME" && !date.Value.EndsWith("_REF", StringComparison.Ordinal);

    private static bool SameDays(string a, string b) => DaySpan.Of(a) is { } one && DaySpan.Of(b) is { } other && one == other;

    /// <summary>GUM writes a sign.</summary>
    private static bool SameYearBeforeChrist(string gold, string read) => gold is ['-', ..] && read is ['B', 'C', ..] && gold.TrimEnd('/')[1..] == read[2..];

    /// <summary>GUM writes the time of day alone.</summary>
    private static bool SameClock(string gold, string read) => gold.Length == 8 && gold[2] == ':' && read.EndsWith("T" + gold[..5], StringComparison.Ordinal);

    private static double Speed(List<(Document Document, DateOnly? Published)> documents, DateReader reader)
    {
        var fastest = double.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var watch = Stopwatch.StartNew();
            foreach (var (document, published) in documents) reader.Read(document, published);
            fastest = Math.Min(fastest, watch.Elapsed.TotalSeconds);
        }

        return documents.Sum(d => d.Document.Tokens.Length) / fastest;
    }

    private static void MeasureSuite(string file, EnglishLanguage language, DateReader reader, int errors)
    {
        var counts = new SortedDictionary<string, (int All, int Right)>(StringComparer.Ordinal);
        foreach (var test in File.ReadLines(file).Select(l => new RecognizersCase(JsonNode.Parse(l)!)))
        {
            var read = reader.Read(language.Analyze(new SourceText(test.Text)), test.Reference);
            var right = test.IsRight(read);
            var (all, hits) = counts.GetValueOrDefault(test.Kind);
            counts[test.Kind] = (all + 1, hits + (right ? 1 : 0));
            if (!right && errors-- > 0) Console.WriteLine($"  {test.Kind,-13} {test.Reference:yyyy-MM-dd} {test.Text} -> {string.Join(", ", read.Select(d => $"[{d.Text}] {d.Value}"))}");
        }

        Console.WriteLine("recognizers-datetimemodel");
        foreach (var (kind, (all, right)) in counts) Console.WriteLine($"  {kind,-13} {right,4} of {all,4}  {100.0 * right / all:0.0} %");
        var dated = counts.Where(c => c.Key is "date" or "daterange" or "time" or "datetime").Select(c => c.Value).ToList();
        Console.WriteLine($"  dates, ranges and times together {100.0 * dated.Sum(c => c.Right) / dated.Sum(c => c.All):0.0} %");
    }
}
