namespace Parley.Language.Names;

/// <summary>Puts right the edges of a labelled name: titles come off, and what "and" or "of" joins is parted.</summary>
internal static class NameEdges
{
    /// <summary>Adds the one or two names that a labelled stretch of tokens holds; none if it has no letter.</summary>
    public static void Add(IReadOnlyList<Token> tokens, int first, int end, NameKind kind, double confidence, List<Name> names)
    {
        if (kind is NameKind.Person or NameKind.Place)
        {
            for (var i = first + 1; i + 1 < end; i++)
            {
                var joined = tokens[i].Form is "and" or "&" && !(tokens[i - 1].Form is "Bosnia" or "Trinidad" or "Antigua");
                if (!joined && !(kind == NameKind.Person && tokens[i].Form == "of")) continue;
                Add(tokens, first, i, kind, confidence, names);
                if (!joined) kind = NameKind.Place;
                first = i + 1;
            }
        }

        if (kind == NameKind.Person) first = AfterTitles(tokens, first, end);
        for (var i = first; i < end; i++)
        {
            if (!char.IsLetter(tokens[i].Form[0]) && tokens[i].Form.Length < 2 || !tokens[i].Form.AsSpan().ContainsAnyExceptInRange('0', '9')) continue;
            names.Add(new(new(tokens[first].Span.Start, tokens[end - 1].Span.End), first, end, kind, confidence));
            return;
        }
    }

    /// <summary>The first token after the last title: "US President", "Mr".</summary>
    private static int AfterTitles(IReadOnlyList<Token> tokens, int first, int end)
    {
        var start = first;
        for (var i = first; i + 1 < end && i - first < 4; i++)
            if (IsTitle(tokens[i].Form) && char.IsUpper(tokens[i + 1].Form[0])) start = i + 1;
        return start;
    }

    private static bool IsTitle(string form) => form is "Mr" or "Mr." or "Mrs" or "Mrs." or "Ms" or "Ms." or "Dr" or "Dr." or "President" or "Minister" or "Chancellor"
        or "Premier" or "Senator" or "Sen." or "Rep." or "Gov." or "Governor" or "Mayor" or "Ambassador" or "Gen." or "Col." or "Chairman" or "Chairwoman" or "Secretary"
        or "Congressman" or "Congresswoman" or "Democrat" or "Republican" or "Prof." or "Professor" or "Commissioner" or "Chair" or "Sens." or "Reps." or "Leader" or "AG" or "Deputy" or "Spokesman" or "Spokeswoman" or "Sheriff";
}
