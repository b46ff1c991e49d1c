using System.Collections.Immutable;

namespace Parley.Exchange.Conllu;

/// <summary>A sentence of a CoNLL-U file.</summary>
/// <param name="Comments">Lines that begin with "#", with it.</param>
/// <param name="Words">The syntactic words; word n of the file is <c>Words[n - 1]</c>.</param>
/// <param name="Asides">Multiword tokens and empty nodes, which are kept and written back but take no part in the tree.</param>
public sealed record ConlluSentence(ImmutableArray<string> Comments, ImmutableArray<ConlluWord> Words, ImmutableArray<ConlluAside> Asides);
