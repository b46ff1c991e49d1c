using System.Collections.Immutable;

namespace Parley.Language.Text;

/// <summary>Finds quotations: straight, curly, single, guillemets and low-high marks, nested, and carried over paragraphs.</summary>
/// <remarks>
/// A quotation ends with its paragraph where the closing mark is missing, or before the next opening mark of its kind where the
/// paragraph has too few closing ones. Apostrophes, feet and inches are not marks. One pass with a stack: linear.
/// </remarks>
public sealed class QuotationReader
{
    /// <summary>The quotations of a text, by start.</summary>
    public ImmutableArray<Quotation> Read(string chars, IReadOnlyList<Span> paragraphs)
    {
        ArgumentNullException.ThrowIfNull(chars);
        ArgumentNullException.ThrowIfNull(paragraphs);
        var found = new List<Quotation>();
        var open = new Stack<Open>();
        var carried = MarkKind.None;
        foreach (var paragraph in paragraphs)
        {
            var marks = QuotationMarks.Find(chars, paragraph);
            var closers = CountClosers(marks);
            open.Clear();
            foreach (ref readonly var mark in System.Runtime.InteropServices.CollectionsMarshal.AsSpan(marks))
            {
                if (mark.Closes) closers[(int)mark.Kind]--;
                if (mark.Closes && (!mark.Opens || IsOpen(open, mark.Kind)))
                {
                    Close(found, open, mark);
                }
                else if (mark.Opens)
                {
                    if (open.TryPeek(out var top) && top.Kind == mark.Kind && (mark.Closes || closers[(int)mark.Kind] < 2))
                        found[open.Pop().Index] = Unclosed(found[top.Index], mark.Span.Start);
                    var continues = carried == mark.Kind && mark.Span.Start == paragraph.Start;
                    open.Push(new(found.Count, mark.Kind));
                    found.Add(new(mark.Span, new(mark.Span.End, mark.Span.End), open.Count - 1, false, continues, mark.Kind.IsDouble()));
                }
            }

            carried = MarkKind.None;
            while (open.TryPop(out var left))
            {
                found[left.Index] = Unclosed(found[left.Index], paragraph.End);
                carried = left.Kind;
            }
        }

        return [.. found];
    }

    private readonly record struct Open(int Index, MarkKind Kind);

    private static int[] CountClosers(List<QuotationMark> marks)
    {
        var count = new int[(int)MarkKind.Count];
        foreach (var mark in marks)
            if (mark.Closes) count[(int)mark.Kind]++;
        return count;
    }

    /// <summary>Whether one of the two innermost open quotations has marks of a kind.</summary>
    private static bool IsOpen(Stack<Open> open, MarkKind kind)
    {
        var seen = 0;
        foreach (var one in open)
        {
            if (one.Kind == kind) return true;
            if (++seen == 2) break;
        }

        return false;
    }

    private static void Close(List<Quotation> found, Stack<Open> open, QuotationMark mark)
    {
        if (!IsOpen(open, mark.Kind)) return;
        while (open.TryPop(out var top))
        {
            var quotation = found[top.Index];
            if (top.Kind != mark.Kind)
            {
                found[top.Index] = Unclosed(quotation, mark.Span.Start);
                continue;
            }

            found[top.Index] = quotation with
            {
                Span = new(quotation.Span.Start, mark.Span.End), Inner = new(quotation.Inner.Start, mark.Span.Start), Closed = true,
            };
            return;
        }
    }

    private static Quotation Unclosed(Quotation quotation, int end) =>
        quotation with { Span = new(quotation.Span.Start, end), Inner = new(quotation.Inner.Start, Math.Max(quotation.Inner.Start, end)) };
}
