using System.Collections;
using System.Collections.Immutable;
using Parley.Language;

namespace Parley.Reading.Statements;

/// <summary>Finds who said what in the report's own words: source, cue and content.</summary>
/// <remarks>
/// Three decisions, each by a trained linear model: which words head a cue; for each of these, which words of its paragraph are its
/// source, its cue and its content; and which of the attributions so drafted stand, seen beside each other. All three heed a small
/// network's <see cref="Opinion"/>. Linear in the text's length.
/// </remarks>
public sealed class AttributionReader
{
    private const int Block = 128;
    private const int CuesInBlock = 24;

    private readonly StatementModel _model;
    private readonly CueLexicon _lexicon = CueLexicon.Load();

    public AttributionReader()
        : this(StatementModel.Load())
    {
    }

    internal AttributionReader(StatementModel model) => _model = model;

    public ImmutableArray<Attribution> Read(Document document) => Read(document, null);

    /// <summary>As <see cref="Read(Document)"/>, with the reasons for each attribution.</summary>
    internal ImmutableArray<(Attribution Attribution, ImmutableArray<string> Reasons)> Explain(Document document)
    {
        var reasons = new List<ImmutableArray<string>>();
        var found = Read(document, reasons);
        return [.. found.Zip(reasons)];
    }

    private ImmutableArray<Attribution> Read(Document document, List<ImmutableArray<string>>? reasons)
    {
        ArgumentNullException.ThrowIfNull(document);
        var quoted = QuoteMask.Of(document.Chars);
        var traits = new Traits(document, _lexicon, quoted);
        using var opinion = new Opinion(traits, _model.Opinion);
        traits.Opinion = opinion;
        ScoreCues(traits, _model.NeverCues, _model.Cues);
        var rivals = new Rivals(traits);
        var drafts = Draft(traits, _model.Roles, _model.CueThreshold, rivals);
        var accepted = new DraftJudge(_model.Verdict, _model.Roles, _model.Threshold).Judge(traits, drafts, rivals);
        var found = accepted.Select(a => Describe(traits, a.Draft, a.Odds, _lexicon, quoted)).ToImmutableArray();
        var put = SpokenTurns.Put(document, found);
        if (reasons is not null)
        {
            var explainer = new AttributionExplainer(_model, _lexicon);
            foreach (var (_, k) in put)
                reasons.Add(k < 0 ? ["a turn of a transcript: all that follows its label"] : explainer.Explain(traits, drafts, accepted[k].Draft, accepted[k].Odds));
        }

        return [.. put.Select(p => p.Attribution)];
    }

    /// <summary>Writes to every token how likely it heads a cue.</summary>
    internal static void ScoreCues(Traits traits, HashSet<uint> never, IScorer cues)
    {
        var features = new FeatureList(CueFeatures.Capacity);
        Span<float> odds = stackalloc float[1];
        for (var i = 0; i < traits.Count; i++)
        {
            if (never.Contains(traits.Lemma[i]))
            {
                traits.CueOdds[i] = float.NegativeInfinity;
                continue;
            }

            CueFeatures.Extract(traits, i, features);
            cues.Score(features.Items, odds);
            traits.CueOdds[i] = odds[0];
        }
    }

    /// <summary>Gives every likely cue its source and content.</summary>
    internal static List<AttributionDraft> Draft(Traits traits, RoleModel model, float threshold, Rivals rivals)
    {
        var lattice = new RoleLattice(traits, model, rivals);
        var drafts = new List<AttributionDraft>();
        foreach (var cue in LikelyCues(traits, threshold))
        {
            lattice.Open(cue);
            var roles = new Role[lattice.Length];
            var score = lattice.Decode(roles);
            drafts.Add(new(cue, lattice.Window.First, roles, score - lattice.Bare()));
        }

        return drafts;
    }

    /// <summary>The tokens of at least these log odds of heading a cue.</summary>
    /// <remarks>No text attributes in every other word: only the likeliest of a block are named, so that senseless text costs little.</remarks>
    internal static IEnumerable<int> LikelyCues(Traits traits, float threshold)
    {
        for (var first = 0; first < traits.Count; first += Block)
        {
            var end = Math.Min(first + Block, traits.Count);
            var least = Math.Max(threshold, LeastOdds(traits.CueOdds.AsSpan(first..end)));
            for (var i = first; i < end; i++)
                if (traits.CueOdds[i] >= least) yield return i;
        }
    }

    private static float LeastOdds(ReadOnlySpan<float> odds)
    {
        if (odds.Length <= CuesInBlock) return float.NegativeInfinity;
        Span<float> sorted = stackalloc float[Block];
        sorted = sorted[..odds.Length];
        odds.CopyTo(sorted);
        sorted.Sort();
        return MathF.BitIncrement(sorted[^(CuesInBlock + 1)]);
    }

    internal static Attribution Describe(Traits traits, AttributionDraft draft, float odds, CueLexicon lexicon, BitArray quoted)
    {
        var content = Spans(traits.Document, draft, Role.Content);
        return new(
            Spans(traits.Document, draft, Role.Source),
            Spans(traits.Document, draft, Role.Cue),
            content,
            ModeOf(traits.Document.Chars, content, quoted),
            lexicon.IsAttitude(traits.Classes[draft.Head]) ? StatementKind.Attitude : StatementKind.Speech,
            1 / (1 + Math.Exp(-odds)));
    }

    private static ImmutableArray<Span> Spans(Document document, AttributionDraft draft, Role role)
    {
        var spans = ImmutableArray.CreateBuilder<Span>();
        foreach (var (first, end) in draft.Runs(role))
            spans.Add(new(document.Tokens[first].Span.Start, document.Tokens[end - 1].Span.End));
        return spans.ToImmutable();
    }

    private static StatementMode ModeOf(string chars, ImmutableArray<Span> content, BitArray quoted)
    {
        int letters = 0, inside = 0;
        foreach (var span in content)
            for (var i = span.Start; i < span.End; i++)
            {
                if (!char.IsLetterOrDigit(chars[i])) continue;
                letters++;
                if (quoted[i]) inside++;
            }

        return inside == 0 ? StatementMode.Indirect : inside >= 0.95 * letters ? StatementMode.Direct : StatementMode.Mixed;
    }
}
