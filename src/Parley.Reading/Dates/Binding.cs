using Parley.Language;

namespace Parley.Reading.Dates;

/// <summary>Whether something hangs on a length of time, so that a reader of reports needs it: a deadline, a term, a truce.</summary>
internal static class Binding
{
    /// <summary>Whether a length is a term ("within 48 hours"), part of what was agreed ("a 30-day truce"), or counted from a date ("two weeks after 5 June").</summary>
    public static bool Holds(Match m)
    {
        var (text, before) = (m.Text, m.Text.Lower(m.First - 1));
        if (text.Is(m.End, Kind.Dash) && text.Lower(m.End + 1) == "old" || text.Lower(m.End) == "old") return false;
        if (text.Lower(m.End) is "before" or "after" or "from" && IsDate(text, m.End + 1)) return true;
        if (m.Has(Kind.Dash) || m.Says("-") || text.Is(m.End, Kind.Dash)) return IsTerm(Next(text, text.Is(m.End, Kind.Dash) ? m.End + 1 : m.End));
        if (before is "of" or "for" && IsTerm(text.Lower(m.First - 2))) return true;
        if (IsTerm(text.Lower(m.End))) return true;
        return before is "within" || before is "in" or "for" or "after" or "by" or "another" or "further" or "extra" or "additional" or "over" or "during"
            && Tense.At(text, before is "in" ? m.First - 1 : m.First, m.End) == Direction.Future;
    }

    private static string Next(PieceText text, int at) => IsTerm(text.Lower(at)) ? text.Lower(at) : text.Lower(at + 1);

    private static bool IsDate(PieceText text, int at) =>
        text.Is(at, Kind.Day | Kind.Month | Kind.Weekday | Kind.Year | Kind.Next | Kind.Last) || (text.Lower(at) is "the" && text.Is(at + 1, Kind.Ord | Kind.Day)) || text.Lower(at) is "today" or "tomorrow" or "yesterday" or "christmas" or "easter" or "eid" or "new";

    private static bool IsTerm(string word) => word is "truce" or "ceasefire" or "pause" or "halt" or "lull" or "deadline" or "ultimatum" or "extension" or "moratorium" or "freeze" or "suspension" or "notice"
        or "period" or "window" or "mandate" or "term" or "transition" or "deal" or "agreement" or "contract" or "accord" or "pact" or "lease" or "plan" or "programme" or "program" or "roadmap" or "strike" or "walkout"
        or "boycott" or "blockade" or "embargo" or "curfew" or "delay" or "postponement" or "visit" or "talks" or "summit" or "meeting" or "session" or "conference" or "round" or "grace" or "review" or "trial" or "phase" or "quarantine" or "sentence" or "stay" or "adjournment" or "recess";
}
