using Parley.Language;

namespace Parley.Reading.Dates;

/// <summary>Whether a clause tells of what is over or of what is to come.</summary>
internal enum Direction { Unknown, Past, Future }

/// <summary>The tense of the clause around an expression: from its tree where there is one, else from the nearest word that carries one.</summary>
internal static class Tense
{
    private const int Reach = 14; // pieces to either side
    private const int Height = 8; // steps up a tree

    public static Direction At(PieceText text, int first, int end)
    {
        if (Lead(text, first, end) is var lead and not Direction.Unknown) return lead;
        if (text.First(end) == ',' && Before(text, first) is var left and not Direction.Unknown && !IsSaying(text, first)) return left; // the comma ends its clause
        if (text.Document is { } document && Up(document, document.TokenAt(text.Pieces[first].Start)) is var told and not Direction.Unknown) return told;
        if (Before(text, first) is var before and not Direction.Unknown) return before;
        for (var i = end; i < text.Pieces.Count && i < end + Reach && !text.StartsSentence(i); i++)
            if (Of(text, i) is var way and not Direction.Unknown) return way;
        return Direction.Unknown;
    }

    /// <summary>The nearest word of tense to the left.</summary>
    private static Direction Before(PieceText text, int first)
    {
        for (var i = first - 1; i >= 0 && i >= first - Reach && !text.StartsSentence(i + 1); i--)
            if (Of(text, i) is var way and not Direction.Unknown) return way;
        return Direction.Unknown;
    }

    /// <summary>Whether the words to the left only say that something is said: "he said that on Friday, …".</summary>
    private static bool IsSaying(PieceText text, int first)
    {
        for (var i = first - 1; i >= 0 && i >= first - 4; i--)
            if (text.Lower(i) is "said" or "says" or "told" or "that" or "added" or "announced") return true;
        return false;
    }

    /// <summary>What the preposition before it says, whatever the verb: "until Friday" lies ahead, "since Friday" behind.</summary>
    private static Direction Lead(PieceText text, int first, int end)
    {
        var lead = first - 1;
        while (lead > 0 && lead > first - 6 && (text.Lower(lead) is "on" or "the" or "midnight" or "noon" or "of" or ":" || text.Is(lead, Kind.Ampm | Kind.Part | Kind.Edge | Kind.Bound | Kind.Num))) lead--;
        if (text.Lower(lead) is "by" or "until" or "till") return Direction.Future;
        if (text.Lower(lead) is "since" or "last") return Direction.Past;
        for (lead = first - 1; lead > 0 && lead > first - 5; lead--)
            if (text.Lower(lead) is "originally" or "initially") return Direction.Past;
        if (text.Lower(first - 1) is "for" && IsOver(text, end)) return Direction.Past;
        if (text.Lower(first - 1) is "to" or "for" or "on" && text.Lower(first - 2) is "postponed" or "moved" or "delayed" or "adjourned" or "rescheduled" or "back" or "off" or "set" or "scheduled" or "due" or "planned" or "slated" or "in" or "deferred" or "fixed" or "booked" or "pencilled" or "shifted" or "forward" or "down") return Direction.Future;
        for (lead = first - 1; lead > 0 && lead > first - 7; lead--)
        {
            // "resume in Kigali on Monday": taggers take a bare present for a noun
            if (text.Lower(lead) is "resume" or "meet" or "reconvene" or "convene" or "open" or "return" or "sit" or "gather" or "vote" or "start" or "begin" or "close")
                return text.Lower(lead - 1) is "the" or "a" or "did" or "not" or "to" ? Direction.Unknown : Direction.Future;
            if (!char.IsUpper(text.First(lead)) && !text.Is(lead, Kind.Num | Kind.Ampm | Kind.Part) && text.Lower(lead) is not ("in" or "at" or "on" or "again" or "there" or "the" or "down" or "and" or "noon" or "midnight")) break;
        }

        return text.First(end) == ':' && text.StartsSentence(first) ? Direction.Future : Direction.Unknown; // a line of an agenda
    }

    /// <summary>"Planned for Monday, was called off": what was to be is over; "has been called off" says it of a day to come.</summary>
    private static bool IsOver(PieceText text, int end)
    {
        for (var i = end; i < text.Pieces.Count && i < end + Reach && !text.StartsSentence(i); i++)
            if (text.Lower(i) is "was" or "were") return text.Lower(i + 1) is "cancelled" or "canceled" or "scrapped" or "dropped" or "abandoned" or "shelved" || text.Lower(i + 1) is "called" && text.Lower(i + 2) is "off";
            else if (text.Lower(i) is "has" or "have" or "is" or "are" or "will") return false;
        return false;
    }

