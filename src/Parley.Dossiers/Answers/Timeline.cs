using System.Collections.Immutable;

namespace Parley.Dossiers.Answers;

/// <summary>What happened, day by day: meetings, deadlines, moves, and judgements.</summary>
public sealed record Timeline(ImmutableArray<TimelineEvent> Events);

/// <param name="Date">ISO date or a coarser one.</param>
/// <param name="Text">In a few words.</param>
/// <param name="Evidence">Null for a judgement, which is an analyst's own.</param>
public sealed record TimelineEvent(string Date, TimelineKind Kind, string Text, Evidence? Evidence);

public enum TimelineKind { Meeting, Deadline, Move, Judgement }
