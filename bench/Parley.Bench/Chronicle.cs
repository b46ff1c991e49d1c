using System.Globalization;
using System.Text;
using Parley.Dossiers.Tests.Made;
using Parley.Reading;

namespace Parley.Bench;

/// <summary>A negotiation made up from a seed: ten parties, 25 issues, 40 speakers, 30 outlets, two years.</summary>
internal sealed class Chronicle(int seed)
{
    private static readonly string[] Parties = ["Norland", "Estava", "Ruvia", "Kessel", "Amberg", "Tolva", "Sundia", "Marrow", "Ilven", "Oskar Bay"];
    private static readonly Act[] Acts = [Act.Demand, Act.Refuse, Act.Offer, Act.Accept, Act.RedLine, Act.Warn, Act.Concede, Act.Endorse];
    private static readonly Firmness?[] Firmnesses = [null, Firmness.Firm, Firmness.RedLine, Firmness.Flexible];
    private static readonly string[] Syllables = ["ka", "lor", "min", "ta", "ves", "dun", "pre", "sol", "gar", "ith", "bel", "on", "cra", "fen", "ul", "mo", "ster", "wi", "har", "ne"];
    private readonly string[] _words = Vocabulary(seed);
    private readonly string[] _issues = [.. Enumerable.Range(0, 25).Select(i => $"{Name(seed + i)} of the {Name(seed + 100 + i)} {Name(seed + 200 + i)}")];

    /// <summary>One report with 20 statements and about 5,000 characters; the same number gives the same report.</summary>
    public (Report Report, ReportReading Reading) Report(int number)
    {
        var random = new Random((seed * 1_000_003) + number);
        var day = new DateOnly(2024, 1, 1).AddDays(number * 730 / 10_000).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        var maker = new ReportMaker(day, $"Outlet {random.Next(30)}");
        for (var s = 0; s < 20; s++)
        {
            var party = random.Next(Parties.Length);
            var speaker = $"{Name(party * 7)} {Name((party * 7) + random.Next(4) + 50)}";
            var stance = random.NextDouble() < 0.8 ? (Stance)(((party * 31) + s) % 2) : (Stance)random.Next(3);
            maker.Says(Parties[party], Upper(speaker), Sentence(random, 18), Upper(_issues[random.Next(_issues.Length)]), Acts[random.Next(Acts.Length)], stance, Firmnesses[random.Next(4)]);
            maker.Plain(Upper(Sentence(random, 14)));
        }

        var when = new DateOnly(2024, 1, 1).AddDays((number * 730 / 10_000) + random.Next(-5, 10)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        maker.Meets(when, (MeetingStatus)random.Next(6), Upper(Sentence(random, 8)), null, Upper(Name(random.Next(9))), Parties[random.Next(5)], Parties[5 + random.Next(5)]);
        return maker.Make($"report-{number}");
    }

    /// <summary>Words with the frequencies of a language: the tenth is ten times rarer than the first.</summary>
    public string Sentence(Random random, int length)
    {
        var text = new StringBuilder();
        for (var i = 0; i < length; i++)
        {
            if (i > 0) text.Append(' ');
            text.Append(_words[(int)(Math.Exp(random.NextDouble() * Math.Log(_words.Length)) - 1)]);
        }

        return text.ToString();
    }

    public static string Upper(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    private static string[] Vocabulary(int seed) => [.. Enumerable.Range(0, 6000).Select(i => Name((seed * 7919) + i)).Distinct()];

    private static string Name(int seed)
    {
        var random = new Random(seed);
        return string.Concat(Enumerable.Range(0, 2 + (seed & 1)).Select(_ => Syllables[random.Next(Syllables.Length)]));
    }
}