    /// <summary>Climbs from a token to the verb it belongs to.</summary>
    private static Direction Up(Document document, int token)
    {
        if (token >= document.Tokens.Length || document.Tokens[token].Xpos.Length == 0) return Direction.Unknown;
        var (throughNoun, aside) = (false, false);
        for (var steps = 0; token >= 0 && steps < Height; steps++)
        {
            var word = document.Tokens[token];
            if (word.Upos is Upos.VERB or Upos.AUX || HasCopula(document, token))
            {
                var way = OfVerb(document, token, throughNoun && !(aside && word.Form is "agreed")); // "agreed at Thursday's retreat" did so
                if (way != Direction.Unknown) return way;
            }

            throughNoun |= steps > 0 && word.Upos is Upos.NOUN && word.Form is not ("morning" or "afternoon" or "evening" or "night" or "week" or "month" or "year" or "time");
            aside = word.BareRelation is "obl";
            token = word.Head;
        }

        return Direction.Unknown;
    }

    private static bool HasCopula(Document document, int token)
    {
        foreach (var child in document.ChildrenOf(token))
            if (document.Tokens[child].BareRelation is "cop") return true;
        return false;
    }

    private static Direction OfVerb(Document document, int verb, bool throughNoun)
    {
        var (modal, have, was, present, infinitive) = (false, false, false, false, false);
        foreach (var child in document.ChildrenOf(verb))
        {
            if (child > verb && document.Tokens[child].BareRelation is not "cop") continue;
            var word = document.Tokens[child];
            if (word.BareRelation is not ("aux" or "cop" or "mark")) continue;
            if (word.Xpos == "MD") modal = true;
            else if (word.Xpos == "TO") infinitive = true;
            else if (word.Form is "has" or "have" or "had" or "having" or "'ve" or "’ve") have = true;
            else if (word.Xpos == "VBD") was = true;
            else if (word.Xpos is "VBZ" or "VBP") present = true;
        }

        if (infinitive && have) return Direction.Past; // "were to have met"
        var xpos = document.Tokens[verb].Xpos;
        var form = document.Tokens[verb].Form;
        if (modal) return have ? Direction.Past : Direction.Future;
        // what is called off today was to be held on a day to come
        if (throughNoun && (have || was || xpos == "VBD") && form is "called" or "cancelled" or "canceled" or "postponed" or "delayed" or "put" or "scrapped" or "cancelling") return Direction.Future;
        if (throughNoun && form is "proposed" or "offered" or "planned" or "suggested" or "scheduled" or "agreed" or "called" or "invited" or "urged" or "promised" or "pledged") return Direction.Future;
        if (infinitive) return Direction.Future;
        if (have || was) return Direction.Past;
        return xpos switch
        {
            "VBD" => Direction.Past,
            "VBN" => present || form is "scheduled" or "planned" or "due" or "expected" or "slated" or "set" or "booked" or "invited" ? Direction.Future : Direction.Past,
            "VBZ" or "VBP" => IsOfSaying(form) ? Direction.Unknown : Direction.Future,
            "VBG" => present ? Direction.Future : Direction.Unknown,
            _ => present ? Direction.Future : Direction.Unknown,
        };
    }

    private static bool IsOfSaying(string form) => form is "says" or "say" or "tells" or "tell" or "writes" or "reports" or "adds" or "is" or "are" or "has" or "have" or "insists" or "notes" or "argues" or "warns" or "believes" or "thinks" or "remains" or "shows" or "show";

    private static Direction Of(PieceText text, int i)
    {
        var piece = text.Pieces[i];
        if (text.Lower(i) is "agreed" && text.Lower(i + 1) is not "to") return Direction.Past; // "an outline agreed in May"
        if (text.Lower(i) is "set" && text.Lower(i + 1) is not ("to" or "for" or "on" or "down")) return Direction.Unknown; // "the tone was set at Riva in June"
        if (piece.Is(Kind.Forward) && !(piece.Is(Kind.Doubtful) && char.IsUpper(text.First(i)))) return Direction.Future;
        if (text.Lower(i - 1) is "be") return Direction.Unknown; // "will be held": the auxiliary decides
        if (text.Lower(i) is "to" && text.Lower(i - 1) is "is" or "are" or "were") return text.Lower(i - 1) is "were" ? Direction.Past : Direction.Future;
        if (piece.Is(Kind.Backward)) return Direction.Past;
        var word = text.Chars.AsSpan(piece.Start, piece.End - piece.Start);
        return word.Length > 4 && word.EndsWith("ed", StringComparison.Ordinal) && char.IsLower(word[0]) ? Direction.Past : Direction.Unknown;
    }
}
