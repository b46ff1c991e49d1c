using System.Collections.Immutable;
using Parley.Dossiers.Judgements;
using Parley.Dossiers.Reports;

namespace Parley.Dossiers.Answers;

/// <summary>Where the dossier's reports come from.</summary>
public sealed record Sources(int Reports, int Originals, ImmutableArray<Source> Outlets, ImmutableArray<CopyGroup> Copies);

/// <param name="Outlet">Null for reports that name none.</param>
/// <param name="Copied">Reports that only repeat another.</param>
/// <param name="Grade">An analyst's judgement of its reliability; null where none was given.</param>
public sealed record Source(string? Outlet, int Reports, int Copied, int Statements, int Positions, DateOnly? First, DateOnly? Last, Judgement? Grade);

/// <summary>A report and those that repeat it.</summary>
public sealed record CopyGroup(ReportHead Original, ImmutableArray<ReportHead> Copies);
