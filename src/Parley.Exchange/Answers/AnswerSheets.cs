using System.Collections.Immutable;
using System.Globalization;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Entries;
using Parley.Exchange.Readings;
using Parley.Reading;

namespace Parley.Exchange.Answers;

/// <summary>Answers as tables. Every row that counts something names the entries it counts.</summary>
public static partial class AnswerSheets
{
    public const string NothingFound = "nothing found";

    /// <summary>A row an issue, a column a party. Issues on which one party alone was heard stand below in a line each, lest empty cells hide the full ones.</summary>
    public static Sheet Grid(Matrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        var heard = matrix.Cells.ToLookup(c => c.Issue.Number);
        var shared = matrix.Issues.Where(i => heard[i.Number].Skip(1).Any()).ToList();
        var issues = shared.Count > 0 ? shared : [.. matrix.Issues];
        var parties = matrix.Parties.Where(p => issues.Exists(i => heard[i.Number].Any(c => c.Party.Number == p.Number))).ToList();
        return new(
            ["Issue", .. parties.Select(p => p.Name)],
            [.. issues.Select(i => (ImmutableArray<string>)[i.Name, .. parties.Select(p => heard[i.Number].FirstOrDefault(c => c.Party.Number == p.Number) is { } cell ? Cell(cell) : NothingFound)])],
            "No position found.")
        {
            Below = [.. matrix.Issues.Except(issues).SelectMany(i => heard[i.Number]).Select(c => $"{c.Issue.Name}: {c.Party.Name} alone, {Cell(c)}")],
        };
    }

    /// <summary>A row a party and issue, with the words.</summary>
    public static Sheet Rows(Matrix matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        return new(
            ["Party", "Issue", "Stance", "Firmness", "Act", "Since", "Date", "Sources", .. matrix.Before is null ? (string[])[] : ["Before", "Movement"], "Words", "Entry", "Report", "Outlet", "Behind"],
            [.. matrix.Cells.OrderBy(c => matrix.Issues.IndexOf(c.Issue)).ThenBy(c => matrix.Parties.IndexOf(c.Party)).Select(c => (ImmutableArray<string>)
            [
                c.Party.Name, c.Issue.Name, Wording.Of((Stance?)c.Now.Stance), Wording.Of(c.Now.Firmness), Wording.Of(c.Now.Act),
                Day(c.Now.Since), Day(c.Now.Date), Number(c.Now.Sources),
                .. matrix.Before is null ? (string[])[] : [c.Before is null ? NothingFound : Stand(c.Before), c.Movement is { } m ? Of(m) : ""],
                .. Source(c.Now.Evidence), Ids(c.Now.Behind),
            ])],
            "No position found.");
    }

    public static Sheet Of(Changes changes, bool repeated)
    {
        ArgumentNullException.ThrowIfNull(changes);
        var shown = repeated ? [.. changes.Moves, .. changes.Repeated] : changes.Moves;
        return new(
            ["Date", "Party", "Issue", "Movement", "Before", "After", "Sources", "Words before", "Entry before", "Words after", "Entry after", "Report", "Outlet"],
            [.. shown.Select(c => (ImmutableArray<string>)
            [
                Day(c.Date), c.Party.Name, c.Issue.Name, Of(c.Movement), c.Before is null ? "" : Stand(c.Before), Stand(c.After), Number(c.After.Sources),
                c.Before is null ? "" : Line(c.Before.Evidence.Words), c.Before is null ? "" : c.Before.Evidence.Id.ToString(), .. Source(c.After.Evidence),
            ])],
            "Nothing moved.")
        {
            Note = changes.SaidAgain == 0 || repeated ? null : $"{(changes.SaidAgain == 1 ? "1 line was" : $"{changes.SaidAgain} lines were")} said again unchanged (--repeated shows them).",
        };
    }

    public static Sheet Of(Statements statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        return new(
            ["Date", "Party", "Speaker", "Mode", "Acts", "Issues", "Words", "Entry", "Report", "Outlet", "Copies"],
            [.. statements.Shown.Select(s => (ImmutableArray<string>)
            [
                Day(s.Date), s.Party?.Name ?? "", s.Speaker?.Name ?? "", s.Mode is { } mode ? mode.ToString().ToLowerInvariant() : "report",
                string.Join("; ", s.Positions.Select(p => Wording.Of(p.Act)).Distinct()),
                string.Join("; ", s.Positions.Select(p => p.Issue?.Name).OfType<string>().Distinct()),
                .. Source(s.Evidence), Number(s.Copies.Length),
            ])],
            "No statement found.")
        {
            Note = statements.Shown.Length == statements.Total ? null : $"{statements.Shown.Length} of {statements.Total} statements (--limit and --offset show others).",
        };
    }

    public static string Of(Movement movement) => movement switch
    {
        Movement.New => "new",
        Movement.Same => "the same",
        Movement.Firmer => "firmer",
        Movement.Softer => "softer",
        _ => "reversed",
    };

    /// <summary>"against, red line".</summary>
    public static string Stand(PositionShown position)
    {
        ArgumentNullException.ThrowIfNull(position);
        return string.Join(", ", new[] { Wording.Of((Stance?)position.Stance), Wording.Of(position.Firmness), position.Conditional ? "conditional" : "" }.Where(w => w.Length > 0));
    }

    private static string Cell(MatrixCell cell)
    {
        var sources = cell.Now.Sources == 1 ? "1 source" : $"{cell.Now.Sources} sources";
        var moved = cell.Movement is { } movement && movement != Movement.Same ? $"; {Of(movement)}{(cell.Before is null ? "" : $", was {Stand(cell.Before)}")}" : "";
        return $"{Stand(cell.Now)} ({(cell.Now.Date is null ? "day not known" : Day(cell.Now.Date))}, {sources}{moved}) [{cell.Now.Evidence.Id}]";
    }

    private static ImmutableArray<string> Source(Evidence evidence) =>
        [Line(evidence.Words) + (evidence.Mark is EntryMark.Read ? "" : $" [{evidence.Mark.ToString().ToLowerInvariant()}]"), evidence.Id.ToString(), evidence.Report.Id, evidence.Report.Outlet ?? ""];

    private static string Line(string words) => words.ReplaceLineEndings(" ");

    private static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "";

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Ids(ImmutableArray<EntryId> ids) => string.Join(' ', ids);
}
