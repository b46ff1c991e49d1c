using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Briefs;

namespace Parley.Exchange.Briefs;

/// <summary>A brief as a Word document. Its notes are true endnotes, so that the page keeps its room for what is said.</summary>
public static class BriefWord
{
    private const int FirstNote = 1; // 0 and -1 are the separators
    private const string Grey = "595959";
    private const int Wide = 9866; // twentieths of a point between the margins

    public static void Write(Brief brief, Stream output)
    {
        ArgumentNullException.ThrowIfNull(brief);
        using var document = WordprocessingDocument.Create(output, WordprocessingDocumentType.Document);
        var main = document.AddMainDocumentPart();
        main.AddNewPart<StyleDefinitionsPart>().Styles = Styles();
        var marks = new Marks(brief);
        var body = new Body();
        body.Append(Paragraph("Title", Run(brief.Title)), Paragraph(null, Run(BriefText.Period(brief))));
        foreach (var (heading, lines) in BriefText.Before(brief)) Section(body, marks, heading, lines);
        Positions(body, brief.Positions, marks);
        foreach (var (heading, lines) in BriefText.After(brief)) Section(body, marks, heading, lines);
        if (brief.Judgements.Length > 0) body.Append(Paragraph("Heading2", Run("Judgements")));
        foreach (var judgement in BriefText.Judgements(brief)) body.Append(Item(Run(judgement, italic: true)));
        if (BriefText.Rest(brief) is { } rest) body.Append(Paragraph(null, Run(rest, colour: Grey)));
        body.Append(new SectionProperties(
            new EndnoteProperties(new NumberingFormat { Val = NumberFormatValues.Decimal }),
            new PageSize { Width = 11906, Height = 16838 },
            new PageMargin { Top = 1020, Right = 1020u, Bottom = 1020, Left = 1020u, Header = 567u, Footer = 567u, Gutter = 0u }));
        main.AddNewPart<EndnotesPart>().Endnotes = marks.Endnotes();
        main.Document = new(body);
    }

    private static void Section(Body body, Marks marks, string heading, IReadOnlyCollection<BriefLine> lines)
    {
        body.Append(Paragraph("Heading2", Run(heading)));
        if (lines.Count == 0) body.Append(Paragraph(null, Run("Nothing found.", colour: Grey)));
        foreach (var line in lines) body.Append(Item([Run(line.Text), .. marks.Of(line.Notes)]));
    }

    private static void Positions(Body body, Matrix matrix, Marks marks)
    {
        body.Append(Paragraph("Heading2", Run("Positions")));
        if (matrix.Cells.Length == 0)
        {
            body.Append(Paragraph(null, Run("Nothing found.", colour: Grey)));
            return;
        }

        var width = Wide / (matrix.Parties.Length + 2); // the issue has twice the room of a party
        var table = new Table(
            new TableProperties(
                new TableWidth { Width = Number(Wide), Type = TableWidthUnitValues.Dxa },
                new TableBorders(
                    new TopBorder { Val = BorderValues.Single, Size = 4 }, new LeftBorder { Val = BorderValues.Single, Size = 4 }, new BottomBorder { Val = BorderValues.Single, Size = 4 },
                    new RightBorder { Val = BorderValues.Single, Size = 4 }, new InsideHorizontalBorder { Val = BorderValues.Single, Size = 4 }, new InsideVerticalBorder { Val = BorderValues.Single, Size = 4 }),
                new TableLayout { Type = TableLayoutValues.Fixed }),
            new TableGrid(Enumerable.Range(0, matrix.Parties.Length + 1).Select(n => new GridColumn { Width = Number(n == 0 ? 2 * width : width) })));
        var head = new TableRow(new TableRowProperties(new TableHeader()));
        head.Append(Cell(2 * width, Run("Issue", bold: true, small: true)));
        foreach (var party in matrix.Parties) head.Append(Cell(width, Run(party.Name, bold: true, small: true)));
        table.Append(head);
        foreach (var issue in matrix.Issues)
        {
            var row = new TableRow(Cell(2 * width, Run(issue.Name, bold: true, small: true)));
            foreach (var party in matrix.Parties)
            {
                var cell = matrix.Cell(party.Number, issue.Number);
                row.Append(cell is null ? Cell(width, Run(BriefText.Cell(null), colour: Grey, small: true)) : Cell(width, [Run(BriefText.Cell(cell), small: true), .. marks.Of([cell.Now.Evidence])]));
            }

            table.Append(row);
        }

        body.Append(table);
    }

    private static TableCell Cell(int width, params OpenXmlElement[] runs) =>
        new(new TableCellProperties(new TableCellWidth { Width = Number(width), Type = TableWidthUnitValues.Dxa }), new Paragraph([new ParagraphProperties(new SpacingBetweenLines { After = "0" }), .. runs]));

