using Parley.Language;

namespace Parley.Reading.Dates;

/// <summary>Joins a time and the day beside it into one expression: "noon on Saturday", "Friday at 9am", "the evening of 5 June".</summary>
internal static class DateJoiner
{
    /// <summary>Joins neighbours in place.</summary>
    public static void Join(PieceText text, List<Expression> found)
    {
        for (var i = 0; i < found.Count; i++)
        {
            if (i > 0 && Joined(text, found[i - 1], found[i]) is { } joined)
            {
                found[i - 1] = joined;
                found.RemoveAt(i--);
            }
        }
    }

    private static Expression? Joined(PieceText text, Expression a, Expression b)
    {
        if (b.First - a.End > 2) return null;
        var between = b.First == a.End ? "" : text.Lower(a.End) + (b.First - a.End == 2 ? " " + text.Lower(a.End + 1) : "");
        if (text.SameSentence(a.First, b.First) is false) return null;
        if (IsClock(a) && IsDay(b) && between is "" or "on" or "," or ", on" or "of") return a with { Span = a.Span.Union(b.Span), End = b.End, Timex = new(TimexType.Time, b.Timex.Value + a.Timex.Value) };
        if (IsDay(a) && IsClock(b) && between is "" or "at" or "," or ", at" or "by" or "around") return a with { Span = a.Span.Union(b.Span), End = b.End, Timex = new(TimexType.Time, a.Timex.Value + b.Timex.Value) };
        return null;
    }

    private static bool IsClock(Expression e) => e.Timex is { Type: TimexType.Time, Value: ['T', ..] };

    private static bool IsDay(Expression e) => e.Timex is { Type: TimexType.Date, Value: { Length: 10 } value } && value[4] == '-' && value[7] == '-';
}

/// <summary>A date as found, with the pieces <c>[First, End)</c> it covers.</summary>
internal readonly record struct Expression(Span Span, int First, int End, Timex Timex, DateRule Rule);
