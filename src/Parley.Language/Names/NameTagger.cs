using System.Collections.Immutable;
using Parley.Language.Lemmas;

namespace Parley.Language.Names;

/// <summary>Finds names of persons, organizations, places and other things. Thread-safe.</summary>
/// <remarks>A linear-chain conditional random field: the best labels by Viterbi's algorithm, confidence from the marginals.</remarks>
public sealed class NameTagger
{
    private readonly Gazetteer _gazetteer = Gazetteer.Load();
    private readonly NameModel _model;
    private readonly Lemmatizer _words;

    public NameTagger(NameModel model, Lemmatizer words)
    {
        _model = model;
        _words = words;
    }

    /// <summary>The tagger with the model built into this assembly.</summary>
    public static NameTagger Load(Lemmatizer words)
    {
        using var stream = typeof(NameTagger).Assembly.GetManifestResourceStream("names.bin")
            ?? throw new InvalidOperationException("The model names.bin is not in the assembly.");
        return new(NameModel.Load(stream), words);
    }

    /// <summary>Whether a word is written as a place known by name, and as no common word.</summary>
    public bool IsPlace(string form) =>
        form.Length > 2 && char.IsUpper(form[0]) && _gazetteer.Of(form) is var clues && (clues & NameClues.Place) != 0 && (clues & (NameClues.Common | NameClues.Demonym)) == 0;

    /// <summary>The names of a text, in order. Linear in its tokens.</summary>
    public ImmutableArray<Name> Tag(ImmutableArray<Token> tokens, ImmutableArray<Sentence> sentences)
    {
        var features = new NameFeatures(_gazetteer, _words);
        var chain = new NameChain(_model);
        var forms = new List<string>();
        var names = new List<Name>();
        foreach (var sentence in sentences)
        {
            forms.Clear();
            for (var i = sentence.First; i < sentence.End; i++) forms.Add(tokens[i].Form);
            features.Read(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(forms));
            for (var i = 0; i < forms.Count;)
            {
                if (!features.Allows(i).Begin)
                {
                    i++;
                    continue;
                }

                var end = i + 1;
                while (end < forms.Count && features.Allows(end).Inside) end++;
                chain.Label(features, i, end, forms.Count);
                Collect(chain, tokens, sentence.First + i, names);
                i = end;
            }
        }

        NameConsistency.Apply(tokens, _gazetteer, System.Runtime.InteropServices.CollectionsMarshal.AsSpan(names));
        return [.. names];
    }

    private static void Collect(NameChain chain, ImmutableArray<Token> tokens, int offset, List<Name> names)
    {
        for (var i = 0; i < chain.Length; i++)
        {
            var label = chain.Labels[i];
            if (label == NameLabels.Outside) continue;
            var confidence = chain.Confidences[i];
            var end = i + 1;
            for (; end < chain.Length && NameLabels.IsInside(chain.Labels[end]); end++)
                confidence = Math.Min(confidence, chain.Confidences[end]);
            NameEdges.Add(tokens, offset + i, offset + end, NameLabels.KindOf(label), Math.Round(confidence, 3), names);
            i = end - 1;
        }
    }
}
