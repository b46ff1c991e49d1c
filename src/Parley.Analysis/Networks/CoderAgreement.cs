using System.Globalization;

namespace Parley.Analysis.Networks;

/// <summary>What a coder gave a unit.</summary>
public readonly record struct Rating(string Unit, string Coder, string Value);

/// <summary>How differences between values count.</summary>
public enum AgreementScale
{
    /// <summary>Same or not.</summary>
    Nominal,

    /// <summary>By how many ratings lie between the ranks.</summary>
    Ordinal,

    /// <summary>By the square of the difference.</summary>
    Interval,
}

/// <param name="Alpha">Krippendorff's α: 1 is perfect, 0 is chance. NaN if nothing varies.</param>
/// <param name="Kappa">Cohen's κ; with more than two coders the mean over their pairs. NaN if no pair shares a unit or nothing varies.</param>
/// <param name="Percent">Share of the pairs of ratings of a unit that are equal, 0 to 1.</param>
/// <param name="Pairable">Ratings of units that at least two coders rated.</param>
public sealed record AgreementResult(double Alpha, double Kappa, double Percent, int Units, int Coders, int Pairable);

/// <summary>How far coders agree: Krippendorff (Content Analysis, 4th ed., ch. 12), Cohen (1960), and plain percent.</summary>
public sealed class CoderAgreement
{
    /// <exception cref="NetworkException">A coder rating a unit twice, or a value that is no number where the scale needs one.</exception>
    public AgreementResult Measure(IReadOnlyList<Rating> ratings, AgreementScale scale)
    {
        var values = Values(ratings, scale);
        var codeOf = values.Select((v, i) => (v.Text, i)).ToDictionary(p => p.Text, p => p.i, StringComparer.Ordinal);
        var units = new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal);
        foreach (var rating in ratings)
        {
            if (!units.TryGetValue(rating.Unit, out var coders))
                units[rating.Unit] = coders = new(StringComparer.Ordinal);
            if (!coders.TryAdd(rating.Coder, codeOf[rating.Value]))
                throw new NetworkException($"coder '{rating.Coder}' rates unit '{rating.Unit}' twice");
        }

        var pairable = units.Values.Where(u => u.Count > 1).ToList();
        string[] names = [.. ratings.Select(r => r.Coder).Distinct().Order(StringComparer.Ordinal)];
        return new(
            Alpha(pairable, [.. values.Select(v => v.Number)], scale), Kappa(pairable, names, values.Count), Percent(pairable),
            units.Count, names.Length, pairable.Sum(u => u.Count));
    }

    private static List<(string Text, double Number)> Values(IReadOnlyList<Rating> ratings, AgreementScale scale)
    {
        var texts = ratings.Select(r => r.Value).Distinct().Order(StringComparer.Ordinal).ToList();
        if (scale == AgreementScale.Nominal)
            return [.. texts.Select((t, i) => (t, (double)i))];
        var numbers = new List<(string Text, double Number)>();
        foreach (var text in texts)
        {
            if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
                throw new NetworkException($"'{text}' is no number, which {scale.ToString().ToLowerInvariant()} agreement needs");
            numbers.Add((text, number));
        }

        return [.. numbers.OrderBy(n => n.Number)];
    }

    private static double Alpha(List<Dictionary<string, int>> units, double[] numbers, AgreementScale scale)
    {
        var k = numbers.Length;
        var coincidences = new double[k, k];
        foreach (var unit in units)
        {
            var codes = unit.Values.ToArray();
            for (var a = 0; a < codes.Length; a++)
            {
                for (var b = 0; b < codes.Length; b++)
                    coincidences[codes[a], codes[b]] += a == b ? 0 : 1.0 / (codes.Length - 1);
            }
        }

        var totals = new double[k];
        for (var c = 0; c < k; c++)
        {
            for (var d = 0; d < k; d++)
                totals[c] += coincidences[c, d];
        }

        double observed = 0, expected = 0;
        for (var c = 0; c < k; c++)
        {
            for (var d = 0; d < k; d++)
            {
                var difference = Difference(c, d, totals, numbers, scale);
                observed += coincidences[c, d] * difference;
                expected += totals[c] * totals[d] * difference;
            }
        }

        return expected == 0 ? double.NaN : 1 - ((totals.Sum() - 1) * observed / expected);
    }

    private static double Difference(int c, int d, double[] totals, double[] numbers, AgreementScale scale)
    {
        if (c == d)
            return 0;
        if (scale == AgreementScale.Nominal)
            return 1;
        if (scale == AgreementScale.Interval)
            return (numbers[c] - numbers[d]) * (numbers[c] - numbers[d]);
        var between = -(totals[c] + totals[d]) / 2;
        for (var g = Math.Min(c, d); g <= Math.Max(c, d); g++)
            between += totals[g];
        return between * between;
    }

    private static double Kappa(List<Dictionary<string, int>> units, string[] coders, int k)
    {
        var kappas = new List<double>();
        for (var a = 0; a < coders.Length; a++)
        {
            for (var b = a + 1; b < coders.Length; b++)
            {
                var shared = units.Where(u => u.ContainsKey(coders[a]) && u.ContainsKey(coders[b])).ToList();
                var (first, second) = (new double[k], new double[k]);
                foreach (var unit in shared)
                {
                    first[unit[coders[a]]]++;
                    second[unit[coders[b]]]++;
                }

                double n = shared.Count;
                var agreed = shared.Count(u => u[coders[a]] == u[coders[b]]) / n;
                var chance = first.Zip(second, (x, y) => x * y).Sum() / (n * n);
                if (n > 0 && chance < 1)
                    kappas.Add((agreed - chance) / (1 - chance));
            }
        }

        return kappas.Count == 0 ? double.NaN : kappas.Average();
    }

    private static double Percent(List<Dictionary<string, int>> units)
    {
        double agreed = 0, pairs = 0;
        foreach (var unit in units)
        {
            double n = unit.Count;
            pairs += n * (n - 1);
            agreed += unit.Values.CountBy(v => v).Sum(g => (double)g.Value * (g.Value - 1));
        }

        return pairs == 0 ? double.NaN : agreed / pairs;
    }
}
