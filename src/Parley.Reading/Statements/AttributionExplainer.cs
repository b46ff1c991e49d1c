using System.Collections.Immutable;
using System.Globalization;
using Parley.Language;

namespace Parley.Reading.Statements;

/// <summary>Says why each attribution stands: how likely its cue is one, how well source and content fit, and what spoke for and against.</summary>
internal sealed class AttributionExplainer(StatementModel model, CueLexicon lexicon)
{
    private const int Shown = 3; // grounds on either side

    /// <summary>What each template of <see cref="VerdictFeatures"/> looks at, in its order.</summary>
    internal static readonly ImmutableArray<string> Grounds =
    [
        "any draft", "cue odds", "fit", "cue odds", "shape", "fit", "shape", "shape", "shape", "shape", "quotation", "the cue's word", "quotation",
        "length of content", "length of content", "length of content", "length of content", "first word of content", "first word of content", "first word of content",
        "end of content", "source", "source", "source", "source", "source", "rival cues", "rival cues", "rival cues", "rival cues", "rival cues", "rival cues",
        "rival cues", "rival cues", "cue odds", "quotation", "second opinion", "second opinion", "second opinion", "second opinion", "second opinion",
        "second opinion", "second opinion", "second opinion", "second opinion",
    ];

    /// <summary>For each attribution the reasons, given the drafts it was chosen from.</summary>
    public ImmutableArray<string> Explain(Traits traits, List<AttributionDraft> drafts, AttributionDraft accepted, float odds)
    {
        var head = accepted.Head;
        var token = traits.Document.Tokens[head];
        var known = lexicon.ClassesOf(token.Lemma, token.Upos) != 0;
        return
        [
            Text($"cue: \"{token.Form}\" heads one with probability {Probability(traits.CueOdds[head]):0.00}; {(known ? "the word is in the list of words that attribute" : "the word is in no list")}"),
            Text($"source and content: drawn around it by the tree and the marks of quotation, {accepted.Gain:0.0} better in log odds than none"),
            Text($"verdict: stands with probability {Probability(odds):0.00}; {Weighed(traits, drafts, accepted)}"),
        ];
    }

    private string Weighed(Traits traits, List<AttributionDraft> drafts, AttributionDraft accepted)
    {
        var features = new FeatureList(VerdictFeatures.Capacity);
        VerdictFeatures.Extract(traits, accepted, drafts, drafts.FindIndex(d => d.Head == accepted.Head), features);
        var weights = new Dictionary<string, float>();
        Span<float> weight = stackalloc float[1];
        for (var i = 0; i < features.Items.Length; i++)
        {
            model.Verdict.Score(features.Items.Slice(i, 1), weight);
            var ground = i < Grounds.Length ? Grounds[i] : "others";
            weights[ground] = weights.GetValueOrDefault(ground) + weight[0];
        }

        var speaks = weights.Where(w => w.Value > 0.05).OrderByDescending(w => w.Value).Take(Shown).Select(Named).ToList();
        var against = weights.Where(w => w.Value < -0.05).OrderBy(w => w.Value).Take(Shown).Select(Named).ToList();
        return $"for it {(speaks.Count == 0 ? "nothing" : string.Join(", ", speaks))}; against it {(against.Count == 0 ? "nothing" : string.Join(", ", against))}";
    }

    private static string Named(KeyValuePair<string, float> ground) => Text($"{ground.Key} {ground.Value:+0.0;-0.0}");

    private static double Probability(float odds) => 1 / (1 + Math.Exp(-odds));

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
