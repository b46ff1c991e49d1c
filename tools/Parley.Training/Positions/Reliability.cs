using System.Globalization;

namespace Parley.Training.Positions;

/// <summary>A table of how often what was given a confidence was right.</summary>
internal static class Reliability
{
    public static void Print(IEnumerable<(double Confidence, bool Right)> judged)
    {
        var all = judged.ToList();
        Console.WriteLine("confidence   read  right  mean confidence");
        var gap = 0.0;
        foreach (var bin in all.GroupBy(x => Math.Min(9, (int)(x.Confidence * 10))).OrderBy(g => g.Key))
        {
            var (right, mean) = (bin.Average(x => x.Right ? 1.0 : 0), bin.Average(x => x.Confidence));
            gap += Math.Abs(right - mean) * bin.Count();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {bin.Key / 10.0:0.0}-{(bin.Key + 1) / 10.0:0.0}   {bin.Count(),6}   {right:0.00}   {mean:0.00}"));
        }

        var brier = all.Average(x => Math.Pow(x.Confidence - (x.Right ? 1 : 0), 2));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"mean gap between confidence and share right {gap / all.Count:0.000}, Brier score {brier:0.000}"));
    }
}
