using Parley.Analysis.Networks;

namespace Parley.Benchmarks.Networks;

/// <summary>Statements drawn evenly over a year of 365 days, with a seed.</summary>
internal static class SyntheticStatements
{
    private const int Day = 86400;
    private const int Days = 365;

    public static StatementTable Draw(int count, int actors, int concepts, int seed = 1)
    {
        var random = new Random(seed);
        var times = new long[count];
        var places = new StatementPlace[count];
        var (actor, concept, agreement) = (new int[count], new int[count], new int[count]);
        for (var i = 0; i < count; i++)
        {
            var day = (int)((long)i * Days / count);
            times[i] = (long)day * Day;
            places[i] = new(i / 4, i % 4, (i % 4) + 1, i);
            (actor[i], concept[i], agreement[i]) = (random.Next(actors), random.Next(concepts), random.Next(2));
        }

        return new(times, places,
        [
            StatementVariable.TextFromCodes("actor", Names("Actor", actors), actor),
            StatementVariable.TextFromCodes("concept", Names("Concept", concepts), concept),
            StatementVariable.BooleanFromCodes("agreement", agreement),
        ]);
    }

    private static string[] Names(string kind, int count) => [.. Enumerable.Range(0, count).Select(i => $"{kind} {i:00000}")];
}
