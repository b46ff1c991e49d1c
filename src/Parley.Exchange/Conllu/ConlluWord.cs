namespace Parley.Exchange.Conllu;

/// <summary>A word line of CoNLL-U, its fields as they stand there; "_" is nothing.</summary>
/// <param name="Head">Number of the governing word, counted from 1; 0 for the root, -1 where the field is "_".</param>
public sealed record ConlluWord(
    string Form,
    string Lemma = "_",
    string Upos = "_",
    string Xpos = "_",
    string Features = "_",
    int Head = -1,
    string Relation = "_",
    string Dependencies = "_",
    string Misc = "_");

/// <summary>A line that is no word: a multiword token ("2-3") or an empty node ("8.1"), kept as it stands.</summary>
/// <param name="Before">Number of words that come before it.</param>
public sealed record ConlluAside(int Before, string Line)
{
    /// <summary>Whether it is a multiword token, not an empty node.</summary>
    public bool IsRange => Line.AsSpan(0, Line.IndexOf('\t', StringComparison.Ordinal)).Contains('-');
}
