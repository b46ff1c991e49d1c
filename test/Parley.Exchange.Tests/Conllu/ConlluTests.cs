using Parley.Exchange.Conllu;

namespace Parley.Exchange.Tests.Conllu;

public sealed class ConlluTests
{
    private const string Treebank =
        "# sent_id = 1\n" +
        "# text = They don't.\n" +
        "1\tThey\tthey\tPRON\tPRP\tCase=Nom\t2\tnsubj\t2:nsubj\t_\n" +
        "2-3\tdon't\t_\t_\t_\t_\t_\t_\t_\tSpaceAfter=No\n" +
        "2\tdo\tdo\tVERB\tVBP\t_\t0\troot\t0:root\t_\n" +
        "3\tn't\tnot\tPART\tRB\t_\t2\tadvmod\t2:advmod\t_\n" +
        "3.1\tsign\tsign\tVERB\tVB\t_\t_\t_\t2:dep\t_\n" +
        "4\t.\t.\tPUNCT\t.\t_\t2\tpunct\t2:punct\t_\n" +
        "\n" +
        "1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_\n" +
        "\n";

    [Fact]
    public void What_is_read_is_written_as_it_was() => Written(Treebank).ShouldBe(Treebank);

    [Fact]
    public void A_file_without_a_last_blank_line_is_read_whole() => Written(Treebank.TrimEnd('\n')).ShouldBe(Treebank);

    [Fact]
    public void Multiword_tokens_and_empty_nodes_are_no_words()
    {
        var sentence = ConlluReader.Read(new StringReader(Treebank)).First();
        sentence.Words.Select(word => word.Form).ShouldBe(["They", "do", "n't", "."]);
        sentence.Asides.Select(aside => aside.IsRange).ShouldBe([true, false]);
    }

    [Fact]
    public void An_empty_file_has_no_sentences() => ConlluReader.Read(new StringReader("\n\n")).ShouldBeEmpty();

    [Theory]
    [InlineData("1\tYes\tyes", "line 1: expected 10 fields parted by tabs, found 3")]
    [InlineData("2\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_", "line 1: expected word number 1, found \"2\"")]
    [InlineData("1\tYes\tyes\tINTJ\tUH\t_\tx\troot\t_\t_", "line 1: expected the number of a head, found \"x\"")]
    [InlineData("1\tYes\tyes\tINTJ\tUH\t_\t7\troot\t_\t_", "line 2: the head 7 of \"Yes\" lies outside its sentence of 1 words")]
    public void Broken_lines_are_named(string line, string message) =>
        Should.Throw<FormatException>(() => ConlluReader.Read(new StringReader(line)).ToList()).Message.ShouldBe(message);

    private static string Written(string text)
    {
        using var writer = new StringWriter();
        foreach (var sentence in ConlluReader.Read(new StringReader(text))) ConlluWriter.Write(writer, sentence);
        return writer.ToString();
    }
}
