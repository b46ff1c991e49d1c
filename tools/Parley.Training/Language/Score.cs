using Parley.Language;
using Parley.Language.Parsing;
using Parley.Language.Tagging;

namespace Parley.Training.Language;

/// <summary>Counts of what was right. LAS compares relations without their subtypes, as the CoNLL 2018 shared task does; FullLas with them. All words count, punctuation too.</summary>
internal sealed record Score(int Words, int Upos, int Xpos, int Uas, int Las, int FullLas)
{
    public static Score Of(List<GoldSentence> gold, Tagger? tagger, Parser? parser) => Of(gold, tokens =>
    {
        tagger?.Tag(tokens);
        parser?.Parse(tokens, 0);
        return tokens;
    });

    /// <summary>Of what is made of each sentence's words.</summary>
    public static Score Of(List<GoldSentence> gold, Func<Token[], Token[]> read)
    {
        var score = new Score(0, 0, 0, 0, 0, 0);
        foreach (var sentence in gold)
        {
            var tokens = read([.. sentence.Tokens]);
            for (var i = 0; i < tokens.Length; i++) score = score.With(sentence.Tokens[i], tokens[i]);
        }

        return score;
    }

    /// <summary>The shares of right tags, in percent.</summary>
    public string Tags => FormattableString.Invariant($"UPOS {Share(Upos):F2}  XPOS {Share(Xpos):F2}");

    /// <summary>The shares of right tags, heads, and heads with relations, in percent.</summary>
    public string Trees => FormattableString.Invariant($"{Tags}  UAS {Share(Uas):F2}  LAS {Share(Las):F2}  LAS with subtypes {Share(FullLas):F2}");

    private double Share(int count) => 100.0 * count / Words;

    private Score With(Token gold, Token found)
    {
        var head = gold.Head == found.Head ? 1 : 0;
        var bare = gold.BareRelation.SequenceEqual(found.BareRelation) ? head : 0;
        var full = gold.Relation == found.Relation ? head : 0;
        return new(Words + 1, Upos + (gold.Upos == found.Upos ? 1 : 0), Xpos + (gold.Xpos == found.Xpos ? 1 : 0), Uas + head, Las + bare, FullLas + full);
    }
}
