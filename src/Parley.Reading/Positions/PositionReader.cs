using System.Collections.Immutable;
using Parley.Language;
using Parley.Reading.Actors;

namespace Parley.Reading.Positions;

/// <summary>What each party demands, refuses, offers or calls a red line, and on what.</summary>
/// <remarks>
/// Acts are read by rules over lemmas, tags and trees from a lexicon of triggers. The cue of a statement performs an act over its
/// content; where the cue only says, the content's own triggers and modal verbs decide; what stands in no statement is told by the
/// report itself, and a party must be its subject. Time is linear in the report: what a sentence can hold is bounded, and issues are grouped by comparing
/// positions pairwise.
/// </remarks>
public sealed class PositionReader
{
    private readonly ActReader _acts;
    private readonly TriggerLexicon _lexicon = TriggerLexicon.Load();
    private readonly ActJudge? _judge;
    private readonly PloverCoder _codes;
    private readonly PositionConfidence _confidence = PositionConfidence.Load();

    public PositionReader() : this(ActJudge.Load())
    {
    }

    /// <param name="judge">Judges the act of a statement in which no rule reads one; null to go without.</param>
    internal PositionReader(ActJudge? judge) => (_judge, _acts, _codes) = (judge, new(_lexicon), new(_lexicon));

    /// <summary>The positions in a report, in text order, and the issues they are on.</summary>
    public (ImmutableArray<Issue> Issues, ImmutableArray<Position> Positions) Read(
        Document document, ActorTable actors, ImmutableArray<DateExpression> dates, ImmutableArray<Statement> statements)
    {
        var drafts = Drafts(document, actors, statements);
        var (issues, of) = new IssueReader(document, actors).Read(drafts);
        var positions = ImmutableArray.CreateBuilder<Position>(drafts.Count);
        for (var i = 0; i < drafts.Count; i++) positions.Add(Describe($"p{i + 1}", drafts[i], of[i]));
        return (issues, positions.MoveToImmutable());
    }

    /// <summary>As <see cref="Read"/>, with the reasons for each position.</summary>
    internal (ImmutableArray<Position> Positions, ImmutableArray<Explanation> Explanations) Explain(
        Document document, ActorTable actors, ImmutableArray<Statement> statements)
    {
        var drafts = Drafts(document, actors, statements);
        var (issues, of) = new IssueReader(document, actors).Read(drafts);
        var labels = issues.ToDictionary(i => i.Id, i => i.Label);
        var positions = ImmutableArray.CreateBuilder<Position>(drafts.Count);
        var explanations = ImmutableArray.CreateBuilder<Explanation>(drafts.Count);
        for (var i = 0; i < drafts.Count; i++)
        {
            positions.Add(Describe($"p{i + 1}", drafts[i], of[i]));
            explanations.Add(new(positions[^1].Id, PositionReasons.Of(document, drafts[i], labels[of[i].Issue], of[i].Turned, positions[^1])));
        }

        return (positions.MoveToImmutable(), explanations.MoveToImmutable());
    }

    private Position Describe(string id, PositionDraft draft, (string Issue, bool Turned) place)
    {
        var act = draft.Act;
        var meaning = place.Turned ? act.Meaning.Turned() : act.Meaning;
        var (plover, cameo) = _codes.Code(act);
        return new(
            id, draft.Party.Id, place.Issue, meaning.Class.ToAct(), meaning.Stance, meaning.Firmness, draft.Target?.Id, act.Conditional, false,
            meaning.Polarity, draft.Statement?.Id, draft.Evidence, draft.Statement?.Said, plover, cameo, _confidence.Of(draft));
    }

