using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Parley.Language;
using Parley.Language.Parsing;
using Parley.Language.Tagging;

namespace Parley.Training.Language;

/// <summary><c>train parser</c>.</summary>
internal static class TrainParserCommand
{
    private const int Seed = 1;

    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "The folder with language/data." };
        var output = new Option<FileInfo>("--output") { DefaultValueFactory = _ => new("models/parser.bin") };
        var tags = new Option<FileInfo?>("--tags") { Description = "Keeps the training sentences' predicted tags in this file, or takes them from it where it exists." };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 12, Description = "How often the sentences are gone through." };
        var command = new Command("parser", "Learns dependency trees from the treebanks, with tags predicted by taggers that have not seen them.") { data, output, tags, rounds };
        command.SetAction(result => Run(result.GetRequiredValue(data), result.GetRequiredValue(output), result.GetValue(tags), result.GetRequiredValue(rounds)));
        return command;
    }

    private static void Run(DirectoryInfo data, FileInfo output, FileInfo? tags, int rounds)
    {
        var tagger = Tagger.Load();
        var dev = Treebank.Names.ToDictionary(name => name, name => Treebank.Dev(data, name));
        var train = PredictedTags.For(Treebank.Train(data), tags);
        var clock = Stopwatch.StartNew();
        var model = new ParserTrainer(train, Seed).Train(rounds, (round, model) =>
        {
            Console.WriteLine(FormattableString.Invariant($"{round} {clock.Elapsed.TotalSeconds:F0}s"));
            foreach (var (name, sentences) in dev) Console.WriteLine($"  {name}: {Score.Of(sentences, tagger, new Parser(model)).Trees}");
        });
        using var writer = new BinaryWriter(output.Create(), Encoding.UTF8);
        model.Write(writer);
    }
}
