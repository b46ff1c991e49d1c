using System.Collections.Immutable;

namespace Parley.Workbench.Adding;

internal enum ImportState { Waiting, Reading, Done, Cancelled }

/// <summary>How far an import is.</summary>
/// <param name="Files">Files, texts and addresses sent; <paramref name="Finished"/> of them are through.</param>
/// <param name="Added">Numbers of the reports added.</param>
/// <param name="Known">Reports that the dossier held already.</param>
/// <param name="Copies">Of those added, how many repeat another.</param>
internal sealed record Import(string Id, ImportState State, int Files, int Finished, ImmutableArray<int> Added, int Known, int Copies, ImmutableArray<ImportProblem> Problems)
{
    public bool Running => State is ImportState.Waiting or ImportState.Reading;
}

/// <summary>What could not be taken, and why.</summary>
/// <param name="Where">The file, with the line where there is one, or the address.</param>
internal sealed record ImportProblem(string Where, string What);
