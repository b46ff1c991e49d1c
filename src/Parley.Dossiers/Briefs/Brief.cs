using System.Collections.Immutable;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Judgements;

namespace Parley.Dossiers.Briefs;

/// <summary>What is told of a period, on one page unless all of it is wished for. Every line rests on notes that name report and words, or is a judgement and says so.</summary>
public sealed record Brief(
    string Title,
    DateOnly Since,
    DateOnly AsOf,
    ImmutableArray<BriefLine> State,
    ImmutableArray<BriefLine> Moved,
    Matrix Positions,
    ImmutableArray<BriefLine> Calendar,
    ImmutableArray<BriefLine> Watch,
    ImmutableArray<Judgement> Judgements,
    ImmutableArray<Evidence> Notes,
    BriefRest Rest)
{
    /// <summary>Number of a note, from 1.</summary>
    public int NoteOf(Evidence evidence) => Notes.IndexOf(evidence) + 1;

    /// <summary>The brief with its notes numbered in the order in which its lines call for them.</summary>
    public Brief Numbered() => this with
    {
        Notes = [.. State.Concat(Moved).SelectMany(l => l.Notes).Concat(Positions.Cells.Select(c => c.Now.Evidence)).Concat(Calendar.Concat(Watch).SelectMany(l => l.Notes)).Distinct()],
    };
}

/// <summary>How much a brief tells, and to whom.</summary>
/// <param name="Full">All that fits the sections, not only what fits a page.</param>
/// <param name="Public">For readers outside: without judgements, which are the analysts' own.</param>
public readonly record struct BriefWish(bool Full = false, bool Public = false);

/// <summary>How much of the period stands in the dossier and not in its brief.</summary>
public readonly record struct BriefRest(int Moves, int Issues, int Parties, int Dates, int Judgements)
{
    public bool Any => this != default;
}

/// <summary>A line of a brief.</summary>
/// <param name="Notes">What it rests on.</param>
public sealed record BriefLine(string Text, ImmutableArray<Evidence> Notes);
