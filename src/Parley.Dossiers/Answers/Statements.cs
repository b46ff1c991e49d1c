using System.Collections.Immutable;
using Parley.Dossiers.Entries;
using Parley.Reading;

namespace Parley.Dossiers.Answers;

/// <summary>What was said, in order of time.</summary>
/// <param name="Total">How many there are in all; <paramref name="Shown"/> is one page of them.</param>
public sealed record Statements(int Total, ImmutableArray<StatementShown> Shown);

/// <param name="Id">A statement, or a position that a report tells in its own voice.</param>
/// <param name="Mode">Null for a position told in the report's own voice.</param>
/// <param name="Positions">The positions it carries.</param>
/// <param name="Copies">Reports that repeat the report.</param>
public sealed record StatementShown(
    EntryId Id,
    DateOnly? Date,
    Named? Speaker,
    Named? Party,
    StatementMode? Mode,
    ImmutableArray<StatementPosition> Positions,
    ImmutableArray<int> Copies,
    Evidence Evidence);

/// <summary>What a statement does, on which issue.</summary>
public sealed record StatementPosition(EntryId Id, Named? Party, Named? Issue, Act Act, Stance? Stance, Firmness? Firmness, EntryMark Mark);
