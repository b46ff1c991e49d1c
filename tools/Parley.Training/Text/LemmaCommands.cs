using System.CommandLine;
using Parley.Language;
using Parley.Language.Lemmas;

namespace Parley.Training.Text;

/// <summary><c>train lemmas</c> and <c>measure lemmas</c>.</summary>
internal static class LemmaCommands
{
    private static readonly string[] Treebanks = ["ewt", "gum-open"];

    public static Command Train()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "The folder with language/data." };
        var output = new Option<FileInfo>("--output") { DefaultValueFactory = _ => new("models/lemmas.bin") };
        var command = new Command("lemmas", "Learns lemmas from the treebanks.") { data, output };
        command.SetAction(result =>
        {
            var trainer = new LemmaTrainer();
            foreach (var treebank in Treebanks)
                foreach (var text in GoldText.Read(PathOf(result.GetRequiredValue(data), treebank, "train")))
                    foreach (var word in text.Words) trainer.Add(word);
            using var stream = result.GetRequiredValue(output).Create();
            trainer.Save(stream);
        });
        return command;
    }

    public static Command Measure()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "The folder with language/data." };
        var errors = new Option<int>("--errors") { Description = "How many kinds of error to show." };
        var command = new Command("lemmas", "Measures lemmas on gold tokens and tags.") { data, errors };
        command.SetAction(result =>
        {
            var lemmatizer = Lemmatizer.Load();
            foreach (var treebank in Treebanks)
            {
                var (right, all) = (0, 0);
                var wrong = new Dictionary<string, int>();
                foreach (var text in GoldText.Read(PathOf(result.GetRequiredValue(data), treebank, "dev")))
                    text.Words.ToList().ForEach(word =>
                    {
                        var found = lemmatizer.Lemma(word.Form, word.Upos, word.Xpos);
                        all++;
                        if (found == word.Lemma) right++;
                        else wrong[$"{word.Form} {word.Xpos}: {found} for {word.Lemma}"] = wrong.GetValueOrDefault($"{word.Form} {word.Xpos}: {found} for {word.Lemma}") + 1;
                    });
                Console.WriteLine(FormattableString.Invariant($"{treebank}-dev lemmas {100.0 * right / all:F2} of {all} words"));
                foreach (var (kind, count) in wrong.OrderByDescending(kind => kind.Value).Take(result.GetValue(errors))) Console.WriteLine($"  {count,4} {kind}");
            }
        });
        return command;
    }

    private static string PathOf(DirectoryInfo data, string treebank, string part) =>
        Path.Combine(data.FullName, "language", "data", $"{treebank}-{part}.conllu");
}
