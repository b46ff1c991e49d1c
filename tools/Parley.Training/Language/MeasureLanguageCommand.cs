using System.CommandLine;
using System.Diagnostics;
using Parley.Language;
using Parley.Language.Parsing;
using Parley.Language.Tagging;

namespace Parley.Training.Language;

/// <summary><c>measure language</c>: tags and trees on gold words, and their speed on one thread.</summary>
internal static class MeasureLanguageCommand
{
    private const int Repeats = 5;

    public static Command Create()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "The folder with language/data." };
        var command = new Command("language", "Measures tags and trees on gold words.") { data };
        command.SetAction(result => Run(result.GetRequiredValue(data)));
        return command;
    }

    private static void Run(DirectoryInfo data)
    {
        var clock = Stopwatch.StartNew();
        var (tagger, parser) = (Tagger.Load(), Parser.Load());
        Console.WriteLine(FormattableString.Invariant($"loaded in {clock.ElapsedMilliseconds} ms"));
        foreach (var name in Treebank.Names)
        {
            var sentences = Treebank.Dev(data, name);
            Console.WriteLine($"{name}-dev: {Score.Of(sentences, tagger, parser).Trees}");
            var words = sentences.Sum(sentence => sentence.Tokens.Length);
            var tagging = Fastest(sentences, tokens => tagger.Tag(tokens));
            var parsing = Fastest(sentences, tokens => parser.Parse(tokens, 0));
            Console.WriteLine(FormattableString.Invariant($"  tagger {words / tagging:N0} words/s, parser {words / parsing:N0} words/s"));
        }
    }

    /// <summary>Processor seconds of the fastest of several runs: other work on the machine only ever adds.</summary>
    private static double Fastest(List<GoldSentence> sentences, Action<Token[]> work)
    {
        var best = double.MaxValue;
        for (var repeat = 0; repeat < Repeats; repeat++)
        {
            var copies = sentences.ConvertAll(sentence => (Token[])sentence.Tokens.Clone());
            var start = Environment.CpuUsage.UserTime;
            foreach (var tokens in copies) work(tokens);
            best = Math.Min(best, (Environment.CpuUsage.UserTime - start).TotalSeconds);
        }

        return best;
    }
}