    /// <summary>The positions before they are grouped by issue, each with the rule that read it.</summary>
    internal List<PositionDraft> Drafts(Document document, ActorTable actors, ImmutableArray<Statement> statements)
    {
        var drafts = new List<PositionDraft>();
        var told = new Dictionary<(string Party, EventClass Class, int Sentence), List<Span>>();
        if (document.Tokens.Length == 0) return drafts;
        var syntax = new Syntax(document);
        var facts = Facts(document, syntax, statements);
        var cast = new Cast(document, syntax, actors, statements);
        var spoken = new StatementActs(_acts, _judge, _lexicon, facts, cast);
        foreach (var statement in statements)
            foreach (var act in spoken.Read(document, statement))
                Add(statement, act);
        var said = Marked(document, statements, s => s.Cue.Concat(s.Content));
        foreach (var sentence in facts)
        {
            if (IsHeadline(document, sentence.Sentence)) continue;
            var scope = new Tokens(sentence.Sentence.First, sentence.Sentence.End);
            var sayer = said.AsSpan(scope.First, scope.End - scope.First).Contains(true) ? null : cast.SayerIn(sentence.Sentence);
            var acts = sayer is null
                ? _acts.Read(sentence, scope, token => cast.IsParty(token) ? Who.Self : Who.Thing, quoted: false)
                : _acts.Read(sentence, scope, token => cast.WhoIs(token, sayer), quoted: true);
            foreach (var act in acts)
                if (!said[act.Head]) Add(null, act);
        }

        drafts.Sort((a, b) => a.Evidence[0].CompareTo(b.Evidence[0]));
        return drafts;

        void Add(Statement? statement, ReadAct act)
        {
            foreach (var party in cast.PartiesOf(act, statement))
            {
                var evidence = Evidence(document, act.Evidence);
                var key = (party.Id, act.Meaning.Class, document.SentenceAt(evidence[0].Start));
                if (!told.TryGetValue(key, out var spans)) told[key] = spans = [];
                if (spans.Exists(s => s.Overlaps(evidence[0]))) continue;
                spans.Add(evidence[0]);
                drafts.Add(new(act, party, cast.TargetOf(act, party, statement), statement, evidence));
            }
        }
    }

    /// <summary>What reads the acts of these statements, and what it asks of each sentence.</summary>
    internal (StatementActs Acts, SentenceFacts[] Facts) ActsOf(Document document, ActorTable actors, ImmutableArray<Statement> statements)
    {
        var syntax = new Syntax(document);
        var facts = Facts(document, syntax, statements);
        return (new(_acts, _judge, _lexicon, facts, new Cast(document, syntax, actors, statements)), facts);
    }

    /// <summary>What rules ask of each sentence.</summary>
    private SentenceFacts[] Facts(Document document, Syntax syntax, ImmutableArray<Statement> statements)
    {
        var facts = new SentenceFacts[document.Sentences.Length];
        var isCue = Marked(document, statements, s => s.Cue);
        for (var s = 0; s < facts.Length; s++) facts[s] = _acts.Facts(document, syntax, document.Sentences[s], isCue);
        return facts;
    }

    /// <summary>A first paragraph without a final mark repeats what the report tells.</summary>
    private static bool IsHeadline(Document document, Sentence sentence) =>
        sentence.Paragraph == 0 && document.Paragraphs.Length > 1 && document.Tokens[sentence.End - 1].Upos != Upos.PUNCT;

    /// <summary>Which tokens stand in some spans of the statements.</summary>
    private static bool[] Marked(Document document, ImmutableArray<Statement> statements, Func<Statement, IEnumerable<Span>> spans)
    {
        var marked = new bool[document.Tokens.Length];
        foreach (var span in statements.SelectMany(spans))
        {
            var (first, end) = document.TokensIn(span);
            marked.AsSpan(first, end - first).Fill(true);
        }

        return marked;
    }

    private static ImmutableArray<Span> Evidence(Document document, Tokens range)
    {
        var tokens = document.Tokens.AsSpan();
        var (first, last) = (range.First, Math.Max(range.First, range.End - 1));
        while (first < last && tokens[first].Upos == Upos.PUNCT) first++;
        while (last > first && tokens[last].Upos == Upos.PUNCT) last--;
        return [tokens[first].Span.Union(tokens[last].Span)];
    }
}

/// <summary>A position not yet tied to an issue.</summary>
internal sealed record PositionDraft(ReadAct Act, Actor Party, Actor? Target, Statement? Statement, ImmutableArray<Span> Evidence);
