using System.CommandLine;
using System.Diagnostics;
using System.Text.Json;
using Parley.Language;
using Parley.Reading.Statements;

namespace Parley.Training.Statements;

/// <summary><c>train statements</c> and <c>measure statements</c>.</summary>
internal static class StatementCommands
{
    public static Command Train()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder of corpora", Required = true };
        var output = new Option<FileInfo>("--out") { Description = "The model file", DefaultValueFactory = _ => new("models/statements.bin") };
        var limit = new Option<int>("--limit") { Description = "Articles to train on", DefaultValueFactory = _ => int.MaxValue };
        var drop = new Option<float>("--drop") { Description = "Share of a role's features left out at every step", DefaultValueFactory = _ => new TrainingOptions().Drop };
        var reports = new Option<DirectoryInfo?>("--reports") { Description = "A folder of gold reports of our own to train on as well" };
        var times = new Option<int>("--times") { Description = "How often each of these counts", DefaultValueFactory = _ => new TrainingOptions().OwnTimes };
        var command = new Command("statements", "Train the reader of statements on PolNeAR and on reports of our own") { data, output, limit, drop, reports, times };
        command.SetAction(parsed =>
        {
            var folder = parsed.GetValue(data)!.FullName;
            var language = EnglishLanguage.Load();
            var articles = AttributionCorpus.Load(Corpus(folder, "train"), language, parsed.GetValue(limit));
            if (parsed.GetValue(reports) is { } own) articles.AddRange(AttributionCorpus.Reports(own, language));
            var model = StatementTraining.Train(articles, new() { Log = Console.WriteLine, Drop = parsed.GetValue(drop), OwnTimes = parsed.GetValue(times) });
            var path = parsed.GetValue(output)!;
            path.Directory!.Create();
            using (var file = path.Create()) model.Write(file);
            path.Refresh();
            Console.WriteLine($"{path.Name}: {path.Length / 1e6:0.0} MB");
            Measure(AttributionCorpus.Load(Corpus(folder, "dev"), language), new(model), null);
        });
        return command;
    }

    public static Command Measure()
    {
        var data = new Option<DirectoryInfo>("--data") { Description = "The folder of corpora", Required = true };
        var file = new Option<FileInfo?>("--model") { Description = "A model file; the one built in where none is given" };
        var readings = new Option<FileInfo?>("--readings") { Description = "Where to write the statements as readings" };
        var command = new Command("statements", "Measure the reader of statements on PolNeAR's development part") { data, file, readings };
        command.SetAction(parsed =>
        {
            using var stream = parsed.GetValue(file)?.OpenRead();
            var reader = stream is null ? new AttributionReader() : new(StatementModel.Read(stream));
            var articles = AttributionCorpus.Load(Corpus(parsed.GetValue(data)!.FullName, "dev"), EnglishLanguage.Load());
            Measure(articles, reader, parsed.GetValue(readings));
        });
        return command;
    }

    private static string Corpus(string folder, string part) => Path.Combine(folder, "reading", "data", $"polnear-{part}.jsonl");

    private static void Measure(List<GoldArticle> articles, AttributionReader reader, FileInfo? readings)
    {
        using var writer = readings?.CreateText();
        var score = new StatementScore();
        var fastest = double.MaxValue;
        using var process = Process.GetCurrentProcess();
        for (var round = 0; round < 5; round++)
        {
            process.Refresh();
            var start = process.UserProcessorTime; // not the clock's: the machine may be busy
            foreach (var article in articles) reader.Read(article.Document);
            process.Refresh();
            fastest = Math.Min(fastest, (process.UserProcessorTime - start).TotalSeconds);
        }

        foreach (var article in articles)
        {
            var read = reader.Read(article.Document);
            score.Add(article.Document, article.Attributions, read);
            writer?.WriteLine(JsonSerializer.Serialize(new
            {
                schema = "parley.reading/1",
                report = new { id = article.Id },
                statements = read.Select(a => new { source = Pairs(a.Source), cue = Pairs(a.Cue), content = Pairs(a.Content), confidence = a.Confidence }),
            }));
        }

        Console.WriteLine(score);
        Console.WriteLine($"{articles.Sum(a => a.Document.Tokens.Length) / fastest:0} tokens a second of processor time");
    }

    private static int[][] Pairs(IEnumerable<Span> spans) => [.. spans.Select(s => new[] { s.Start, s.End })];
}
