using Parley.Reading.Actors;

namespace Parley.Reading.Tests.Actors;

public sealed class ActorTablesTests
{
    private static readonly List<string[]> Countries = [.. ActorLexicon.Rows("countries.tsv")];

    [Fact]
    public void Country_codes_and_names_are_unique()
    {
        Countries.Select(c => c[0]).ShouldBeUnique();
        Countries.Select(c => c[1]).ShouldBeUnique();
        Countries.ShouldAllBe(c => c[0].Length == 2 && c[0].All(char.IsAsciiLetterUpper));
    }

    [Fact]
    public void Every_member_of_the_United_Nations_has_a_demonym_and_a_capital()
    {
        string[] others = ["PS", "VA", "TW", "XK", "HK", "MO", "PR", "GL", "FO", "GI", "BM", "KY", "VG", "VI", "FK", "NC", "PF", "CK", "NU", "GU", "AS", "AW", "CW", "EH", "IM", "JE", "GG", "AX"];
        var members = Countries.Where(c => !others.Contains(c[0])).ToList();
        members.Count.ShouldBe(193);
        members.ShouldAllBe(c => c[3].Length > 0);
        members.ShouldAllBe(c => c[4].Length > 0);
    }

    [Fact]
    public void Every_table_has_its_columns()
    {
        Countries.ShouldAllBe(row => row.Length == 6);
        ActorLexicon.Rows("organizations.tsv").ShouldAllBe(row => row.Length == 5 || row.Length == 6);
        ActorLexicon.Rows("roles.tsv").ShouldAllBe(row => row.Length == 4);
        ActorLexicon.Rows("bodies.tsv").ShouldAllBe(row => row.Length == 3);
        ActorLexicon.Rows("titles.tsv").ShouldAllBe(row => row.Length == 3 || row.Length == 4);
        ActorLexicon.Rows("regions.tsv").ShouldAllBe(row => row.Length >= 4 && Countries.Exists(c => c[0] == row[0]));
        ActorLexicon.Rows("duties.tsv").ShouldAllBe(row => row.Length == 3 && row[2].Length > 0);
    }

    [Fact]
    public void Organisations_speak_for_states_and_organisations_that_are_listed()
    {
        var rows = ActorLexicon.Rows("organizations.tsv").ToList();
        rows.Select(r => r[0]).ShouldBeUnique();
        foreach (var row in rows.Where(r => r[4].Length > 0))
            (row[4][0] == '@' ? rows.Exists(r => r[0] == row[4][1..]) : Countries.Exists(c => c[0] == row[4])).ShouldBeTrue(row[0]);
    }

    [Fact]
    public void A_given_name_has_one_gender_or_stands_under_both()
    {
        var names = ActorLexicon.Rows("given-names.tsv").Where(r => r[0] != "x").SelectMany(r => r[1].Split(' ').Distinct().Select(n => (n, r[0]))).Distinct().ToList();
        var both = ActorLexicon.Rows("given-names.tsv").Where(r => r[0] == "x").SelectMany(r => r[1].Split(' ')).ToHashSet();
        names.GroupBy(n => n.n).Where(g => g.Count() > 1).ShouldAllBe(g => both.Contains(g.Key));
    }

    [Theory]
    [InlineData("the U.S. said", 4, "United States")]
    [InlineData("Côte d’Ivoire's", 0, "Ivory Coast")]
    [InlineData("Guinea-Bissau agreed", 0, "Guinea-Bissau")]
    [InlineData("Congolese troops", 0, "Democratic Republic of the Congo")]
    [InlineData("the Kremlin", 4, "Russia")]
    public void The_longest_string_that_ends_with_a_word_is_found(string text, int start, string country) =>
        Gazetteer.Load().Match(text, start, out _)!.Country!.Name.ShouldBe(country);

    [Theory]
    [InlineData("Polished")]
    [InlineData("US$400")]
    [InlineData("us")]
    public void Parts_of_words_and_sums_of_money_are_no_states(string text) => Gazetteer.Load().Match(text, 0, out _).ShouldBeNull();
}
