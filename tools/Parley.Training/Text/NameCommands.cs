using System.CommandLine;
using System.Collections.Immutable;
using System.Diagnostics;
using Parley.Language;
using Parley.Language.Lemmas;
using Parley.Language.Names;

namespace Parley.Training.Text;

/// <summary><c>train names</c> and <c>measure names</c>.</summary>
internal static class NameCommands
{
    private const int Seed = 20261124;

    public static Command Train()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "The folder with language/data." };
        var output = new Option<FileInfo>("--output") { DefaultValueFactory = _ => new("models/names.bin") };
        var patterns = new Option<FileInfo>("--patterns") { DefaultValueFactory = _ => new("data/name-patterns.txt") };
        var gazetteer = new Option<FileInfo>("--gazetteer") { DefaultValueFactory = _ => new("src/Parley.Language/Names/gazetteer.txt") };
        var epochs = new Option<int>("--epochs") { DefaultValueFactory = _ => 6 };
        var invented = new Option<int>("--invented") { DefaultValueFactory = _ => 40, Description = "Sentences made of each pattern." };
        var command = new Command("names", "Trains the name tagger.") { data, output, patterns, gazetteer, epochs, invented };
        command.SetAction(result =>
        {
            var lists = Lists(result.GetRequiredValue(gazetteer).FullName);
            var random = new Random(Seed);
            var inventor = new NameInventor(lists, random);
            var sentences = Corpora(result.GetRequiredValue(data), lists).SelectMany(corpus => corpus.Train).ToList();
            sentences.AddRange(NameVariants.Of(sentences, inventor, random));
            foreach (var pattern in File.ReadLines(result.GetRequiredValue(patterns).FullName))
                if (pattern.Length > 0 && pattern[0] != '#')
                    for (var i = 0; i < result.GetValue(invented); i++) sentences.Add(inventor.Fill(pattern));
            var trainer = new NameTrainer();
            var features = NameFeatures.Load();
            foreach (var sentence in sentences) trainer.Add(features, sentence);
            var model = trainer.Train(result.GetValue(epochs), random);
            using var stream = result.GetRequiredValue(output).Create();
            model.Save(stream);
        });
        return command;
    }

    public static Command Measure()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "The folder with language/data." };
        var gazetteer = new Option<FileInfo>("--gazetteer") { DefaultValueFactory = _ => new("src/Parley.Language/Names/gazetteer.txt") };
        var model = new Option<FileInfo>("--model") { DefaultValueFactory = _ => new("models/names.bin") };
        var errors = new Option<int>("--errors") { Description = "How many errors to show for each corpus." };
        var command = new Command("names", "Measures names on the held-out parts.") { data, gazetteer, model, errors };
        command.SetAction(result =>
        {
            using var stream = result.GetRequiredValue(model).OpenRead();
            var tagger = new NameTagger(NameModel.Load(stream), Lemmatizer.Load());
            foreach (var corpus in Corpora(result.GetRequiredValue(data), Lists(result.GetRequiredValue(gazetteer).FullName)))
                Measure(tagger, corpus.Name, corpus.Held, result.GetValue(errors));
        });
        return command;
    }

    private static void Measure(NameTagger tagger, string name, List<LabelledSentence> held, int errors)
    {
        var all = new Overlap();
        var kinds = Enum.GetValues<NameKind>().ToDictionary(kind => kind, _ => new Overlap());
        var bins = new (int Right, int All)[10];
        var words = 0;
        var clock = new Stopwatch();
        foreach (var sentence in held)
        {
            var tokens = sentence.Forms.Select((form, i) => new Token(new(i, i + 1), form, form, Upos.X, "", -1, "root")).ToImmutableArray();
            words += tokens.Length;
            clock.Start();
            var found = tagger.Tag(tokens, [new(new(0, tokens.Length), 0, tokens.Length, 0)]);
            clock.Stop();
            var gold = Gold(sentence);
            foreach (var kind in kinds.Keys)
                kinds[kind].Add(gold.Where(one => one.Kind == kind).Select(one => one.Span), found.Where(one => one.Kind == kind).Select(one => one.Span));
            all.Add(gold.Select(one => new Span(one.Span.Start * 10 + (int)one.Kind, one.Span.End)), found.Select(one => new Span(one.Span.Start * 10 + (int)one.Kind, one.Span.End)));
            foreach (var one in found)
            {
                var right = gold.Contains((one.Span, one.Kind));
                ref var bin = ref bins[Math.Min(9, (int)(one.Confidence * 10))];
                bin = (bin.Right + (right ? 1 : 0), bin.All + 1);
                if (!right && --errors >= 0) Console.WriteLine($"  found {one.Kind}: {string.Join(' ', sentence.Forms[one.First..one.End])}  in: {string.Join(' ', sentence.Forms)}");
            }
        }

        Console.WriteLine($"{name,-18} {all}  {string.Join("  ", kinds.Select(kind => FormattableString.Invariant($"{kind.Key} {100 * kind.Value.F1:F1}")))}");
        Console.WriteLine($"  right by confidence: {string.Join(" ", bins.Select((bin, i) => bin.All == 0 ? "-" : FormattableString.Invariant($"{i / 10.0:F1}:{(double)bin.Right / bin.All:F2}/{bin.All}")))}; {words / clock.Elapsed.TotalSeconds / 1e6:F2} million words a second");
    }

    private static HashSet<(Span Span, NameKind Kind)> Gold(LabelledSentence sentence)
    {
        var gold = new HashSet<(Span, NameKind)>();
        for (var i = 0; i < sentence.Labels.Length; i++)
        {
            if (sentence.Labels[i] == 0 || NameLabels.IsInside(sentence.Labels[i])) continue;
            var end = i + 1;
            while (end < sentence.Labels.Length && sentence.Labels[end] == sentence.Labels[i] + 1) end++;
            gold.Add((new(i, end), NameLabels.KindOf(sentence.Labels[i])));
        }

        return gold;
    }

    private static List<(string Name, List<LabelledSentence> Train, List<LabelledSentence> Held)> Corpora(DirectoryInfo data, Dictionary<string, string[]> lists)
    {
        var folder = Path.Combine(data.FullName, "language", "data");
        var nationalities = lists["demonym"].ToHashSet(StringComparer.Ordinal);
        var wiki = NameCorpora.Conll(Path.Combine(folder, "wikigold.conll"));
        var re3d = NameCorpora.Re3d(Path.Combine(folder, "re3d.jsonl"));
        var gum = NameCorpora.Gum(Path.Combine(folder, "gum-entities-coref-train.jsonl"));
        var gumDev = NameCorpora.Gum(Path.Combine(folder, "gum-entities-coref-dev.jsonl"));
        NameCorpora.AddNationalities(gum.Concat(gumDev).Concat(re3d), nationalities);
        return
        [
            ("crossner-politics", NameCorpora.Conll(Path.Combine(folder, "crossner-politics-train.conll")), NameCorpora.Conll(Path.Combine(folder, "crossner-politics-dev.conll"))),
            ("wikigold", wiki[..(wiki.Count * 85 / 100)], wiki[(wiki.Count * 85 / 100)..]),
            ("gum", gum, gumDev),
            ("re3d", re3d[..(re3d.Count * 80 / 100)], re3d[(re3d.Count * 80 / 100)..]),
        ];
    }

    private static Dictionary<string, string[]> Lists(string path)
    {
        var lists = new Dictionary<string, List<string>>();
        var list = "";
        foreach (var line in File.ReadLines(path))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            if (line[0] == '[') lists.TryAdd(list = line[1..^1], []);
            else lists[list].AddRange(line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
        }

        return lists.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
    }
}
