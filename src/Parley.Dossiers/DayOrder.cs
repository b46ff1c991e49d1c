using System.Runtime.CompilerServices;

namespace Parley.Dossiers;

/// <summary>Orders by day, and leaves in their order those of one day. Counts days instead of comparing them: O(n + days between).</summary>
internal static class DayOrder
{
    /// <summary>The day of an entry that is left out.</summary>
    public const int None = -1;

    /// <param name="days"><see cref="DateOnly.DayNumber"/>, 0 where unknown, which comes first.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static int[] Of(ReadOnlySpan<int> days)
    {
        var (first, last) = (int.MaxValue, 0);
        foreach (var day in days)
        {
            if (day > 0 && day < first) first = day;
            if (day > last) last = day;
        }

        var next = new int[Math.Max(0, last - first) + 3];
        var count = 0;
        foreach (var day in days)
        {
            if (day == None) continue;
            next[Slot(day, first) + 1]++;
            count++;
        }

        for (var i = 1; i < next.Length; i++) next[i] += next[i - 1];
        var order = new int[count];
        for (var i = 0; i < days.Length; i++)
            if (days[i] != None) order[next[Slot(days[i], first)]++] = i;
        return order;
    }

    private static int Slot(int day, int first) => day == 0 ? 0 : day - first + 1;
}
