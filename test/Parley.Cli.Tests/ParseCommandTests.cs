namespace Parley.Cli.Tests;

public sealed class ParseCommandTests : IDisposable
{
    private const string Gold = "# sent_id = a\n1\tTalks\t_\t_\t_\t_\t_\t_\t_\t_\n2-3\tdidn't\t_\t_\t_\t_\t_\t_\t_\t_\n2\tdid\t_\t_\t_\t_\t_\t_\t_\t_\n3\tn't\t_\t_\t_\t_\t_\t_\t_\t_\n4\tresume\t_\t_\t_\t_\t_\t_\t_\t_\n\n";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-parse-");

    [Fact]
    public async Task A_text_becomes_words_with_tags_and_a_tree()
    {
        var (code, output, _) = await Command.RunAsync("parse", Given("a.txt", "Talks resume today."));
        code.ShouldBe(0);
        output.ShouldContain("# text = Talks resume today.");
        output.Split('\n').Where(line => line.Length > 0 && line[0] != '#').Select(line => line.Split('\t')[1]).ShouldBe(["Talks", "resume", "today", "."]);
    }

    [Fact]
    public async Task Given_words_are_kept_and_annotated()
    {
        var target = Path.Combine(_folder.FullName, "out.conllu");
        var (code, output, _) = await Command.RunAsync("parse", "--gold-tokens", Given("gold.conllu", Gold), "--output", target);
        code.ShouldBe(0);
        output.ShouldBeEmpty();
        var lines = File.ReadAllLines(target);
        lines[0].ShouldBe("# sent_id = a");
        lines[2].ShouldStartWith("2-3\tdidn't");
        lines[5].Split('\t')[1..8].ShouldBe(["resume", "resume", "VERB", "VB", "_", "0", "root"]);
    }

    [Fact]
    public async Task A_broken_file_of_words_is_one_line_on_standard_error()
    {
        var (code, output, error) = await Command.RunAsync("parse", "--gold-tokens", Given("gold.conllu", "1\tTalks\n"));
        code.ShouldBe(2);
        output.ShouldBeEmpty();
        error.Trim().ShouldEndWith("line 1: expected 10 fields parted by tabs, found 2");
    }

    [Fact]
    public async Task A_missing_file_of_words_is_one_line_on_standard_error()
    {
        var (code, _, error) = await Command.RunAsync("parse", "--gold-tokens", Path.Combine(_folder.FullName, "nowhere.conllu"));
        code.ShouldBe(2);
        error.Trim().Split('\n').ShouldHaveSingleItem();
    }

    [Fact]
    public async Task Nothing_to_parse_is_an_error() => (await Command.RunAsync("parse")).ExitCode.ShouldBe(2);

    public void Dispose() => _folder.Delete(recursive: true);

    private string Given(string name, string text)
    {
        var path = Path.Combine(_folder.FullName, name);
        File.WriteAllText(path, text);
        return path;
    }
}
