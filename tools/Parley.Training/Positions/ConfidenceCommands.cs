using System.CommandLine;
using System.Globalization;
using Parley.Language;
using Parley.Reading;
using Parley.Reading.Actors;
using Parley.Reading.Positions;
using Parley.Training.Actors;

namespace Parley.Training.Positions;

/// <summary><c>train confidence</c> and <c>measure confidence</c>: how likely a position is right, by the rule that read it.</summary>
internal static class ConfidenceCommands
{
    public static Command Train()
    {
        var gold = Gold();
        var output = new Option<FileInfo>("--output") { Required = true, Description = "Where the weights go: src/Parley.Reading/Positions/Data/confidence.tsv." };
        var share = new Option<double?>("--first-sight") { Description = "The share that was right in reports when the reader first saw them; the weights are shifted to it, since rules mended on a report read it better than others." };
        var command = new Command("confidence", "Fits the confidence of positions to gold reports.") { gold, output, share };
        command.SetAction(result =>
        {
            var cases = Cases(result.GetRequiredValue(gold));
            Console.WriteLine("each report judged by weights fitted to the others:");
            Reliability.Print(cases.GroupBy(c => c.Report).SelectMany(held =>
            {
                var weights = ConfidenceFit.Fit([.. cases.Where(c => c.Report != held.Key)]);
                return held.Select(c => (ConfidenceFit.Probability(weights, c.Features), c.Right));
            }));
            var fitted = ConfidenceFit.Fit(cases);
            if (result.GetValue(share) is { } wanted) ConfidenceFit.Shift(fitted, cases, wanted);
            using var file = result.GetRequiredValue(output).CreateText();
            file.WriteLine("# What each ground weighs, in log odds, for a position's being right. Written by `train confidence`.");
            foreach (var (feature, weight) in fitted.OrderBy(w => w.Key, StringComparer.Ordinal))
                file.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{feature}\t{weight:0.000}"));
        });
        return command;
    }

    public static Command Measure()
    {
        var gold = Gold();
        var command = new Command("confidence", "Prints how often positions of each confidence, and of each family of rules, are right.") { gold };
        command.SetAction(result =>
        {
            var cases = Cases(result.GetRequiredValue(gold));
            Reliability.Print(cases.Select(c => (c.Confidence, c.Right)));
            Console.WriteLine("by family of rules:");
            foreach (var rule in cases.GroupBy(c => c.Features.First(f => f.StartsWith("rule ", StringComparison.Ordinal))).OrderByDescending(g => g.Count()))
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {rule.Key,-22} {rule.Count(),4} read, {rule.Average(c => c.Right ? 1 : 0):0.00} right, mean confidence {rule.Average(c => c.Confidence):0.00}"));
        });
        return command;
    }

    private static Option<DirectoryInfo[]> Gold() => new("--gold") { Required = true, AllowMultipleArgumentsPerToken = true, Description = "Folders of *.gold.json." };

    private static List<ConfidenceCase> Cases(DirectoryInfo[] folders)
    {
        var (language, reader, positions) = (EnglishLanguage.Load(), ReportReader.Load(), new PositionReader());
        var cases = new List<ConfidenceCase>();
        foreach (var file in folders.SelectMany(f => f.EnumerateFiles("*.gold.json")).OrderBy(f => f.Name, StringComparer.Ordinal))
        {
            var (gold, cast) = (GoldReading.Load(file.FullName), GoldReport.Load(file.FullName));
            var document = language.Analyze(cast.Report.Text);
            var reading = reader.Read(cast.Report, document);
            var actors = new ActorTable(reading.Actors);
            var right = new GoldPositions(gold, cast, document).Judge(reading, actors);
            var drafts = positions.Drafts(document, actors, reading.Statements);
            for (var i = 0; i < drafts.Count; i++)
                cases.Add(new(gold.Id, [.. PositionConfidence.Features(drafts[i])], reading.Positions[i].Confidence, right[i]));
        }

        Console.WriteLine($"{cases.Count} positions read in {cases.Select(c => c.Report).Distinct().Count()} reports, {cases.Count(c => c.Right)} right");
        return cases;
    }
}

/// <summary>A position read in a gold report, and whether the gold has it.</summary>
internal sealed record ConfidenceCase(string Report, string[] Features, double Confidence, bool Right);
