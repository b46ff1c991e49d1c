using Parley.Reading.Dates;

namespace Parley.Reading.Tests.Dates;

public sealed class DateRulesTests
{
    private static readonly DateReader Reader = new();
    private static readonly string Chronicle = string.Concat(Enumerable.Range(1970, 25).Select(year => $"They met in May {year}. "));

    public static TheoryData<string> Examples => [.. DateReader.Rules.Select(r => r.Example)];

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_rule_reads_its_example(string example)
    {
        var rule = DateReader.Rules.First(r => r.Example == example);
        var words = example.Replace("[", "").Replace("]", "");
        string[] frames = [$"They met {words}.", $"They met on 3 May and talked for {words}.", $"{Chronicle}At last they met by {words}."];
        frames.ShouldContain(text => Reader.Find(text, new(2024, 3, 14)).Any(e => e.Rule == rule));
    }

    [Fact]
    public void No_two_rules_give_the_same_example() =>
        DateReader.Rules.GroupBy(r => r.Example).Where(g => g.Count() > 1).Select(g => g.Key).ShouldBeEmpty();
}
