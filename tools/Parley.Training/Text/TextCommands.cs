using System.CommandLine;
using System.Diagnostics;
using Parley.Language;
using Parley.Language.Text;

namespace Parley.Training.Text;

/// <summary><c>measure text</c>: sentences and tokens found in raw text against the treebanks' own.</summary>
internal static class TextCommands
{
    public static Command Measure()
    {
        var data = new Option<DirectoryInfo>("--data") { Required = true, Description = "The folder with language/data." };
        var errors = new Option<int>("--errors") { Description = "How many errors to show." };
        var part = new Option<string>("--part") { DefaultValueFactory = _ => "dev", Description = "dev or train." };
        var command = new Command("text", "Measures tokens and sentences on raw text.") { data, errors, part };
        command.SetAction(result =>
        {
            foreach (var treebank in (string[])["ewt", "gum-open"])
                Measure(Path.Combine(result.GetRequiredValue(data).FullName, "language", "data", $"{treebank}-{result.GetValue(part)}.conllu"), result.GetValue(errors));
        });
        return command;
    }

    private static void Measure(string path, int errors)
    {
        var segmenter = new Segmenter();
        var (tokens, sentences) = (new Overlap(), new Overlap());
        var texts = GoldText.Read(path).ToList();
        foreach (var gold in texts)
        {
            var document = segmenter.Segment(new(gold.Text));
            var found = document.Tokens.Select(token => token.Span).ToList();
            tokens.Add(gold.Words.Select(word => word.Span), found);
            sentences.Add(gold.Sentences, document.Sentences.Select(sentence => sentence.Span));
            if (errors > 0) Show(document, gold, ref errors);
        }

        var words = texts.Sum(text => text.Words.Count);
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 5; round++)
        {
            var clock = Stopwatch.StartNew();
            foreach (var gold in texts) segmenter.Segment(new(gold.Text));
            if (clock.Elapsed < best) best = clock.Elapsed;
        }

        Console.WriteLine(FormattableString.Invariant($"{Path.GetFileNameWithoutExtension(path)}: precision, recall, F1"));
        Console.WriteLine($"  tokens    {tokens}");
        Console.WriteLine($"  sentences {sentences}");
        Console.WriteLine(FormattableString.Invariant($"  {words / best.TotalSeconds / 1e6:F2} million words a second"));
    }

    private static void Show(Document document, GoldText gold, ref int errors)
    {
        var goldEnds = gold.Sentences.Select(sentence => sentence.End).ToHashSet();
        var ends = document.Sentences.Select(sentence => sentence.Span.End).ToHashSet();
        foreach (var end in goldEnds.Union(ends).Order())
        {
            if (goldEnds.Contains(end) && ends.Contains(end) || --errors < 0) continue;
            Console.WriteLine($"{(ends.Contains(end) ? "false " : "missed")}  {Around(document, end)}");
        }

        var words = gold.Words.Select(word => word.Span).ToHashSet();
        foreach (var token in document.Tokens)
        {
            if (words.Contains(token.Span) || --errors < 0) continue;
            var near = gold.Words.Where(word => word.Span.Overlaps(token.Span)).Select(word => word.Form);
            Console.WriteLine($"token   {document.Slice(token.Span)} for {string.Join(" | ", near)}");
        }
    }

    private static string Around(Document document, int position)
    {
        var left = document.Slice(new(Math.Max(0, position - 50), position));
        var right = document.Slice(new(position, Math.Min(document.Text.Length, position + 40)));
        return $"{left} ¦ {right}".ReplaceLineEndings("¶");
    }
}
