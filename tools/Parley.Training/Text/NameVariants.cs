using Parley.Language.Names;

namespace Parley.Training.Text;

/// <summary>Variants of annotated sentences: with other names in them, and in capitals like a headline.</summary>
internal static class NameVariants
{
    public static List<LabelledSentence> Of(List<LabelledSentence> sentences, NameInventor inventor, Random random)
    {
        var variants = new List<LabelledSentence>();
        foreach (var sentence in sentences)
        {
            if (!sentence.Labels.Any(label => label > 0)) continue;
            var chance = random.Next(100);
            if (chance < 45) variants.Add(Renamed(sentence, inventor, random));
            else if (chance < 52) variants.Add(sentence with { Forms = [.. sentence.Forms.Select(form => form.ToUpperInvariant())] });
        }

        return variants;
    }

    private static LabelledSentence Renamed(LabelledSentence sentence, NameInventor inventor, Random random)
    {
        var (forms, labels) = (new List<string>(), new List<int>());
        for (var i = 0; i < sentence.Forms.Length; i++)
        {
            var label = sentence.Labels[i];
            var end = i + 1;
            if (label > 0)
                while (end < sentence.Forms.Length && sentence.Labels[end] == label + 1) end++;
            var kind = NameLabels.KindOf(label);
            var other = label == 0 || NameLabels.IsInside(label) || random.Next(3) == 0 ? null
                : kind == NameKind.Place ? inventor.Place()
                : kind == NameKind.Person ? end - i > 1 ? inventor.Person() : inventor.Surname()
                : null;
            var words = other?.Split(' ') ?? sentence.Forms[i..end];
            for (var k = 0; k < words.Length; k++)
            {
                forms.Add(words[k]);
                labels.Add(label == 0 ? 0 : k == 0 ? label : NameLabels.Inside(kind));
            }

            i = end - 1;
        }

        return new([.. forms], [.. labels]);
    }
}
