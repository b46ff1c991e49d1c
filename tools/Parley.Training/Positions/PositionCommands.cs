using System.CommandLine;
using System.Diagnostics;
using Parley.Exchange.Readings;
using Parley.Language;
using Parley.Reading;
using Parley.Reading.Actors;
using Parley.Reading.Positions;

namespace Parley.Training.Positions;

/// <summary><c>measure positions</c> and <c>measure acts</c>.</summary>
internal static class PositionCommands
{
    public static Command MeasurePositions()
    {
        var gold = new Option<DirectoryInfo>("--gold") { Required = true, Description = "A folder of *.gold.json." };
        var output = new Option<FileInfo>("--output") { Required = true, Description = "Where the readings go, one a line, for the scorer." };
        var given = new Option<bool>("--gold-statements") { Description = "Take actors and statements from the gold, so that positions alone are measured." };
        var explain = new Option<bool>("--explain") { Description = "Show each position with the rule that read it, beside the gold's." };
        var command = new Command("positions", "Reads positions out of gold reports.") { gold, output, given, explain };
        command.SetAction(result =>
        {
            var (language, reader) = (EnglishLanguage.Load(), ReportReader.Load());
            using var readings = result.GetRequiredValue(output).CreateText();
            foreach (var file in result.GetRequiredValue(gold).EnumerateFiles("*.gold.json").OrderBy(f => f.Name, StringComparer.Ordinal))
            {
                var report = GoldReading.Load(file.FullName);
                var reading = Read(language, reader, report, result.GetValue(given), result.GetValue(explain));
                readings.WriteLine(ReadingJson.Write(reading));
            }
        });
        return command;
    }

    public static Command MeasureActs()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "The folder with reading/data." };
        var errors = new Option<int>("--errors") { Description = "How many errors to show." };
        var file = new Option<string>("--file") { DefaultValueFactory = _ => "plover-gsr-dev.jsonl", Description = "Sentences with their PLOVER event." };
        var spans = new Option<bool>("--spans") { Description = "Take the source's place in the sentence from the gold." };
        var command = new Command("acts", "Measures the PLOVER class of a sentence's event.") { data, errors, file, spans };
        command.SetAction(result => PloverMeasure.Run(
            Path.Combine(result.GetRequiredValue(data).FullName, "reading", "data", result.GetValue(file)!), result.GetValue(errors), result.GetValue(spans)));
        return command;
    }

    private static ReportReading Read(EnglishLanguage language, ReportReader reader, GoldReading gold, bool given, bool explain)
    {
        var text = new SourceText(gold.Text);
        PublicationDate.TryParse(gold.Published, out var published);
        var report = new Report(gold.Id, text) { Published = published };
        var document = language.Analyze(text);
        var reading = reader.Read(report, document);
        if (given) reading = reading with { Actors = gold.Actors, Statements = gold.Statements };
        var positions = new PositionReader();
        var actors = new ActorTable(reading.Actors);
        var clock = Stopwatch.StartNew();
        var (issues, found) = positions.Read(document, actors, reading.Dates, reading.Statements);
        var seconds = clock.Elapsed.TotalSeconds;
        if (explain) Explain(document, gold, reading, found, positions.Explain(document, actors, reading.Statements).Explanations);
        Console.Error.WriteLine(FormattableString.Invariant($"{gold.Id}: {found.Length} positions, {document.Tokens.Length / seconds / 1e3:F0} k words/s"));
        return reading with { Issues = issues, Positions = found };
    }

    private static void Explain(Document document, GoldReading gold, ReportReading reading, IEnumerable<Position> found, IEnumerable<Explanation> why)
    {
        var names = reading.Actors.ToDictionary(a => a.Id, a => a.Name);
        var lines = found.Zip(why, (Position, Why) => (Position, Why: Why.Reasons[0])).Select(f => (At: f.Position.Evidence[0].Start, Line: FormattableString.Invariant(
                $"   read {names[f.Position.Party!]} | {f.Position.Act} {f.Position.Stance} {f.Position.Firmness} | {document.Slice(f.Position.Evidence[0])} | {f.Position.Statement} {f.Position.Confidence:F2} {f.Why}")))
            .Concat(gold.Positions.Select(p => (At: document.Chars.IndexOf(p.Evidence, StringComparison.Ordinal), Line: $"   GOLD {p.Party} | {p.Act} {p.Stance} {p.Firmness} | {p.Evidence} | {p.Issue}")))
            .ToLookup(l => document.SentenceAt(l.At), l => l.Line);
        Console.WriteLine($"=== {gold.Id}");
        for (var s = 0; s < document.Sentences.Length; s++)
        {
            if (!lines.Contains(s)) continue;
            Console.WriteLine(document.Slice(document.Sentences[s].Span));
            foreach (var line in lines[s]) Console.WriteLine(line);
        }
    }
}
