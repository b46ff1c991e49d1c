using System.Globalization;

namespace Parley.Exchange.Conllu;

/// <summary>Writes CoNLL-U. What was read comes out as it went in.</summary>
public static class ConlluWriter
{
    public static void Write(TextWriter writer, ConlluSentence sentence)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(sentence);
        foreach (var comment in sentence.Comments) Line(writer, comment);
        var aside = 0;
        for (var i = 0; i <= sentence.Words.Length; i++)
        {
            while (aside < sentence.Asides.Length && sentence.Asides[aside].Before <= i) Line(writer, sentence.Asides[aside++].Line);
            if (i < sentence.Words.Length) Line(writer, Word(i + 1, sentence.Words[i]));
        }

        Line(writer, "");
    }

    private static string Word(int number, ConlluWord word) => string.Join(
        '\t',
        number.ToString(CultureInfo.InvariantCulture),
        word.Form,
        word.Lemma,
        word.Upos,
        word.Xpos,
        word.Features,
        word.Head < 0 ? "_" : word.Head.ToString(CultureInfo.InvariantCulture),
        word.Relation,
        word.Dependencies,
        word.Misc);

    private static void Line(TextWriter writer, string line)
    {
        writer.Write(line);
        writer.Write('\n');
    }
}
