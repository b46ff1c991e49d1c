using System.Collections.Immutable;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Corrections;

namespace Parley.Dossiers.Briefs;

/// <summary>
/// Chooses what fits one page of A4, margins of 18 mm, ten-point type: first the state of play, then of each section the most telling, in turn,
/// while there is room. Heights are estimated in points, for the page is printed by other programs.
/// </summary>
internal static class BriefPage
{
    private const double Room = 780; // of 740 between the margins, for lines and rows are taken for full
    private const double Head = 46;
    private const double Heading = 23;
    private const double LineHeight = 12.2;
    private const double AfterLine = 2;
    private const double RowLine = 10.2;
    private const double AfterRow = 2;
    private const int Line = 92; // characters
    private const int Table = 100; // characters of the smaller type, over all columns
    private const int Mark = 3; // what the mark of a note takes
    private const int Parties = 4;
    private const int Each = 7;

    public static Brief Fit(Brief brief)
    {
        var first = brief.Positions.Page(0, Each / 2);
        var parties = first.Parties.Take(Parties).ToImmutableArray();
        var issues = brief.Positions.Issues.Where(i => parties.Any(p => brief.Positions.Cell(p.Number, i.Number) is not null)).ToImmutableArray();
        var (moved, rows, dates, watch, judged) = (new List<BriefLine>(), new List<Named>(), new List<BriefLine>(), new List<BriefLine>(), 0);
        var left = Room - Head - (5 * Heading) - (2 * LineHeight) - brief.State.Sum(Height);
        if (parties.Length > 0) left -= Row(["", .. parties.Select(p => p.Name)]);
        if (brief.Judgements.Length > 0) left -= Heading;
        for (var n = 0; n < Each; n++)
        {
            if (n < brief.Moved.Length && Takes(Height(brief.Moved[n]))) moved.Add(brief.Moved[n]);
            if (n < issues.Length && Takes(Row([issues[n].Name, .. parties.Select(p => Cell(brief.Positions.Cell(p.Number, issues[n].Number)))]))) rows.Add(issues[n]);
            if (n < brief.Calendar.Length && Takes(Height(brief.Calendar[n]))) dates.Add(brief.Calendar[n]);
            if (n < brief.Watch.Length && Takes(Height(brief.Watch[n]))) watch.Add(brief.Watch[n]);
            if (judged == n && n < brief.Judgements.Length && Takes(Height(brief.Judgements[n].Value.Length + (brief.Judgements[n].Reason?.Length ?? 0) + 50))) judged++;
        }

        ImmutableArray<MatrixCell> cells = [.. brief.Positions.Cells.Where(c => rows.Contains(c.Issue) && parties.Contains(c.Party))];
        return brief with
        {
            Moved = [.. moved],
            Positions = brief.Positions with { Issues = [.. rows], Parties = [.. parties.Where(p => cells.Any(c => c.Party == p))], Cells = cells },
            Calendar = [.. dates],
            Watch = [.. watch],
            Judgements = brief.Judgements[..judged],
        };

        bool Takes(double height)
        {
            if (height > left) return false;
            left -= height;
            return true;
        }
    }

    private static double Height(BriefLine line) => Height(line.Text.Length + (Mark * line.Notes.Length));

    private static double Height(int characters) => (LineHeight * (1 + (characters / Line))) + AfterLine;

    /// <summary>A first column twice as wide as the others.</summary>
    private static double Row(ReadOnlySpan<string> cells)
    {
        var lines = 1;
        for (var i = 0; i < cells.Length; i++) lines = Math.Max(lines, Wrapped(cells[i], (Table * (i == 0 ? 2 : 1) / (cells.Length + 1)) - 3));
        return (RowLine * lines) + AfterRow;
    }

    private static string Cell(MatrixCell? cell) => cell is null ? "nothing found"
        : $"{FieldText.Of(cell.Now.Stance)}, {(cell.Now.Firmness is { } firm ? FieldText.Of(firm) + ", " : "")}{(cell.Now.Conditional ? "conditional " : "")}(30 Sep 2000, {cell.Now.Sources} sources) ";

    private static int Wrapped(string text, int width)
    {
        var (lines, used) = (1, 0);
        foreach (var word in text.Split(' '))
        {
            if (used > 0 && used + 1 + word.Length > width) (lines, used) = (lines + 1, 0);
            used += word.Length + (used > 0 ? 1 : 0);
        }

        return lines;
    }
}
