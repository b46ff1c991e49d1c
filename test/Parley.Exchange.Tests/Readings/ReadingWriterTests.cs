using System.Text.Json;
using System.Text.RegularExpressions;
using Parley.Exchange.Readings;
using Parley.Reading;

namespace Parley.Exchange.Tests.Readings;

public sealed partial class ReadingWriterTests
{
    [Fact]
    public void A_reading_comes_back_from_json_as_it_was()
    {
        var reading = Sample.Account().Reading;
        var json = ReadingJson.Write(reading);
        ReadingJson.Write(ReadingJson.Read(json)).ShouldBe(json);
        ReadingJson.Read(json).Statements.ShouldBeEquivalentTo(reading.Statements);
    }

    [Fact]
    public void The_json_speaks_the_words_of_the_contract()
    {
        using var json = JsonDocument.Parse(ReadingJson.Write(Sample.Account().Reading));
        var root = json.RootElement;
        root.EnumerateObject().First().Value.GetString().ShouldBe("parley.reading/1");
        var position = root.GetProperty("positions")[0];
        position.GetProperty("act").GetString().ShouldBe("RED_LINE");
        position.GetProperty("firmness").GetString().ShouldBe("red-line");
        position.GetProperty("target").ValueKind.ShouldBe(JsonValueKind.Null);
        position.GetProperty("evidence")[0].GetRawText().ShouldBe("[10,17]");
        root.GetProperty("meetings")[0].GetProperty("status").GetString().ShouldBe("scheduled");
        root.GetProperty("dates")[0].GetProperty("type").GetString().ShouldBe("DATE");
    }

    [Theory]
    [InlineData(0, "[]")]
    [InlineData(1, "{")]
    [InlineData(3, "[")]
    public void Json_is_an_object_for_one_report_and_an_array_for_several(int count, string start)
    {
        var output = new StringWriter();
        var writer = new JsonReadingWriter(output);
        for (var i = 0; i < count; i++) writer.Write(Sample.Account());
        writer.Complete();
        output.ToString().ShouldStartWith(start);
        using var json = JsonDocument.Parse(output.ToString());
        if (count > 1) json.RootElement.GetArrayLength().ShouldBe(count);
    }

    [Fact]
    public void The_page_shows_the_text_unchanged_and_never_as_markup()
    {
        var output = new StringWriter();
        var writer = new HtmlReadingWriter(output);
        writer.Write(Sample.Account());
        writer.Complete();
        var page = output.ToString();
        page.ShouldNotContain("<script");
        page.ShouldNotContain("<b>said</b> Kari");
        var shown = TextSection().Match(page).Groups[1].Value.Replace("</p><p>", "\n\n");
        System.Net.WebUtility.HtmlDecode(Tag().Replace(shown, "")).ShouldBe(Sample.Text);
    }

    [Fact]
    public void Every_link_of_the_page_has_its_target()
    {
        var output = new StringWriter();
        var writer = new HtmlReadingWriter(output);
        writer.Write(Sample.Account());
        writer.Write(Sample.Account());
        writer.Complete();
        var page = output.ToString();
        var targets = Anchor().Matches(page).Select(m => m.Groups[1].Value).ToList();
        var links = Link().Matches(page).Select(m => m.Groups[1].Value).ToList();
        links.Count.ShouldBe(4);
        links.ShouldBeSubsetOf(targets);
        targets.ShouldBeUnique();
    }

    [Fact]
    public void Markdown_escapes_what_would_break_a_table()
    {
        var output = new StringWriter();
        new MarkdownReadingWriter(output).Write(Sample.Account());
        output.ToString().ShouldContain("# A \\| title &lt;script>");
        output.ToString().ShouldContain("| Norland | red line | against | “never” |");
    }

    [Fact]
    public void An_account_groups_statements_by_the_party_spoken_for()
    {
        var party = Sample.Account().Parties.ShouldHaveSingleItem();
        party.Party.ShouldBe("Norland");
        party.Statements.ShouldHaveSingleItem().Speaker.ShouldBe("Kari Holm");
    }

    [GeneratedRegex("<section class=text>(.*?)</section>", RegexOptions.Singleline)]
    private static partial Regex TextSection();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tag();

    [GeneratedRegex("<a id=\"([^\"]+)\"")]
    private static partial Regex Anchor();

    [GeneratedRegex("href=\"#([^\"]+)\"")]
    private static partial Regex Link();
}
