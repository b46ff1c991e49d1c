using System.Text;

namespace Parley.Storage.Sqlite;

/// <summary>Turns what a user types into an FTS5 query that cannot fail: words and "phrases" all wanted, a minus for without, OR for either.</summary>
internal static class FullTextQuery
{
    /// <summary>Null where nothing is wanted.</summary>
    public static string? Parse(string query)
    {
        var (wanted, unwanted) = (new StringBuilder(), new StringBuilder());
        var either = false;
        foreach (var (term, minus) in Terms(query))
        {
            if (term == "OR" && wanted.Length > 0)
            {
                either = true;
                continue;
            }

            if (!term.AsSpan().ContainsAnyExcept(" \t-–'’.,;:!?()[]/&+*%$€£#@^~|<>={}\\_`") ) continue;
            var quoted = "\"" + term + "\"";
            if (minus) unwanted.Append(unwanted.Length > 0 ? " OR " : "").Append(quoted);
            else wanted.Append(wanted.Length == 0 ? "" : either ? " OR " : " AND ").Append(quoted);
            either = false;
        }

        return wanted.Length == 0 ? null : unwanted.Length == 0 ? wanted.ToString() : $"({wanted}) NOT ({unwanted})";
    }

    private static IEnumerable<(string Term, bool Minus)> Terms(string query)
    {
        for (var i = 0; i < query.Length;)
        {
            if (char.IsWhiteSpace(query[i]))
            {
                i++;
                continue;
            }

            var minus = query[i] == '-';
            if (minus) i++;
            var phrase = i < query.Length && query[i] is '"' or '“' or '”';
            if (phrase) i++;
            var start = i;
            while (i < query.Length && (phrase ? query[i] is not ('"' or '“' or '”') : !char.IsWhiteSpace(query[i]) && query[i] != '"')) i++;
            yield return (query[start..i].Replace("\0", "", StringComparison.Ordinal), minus);
            if (phrase && i < query.Length) i++;
        }
    }
}
