namespace Parley.Reading.Actors;

/// <summary>The table <c>duties.tsv</c>: what office somebody holds who "chairs", "runs" or "sits on" a body.</summary>
internal static class Duties
{
    private static readonly Dictionary<string, (string Preposition, string Office)> s_byVerb = ActorLexicon.Rows("duties.tsv").ToDictionary(row => row[0], row => (row[1], row[2]), StringComparer.Ordinal);

    public static string? OfficeOf(string verb, string next) =>
        s_byVerb.TryGetValue(verb, out var duty) && (duty.Preposition.Length == 0 || duty.Preposition == next) ? duty.Office : null;
}
