namespace Parley.Language.Parsing;

/// <summary>Ties a finite verb that the parser joined to an infinitive back to the verb of its own form: "urged both to stay and | offered to help".</summary>
internal static class JoinedVerbs
{
    private const int Steps = 6;

    /// <param name="first">Index of the sentence's first token in the document, to which heads are counted.</param>
    public static void Mend(Span<Token> sentence, int first)
    {
        for (var i = 1; i < sentence.Length; i++)
        {
            if (sentence[i] is not { Relation: "conj", Xpos: "VBD" or "VBZ" } || sentence[i].Head < first) continue;
            var head = sentence[i].Head - first;
            if (sentence[head].Xpos is not ("VB" or "VBG") || head > i || HasAuxiliary(sentence, first, head) || HasAuxiliary(sentence, first, i)) continue;
            for (var (up, step) = (sentence[head].Head - first, 0); up >= 0 && step < Steps; up = sentence[up].Head - first, step++)
            {
                if (up > head || sentence[up].Xpos != sentence[i].Xpos) continue;
                sentence[i] = sentence[i] with { Head = first + up };
                break;
            }
        }
    }

    private static bool HasAuxiliary(ReadOnlySpan<Token> sentence, int first, int verb)
    {
        for (var i = Math.Max(0, verb - 6); i < verb; i++)
            if (sentence[i].Head == first + verb && sentence[i].BareRelation is "aux" or "nsubj") return true;
        return false;
    }
}
