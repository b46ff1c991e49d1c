using System.Collections.Immutable;
using Parley.Analysis.Stability;

namespace Parley.Exchange.Conflicts;

/// <summary>A conflict model with the entries of a dossier that its options and wishes rest on.</summary>
/// <param name="Options">For each option of the model the names of entries, as "12/p3".</param>
/// <param name="Wishes">For each party, and each of its statements, the same; empty for a party that ranks states.</param>
public sealed record ConflictDraft(OptionModel Model, ImmutableArray<ImmutableArray<string>> Options, ImmutableArray<ImmutableArray<ImmutableArray<string>>> Wishes)
{
    /// <summary>Every entry that the model rests on.</summary>
    public IEnumerable<string> Evidence => Options.SelectMany(o => o).Concat(Wishes.SelectMany(w => w).SelectMany(e => e)).Distinct();
}
