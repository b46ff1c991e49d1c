using System.CommandLine;
using System.Diagnostics;
using System.Text;
using Parley.Language;
using Parley.Language.Tagging;

namespace Parley.Training.Language;

/// <summary><c>train tagger</c>.</summary>
internal static class TrainTaggerCommand
{
    private const int Seed = 1;

    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "The folder with language/data." };
        var output = new Option<FileInfo>("--output") { DefaultValueFactory = _ => new("models/tagger.bin") };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 10, Description = "How often the sentences are gone through." };
        var command = new Command("tagger", "Learns part-of-speech tags from the treebanks.") { data, output, rounds };
        command.SetAction(result => Run(result.GetRequiredValue(data), result.GetRequiredValue(output), result.GetRequiredValue(rounds)));
        return command;
    }

    private static void Run(DirectoryInfo data, FileInfo output, int rounds)
    {
        var dev = Treebank.Names.ToDictionary(name => name, name => Treebank.Dev(data, name));
        var clock = Stopwatch.StartNew();
        var model = new TaggerTrainer(Treebank.Train(data), Seed).Train(rounds, (round, model) =>
        {
            Console.Write(FormattableString.Invariant($"{round} {clock.Elapsed.TotalSeconds:F0}s"));
            foreach (var (name, sentences) in dev) Console.Write($"  {name}: {Score.Of(sentences, new Tagger(model), null).Tags}");
            Console.WriteLine();
        });
        using var writer = new BinaryWriter(output.Create(), Encoding.UTF8);
        model.Write(writer);
    }
}
