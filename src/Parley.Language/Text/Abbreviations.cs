using System.Collections.Frozen;

namespace Parley.Language.Text;

/// <summary>Knows which words keep the full stop after them.</summary>
internal static class Abbreviations
{
    /// <summary>Stand before a name or a number and so never end a sentence.</summary>
    private static readonly FrozenSet<string> Leading = FrozenSet.ToFrozenSet(
    [
        "Mr", "Mrs", "Ms", "Mx", "Dr", "Prof", "St", "Ste", "Sen", "Sens", "Rep", "Reps", "Gov", "Govs", "Gen", "Col", "Lt", "Maj", "Capt", "Cpt", "Sgt", "Cpl", "Pvt", "Cmdr", "Adm",
        "Hon", "Rev", "Fr", "Sr", "Msgr", "Pres", "Supt", "Insp", "Amb", "Atty", "Brig", "Messrs", "Mme", "Mlle", "Mt", "Ft", "Vol", "vol", "Nos", "Fig", "fig", "Figs", "Eq", "Sec", "Ch", "Art", "para", "pp", "vs", "cf", "ca", "approx", "Ph", "Op", "op", "ed", "eds", "Ed", "Eds", "Rs",
    ], StringComparer.Ordinal);

    /// <summary>May end a sentence with the one full stop they have.</summary>
    private static readonly FrozenSet<string> Trailing = FrozenSet.ToFrozenSet(
    [
        "Inc", "Ltd", "Co", "Corp", "Cos", "Bros", "LLC", "Jr", "Esq", "etc", "al", "Jan", "Feb", "Mar", "Apr", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec", "Mon", "Tue", "Tues", "Wed", "Thu", "Thur", "Thurs", "Fri",
        "Ave", "Blvd", "Rd", "Hwy", "Dept", "dept", "Univ", "Assn", "Ala", "Ariz", "Ark", "Calif", "Colo", "Conn", "Del", "Fla", "Ga", "Ill", "Ind", "Kan", "Ky", "La", "Md", "Mass", "Mich", "Minn", "Miss",
        "Mo", "Mont", "Neb", "Nev", "Okla", "Ore", "Pa", "Tenn", "Tex", "Vt", "Va", "Wash", "Wis", "Wyo", "est", "govt", "Govt", "Gov't", "Intl", "Natl", "lb", "lbs", "oz", "sq", "tel", "Tel", "ext", "Ext", "Attn", "div", "Div", "Dist", "Ont", "Que", "approx", "min", "hr", "hrs", "cent", "Pty", "Plc",
    ], StringComparer.Ordinal);

    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> LeadingLookup = Leading.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> TrailingLookup = Trailing.GetAlternateLookup<ReadOnlySpan<char>>();

    /// <summary>Whether a word, without its full stop, stands before a name or number.</summary>
    public static bool IsLeading(ReadOnlySpan<char> word) =>
        LeadingLookup.Contains(word) || word is "No" or "NO" or "no" or "c" or "p" or "e.g" or "i.e" or "E.g" or "I.e" or "SEN" or "GOV" or "GEN" or "REP" or "MR" or "MRS" or "MS" or "DR" or "COL" or "LT" or "SGT" or "ST";

    /// <summary>Whether the full stop after a word is part of it.</summary>
    public static bool Takes(string chars, int start, int dot, int paragraphEnd)
    {
        var word = chars.AsSpan(start, dot - start);
        var next = dot + 1;
        while (next < paragraphEnd && Letters.IsSpace(chars[next])) next++;
        var last = next >= paragraphEnd;
        if (word.Length == 1 && char.IsLetter(word[0]) && word[0] is not ('p' or 'c'))
            return char.IsUpper(word[0]) && !last && word[0] != 'I' && chars[next] is not ('"' or '\u201D' or '\'' or '\u2019' or ')')
                || char.IsUpper(word[0]) && !last && char.IsUpper(chars[next]);
        var inner = word.IndexOf('.');
        if (inner >= 0) return inner <= 3 && word.Length - word.LastIndexOf('.') <= 4 && !char.IsAsciiDigit(word[0]) && LettersAndDots(word);
        if (word is "No" or "NO" or "no" or "p" or "Nos" or "c") return !last && char.IsAsciiDigit(chars[next]);
        if (LeadingLookup.Contains(word)) return !last;
        if (word.Length is 2 or 3 && word is "SEN" or "GOV" or "GEN" or "REP" or "MR" or "MRS" or "MS" or "DR" or "COL" or "LT" or "SGT" or "ST") return !last;
        return TrailingLookup.Contains(word) && (!last || word is "Inc" or "Ltd" or "Co" or "Corp" or "Jr" or "al");
    }

    private static bool LettersAndDots(ReadOnlySpan<char> word)
    {
        var run = 0;
        foreach (var c in word)
        {
            if (c == '.') run = 0;
            else if (!char.IsLetter(c) || ++run > 3) return false;
        }

        return true;
    }
}