    private static RunProperties Raised() => new(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript });

    private static Paragraph Item(params OpenXmlElement[] runs)
    {
        var paragraph = new Paragraph(new ParagraphProperties(new SpacingBetweenLines { After = "40" }, new Indentation { Left = "284", Hanging = "284" }), Run("•  "));
        paragraph.Append(runs);
        return paragraph;
    }

    private static Paragraph Paragraph(string? style, params OpenXmlElement[] runs)
    {
        var paragraph = new Paragraph();
        if (style is not null) paragraph.Append(new ParagraphProperties(new ParagraphStyleId { Val = style }));
        paragraph.Append(runs);
        return paragraph;
    }

    private static Run Run(string text, bool bold = false, bool italic = false, bool small = false, string? colour = null)
    {
        var properties = new RunProperties();
        if (bold) properties.Append(new Bold());
        if (italic) properties.Append(new Italic());
        if (colour is not null) properties.Append(new Color { Val = colour });
        if (small) properties.Append(new FontSize { Val = "17" });
        return new(properties, new Text(Clean(text)) { Space = SpaceProcessingModeValues.Preserve });
    }

    private static Styles Styles() => new(
        new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(new RunFonts { Ascii = "Calibri", HighAnsi = "Calibri" }, new FontSize { Val = "20" }, new Languages { Val = "en-GB" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "60" }))),
        Style("Normal", "Normal", 20, false, isDefault: true), Style("Title", "Title", 34, true, after: "20"), Style("Heading2", "heading 2", 24, true, before: "100", after: "40"),
        Style("EndnoteText", "endnote text", 16, false, after: "20"));

    private static Style Style(string id, string name, int halfPoints, bool bold, bool isDefault = false, string before = "0", string? after = null)
    {
        var run = new StyleRunProperties();
        if (bold) run.Append(new Bold());
        run.Append(new FontSize { Val = Number(halfPoints) });
        if (after is not null) return new(new StyleName { Val = name }, bold ? new StyleParagraphProperties(new KeepNext(), new SpacingBetweenLines { Before = before, After = after }) : new StyleParagraphProperties(new SpacingBetweenLines { Before = before, After = after }), run) { Type = StyleValues.Paragraph, StyleId = id };
        return new(new StyleName { Val = name }, run) { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault };
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>XML has no place for control characters, and reports may hold some.</summary>
    private static string Clean(string text) => string.Concat(text.ReplaceLineEndings(" ").Where(c => !char.IsControl(c) && c is not ('\uFFFE' or '\uFFFF')));

    /// <summary>
    /// The notes, in the order in which the text comes to them, for Word counts marks and not notes: a note that is named again is a
    /// reference to its first mark, lest all that follow stand under wrong numbers.
    /// </summary>
    private sealed class Marks(Brief brief)
    {
        private readonly List<Evidence> _notes = [];

        public IEnumerable<OpenXmlElement> Of(IEnumerable<Evidence> notes)
        {
            foreach (var (evidence, i) in notes.Distinct().Select((e, i) => (e, i)))
            {
                if (i > 0) yield return new Run(Raised(), new Text(", ") { Space = SpaceProcessingModeValues.Preserve });
                var number = _notes.FindIndex(n => brief.NoteOf(n) == brief.NoteOf(evidence)) + 1;
                if (number > 0)
                {
                    yield return new SimpleField(new Run(Raised(), new Text(Number(number)))) { Instruction = $" NOTEREF note{Number(number)} \\h " };
                    continue;
                }

                _notes.Add(evidence);
                number = _notes.Count;
                yield return new BookmarkStart { Name = $"note{Number(number)}", Id = Number(number) };
                yield return new Run(Raised(), new EndnoteReference { Id = number - 1 + FirstNote });
                yield return new BookmarkEnd { Id = Number(number) };
            }
        }

        public Endnotes Endnotes()
        {
            var notes = new Endnotes(
                new Endnote(new Paragraph(new Run(new SeparatorMark()))) { Type = FootnoteEndnoteValues.Separator, Id = -1 },
                new Endnote(new Paragraph(new Run(new ContinuationSeparatorMark()))) { Type = FootnoteEndnoteValues.ContinuationSeparator, Id = 0 });
            for (var n = 0; n < _notes.Count; n++)
            {
                var mark = new Run(Raised(), new EndnoteReferenceMark());
                notes.Append(new Endnote(Paragraph("EndnoteText", mark, Run(" " + BriefText.Note(_notes[n])))) { Id = n + FirstNote });
            }

            return notes;
        }
    }
}
