namespace Parley.Language;

/// <summary>A syntactic word, in the sense of Universal Dependencies.</summary>
/// <param name="Span">Where it stands. The two words of a contraction ("don't": do + n't) have spans of their own.</param>
/// <param name="Form">The word as written.</param>
/// <param name="Lemma">Its dictionary form, lower case but for names.</param>
/// <param name="Upos">Universal part of speech.</param>
/// <param name="Xpos">Penn Treebank tag ("VBD"), which carries tense and number.</param>
/// <param name="Head">Index of the governing token in <see cref="Document.Tokens"/>, or -1 for the root of a sentence.</param>
/// <param name="Relation">Universal dependency relation, with its subtype ("nsubj:pass"); "root" where there is no head.</param>
public readonly record struct Token(Span Span, string Form, string Lemma, Upos Upos, string Xpos, int Head, string Relation)
{
    /// <summary>The relation without its subtype ("nsubj" of "nsubj:pass").</summary>
    public ReadOnlySpan<char> BareRelation
    {
        get
        {
            var colon = Relation.IndexOf(':', StringComparison.Ordinal);
            return colon < 0 ? Relation : Relation.AsSpan(0, colon);
        }
    }
}

/// <summary>The seventeen universal parts of speech.</summary>
public enum Upos { X, ADJ, ADP, ADV, AUX, CCONJ, DET, INTJ, NOUN, NUM, PART, PRON, PROPN, PUNCT, SCONJ, SYM, VERB }
