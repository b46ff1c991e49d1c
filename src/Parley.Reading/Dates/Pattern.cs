namespace Parley.Reading.Dates;

/// <summary>One step of a pattern: a word spelled out or a kind of piece.</summary>
/// <param name="Kind">Kinds of which the piece must be one; <see cref="Kind.None"/> where <paramref name="Word"/> says it.</param>
/// <param name="Adjacent">Whether no white space may stand before the piece.</param>
/// <param name="Part">Index of the expression the piece belongs to, -1 where it stands outside.</param>
internal readonly record struct Step(Kind Kind, string? Word, bool Adjacent, int Part);

/// <summary>Reads the little language of the rule tables.</summary>
/// <remarks>
/// Words in lower case and marks stand for themselves, capitalised names for a <see cref="Kind"/>. <c>a | b</c> offers a choice, <c>( … )</c>
/// groups, <c>?</c> makes what stands before it optional, <c>~</c> glues a step to the piece before, and <c>[ … ]</c> marks an
/// expression where a rule reads two of them or leaves words outside.
/// </remarks>
internal static class Pattern
{
    /// <summary>All sequences of steps that a pattern admits.</summary>
    /// <exception cref="FormatException">The pattern is malformed.</exception>
    public static List<Step[]> Expand(string pattern)
    {
        var symbols = pattern.Replace("(", " ( ").Replace(")", " ) ").Replace("?", " ? ").Replace("|", " | ").Replace("[", " [ ").Replace("]", " ] ")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var marked = symbols.Contains("[");
        var (at, part) = (0, marked ? -1 : 0);
        var parts = 0;
        var found = Choice();
        return at == symbols.Length ? found : throw new FormatException($"'{symbols[at]}' is not expected in '{pattern}'");

        List<Step[]> Choice()
        {
            var all = Sequence();
            while (at < symbols.Length && symbols[at] == "|")
            {
                at++;
                all.AddRange(Sequence());
            }

            return all;
        }

        List<Step[]> Sequence()
        {
            List<Step[]> all = [[]];
            while (at < symbols.Length && symbols[at] is not ("|" or ")"))
            {
                var symbol = symbols[at++];
                if (symbol == "[")
                {
                    part = parts++;
                    continue;
                }

                if (symbol == "]")
                {
                    part = -1;
                    continue;
                }

                var glued = symbol == "~" && at < symbols.Length && symbols[at] == "(";
                if (glued) symbol = symbols[at++];
                var item = symbol == "(" ? Choice() : [[Single(symbol)]];
                if (glued) item = [.. item.Select(s => s.Length == 0 ? s : [s[0] with { Adjacent = true }, .. s[1..]])];
                if (symbol == "(" && (at >= symbols.Length || symbols[at++] != ")")) throw new FormatException($"a group stays open in '{pattern}'");
                if (at < symbols.Length && symbols[at] == "?")
                {
                    at++;
                    item.Add([]);
                }

                all = [.. from left in all from right in item select (Step[])[.. left, .. right]];
            }

            return all;
        }

        Step Single(string symbol)
        {
            var adjacent = symbol.Length > 1 && symbol[0] == '~';
            var name = adjacent ? symbol[1..] : symbol;
            return char.IsUpper(name[0]) ? new(Enum.Parse<Kind>(name), null, adjacent, part) : new(Kind.None, name, adjacent, part);
        }
    }
}
