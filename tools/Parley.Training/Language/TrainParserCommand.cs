using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Parley.Exchange.Reports;
using Parley.Language;
using Parley.Language.Parsing;
using Parley.Language.Tagging;

namespace Parley.Training.Language;

/// <summary><c>train parser</c>.</summary>
internal static class TrainParserCommand
{
    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "The folder with language/data." };
        var output = new Option<FileInfo>("--output") { DefaultValueFactory = _ => new("models/parser.bin") };
        var tags = new Option<FileInfo?>("--tags") { Description = "Keeps the training sentences' predicted tags in this file, or takes them from it where it exists." };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 12, Description = "How often the sentences are gone through." };
        var seed = new Option<int>("--seed") { DefaultValueFactory = _ => 1, Description = "Draws the first weights and the order of sentences." };
        var council = new Option<FileInfo[]>("--council") { AllowMultipleArgumentsPerToken = true, Description = "Parsers that together parse the raw reports to learn from." };
        var raw = new Option<FileInfo?>("--raw") { Description = "Reports as JSON lines, of which only the text is looked at; with --council." };
        var command = new Command("parser", "Learns dependency trees from the treebanks, with tags predicted by taggers that have not seen them.")
        {
            data, output, tags, rounds, seed, council, raw,
        };
        command.SetAction(result =>
        {
            var train = PredictedTags.For(Treebank.Train(result.GetRequiredValue(data)), result.GetValue(tags));
            var dev = Treebank.Names.ToDictionary(name => name, name => Treebank.Dev(result.GetRequiredValue(data), name));
            var parsed = result.GetValue(council) is { Length: > 0 } files && result.GetValue(raw) is { } reports ? Parsed(files, reports, dev) : [];
            var trainer = new ParserTrainer(train, parsed, result.GetRequiredValue(seed));
            Run(trainer, result.GetRequiredValue(rounds), dev, result.GetRequiredValue(output));
        });
        return command;
    }

    private static List<GoldSentence> Parsed(FileInfo[] files, FileInfo reports, Dictionary<string, List<GoldSentence>> dev)
    {
        var council = new ParserCouncil(files);
        var tagger = Tagger.Load();
        foreach (var (name, sentences) in dev) Console.WriteLine($"the council on {name}: {Score.Of(sentences, tokens => council.Parse(Tagged(tokens, tagger)).Tokens).Trees}");
        var parsed = council.Parse(File.ReadLines(reports.FullName).Where(line => line.Length > 0).Select(ReportJsonLines.Read), EnglishLanguage.Load());
        Console.WriteLine(FormattableString.Invariant($"{parsed.Count} sentences parsed"));
        return parsed;
    }

    private static Token[] Tagged(Token[] tokens, Tagger tagger)
    {
        tagger.Tag(tokens);
        return tokens;
    }

    private static void Run(ParserTrainer trainer, int rounds, Dictionary<string, List<GoldSentence>> dev, FileInfo output)
    {
        var tagger = Tagger.Load();
        var clock = Stopwatch.StartNew();
        var model = trainer.Train(rounds, (round, model) =>
        {
            Console.WriteLine(FormattableString.Invariant($"{round} {clock.Elapsed.TotalSeconds:F0}s"));
            foreach (var (name, sentences) in dev) Console.WriteLine($"  {name}: {Score.Of(sentences, tagger, new Parser(model)).Trees}");
        });
        using var writer = new BinaryWriter(output.Create(), Encoding.UTF8);
        model.Write(writer);
    }
}
