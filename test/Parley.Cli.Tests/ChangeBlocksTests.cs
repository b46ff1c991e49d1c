using Parley.Cli.Output;
using Parley.Exchange.Answers;
using Spectre.Console;

namespace Parley.Cli.Tests;

public sealed class ChangeBlocksTests(SampleDossier sample) : IClassFixture<SampleDossier>
{
    [Fact]
    public async Task A_change_on_a_narrow_terminal_has_its_sentences_on_lines_of_their_own()
    {
        var changes = await sample.Dossier.ChangesAsync(new() { Since = new(2026, 4, 20), Parties = ["Paraguay"] }, default);
        var written = new StringWriter();
        var console = AnsiConsole.Create(new() { Ansi = AnsiSupport.No, ColorSystem = ColorSystemSupport.NoColors, Out = new AnsiConsoleOutput(written) });
        console.Profile.Width = 80;
        ChangeBlocks.Write(changes, repeated: false, AnswerSheets.Of(changes, repeated: false), console);
        var lines = written.ToString().Split('\n').Select(l => l.TrimEnd()).ToList();
        lines.ShouldAllBe(l => l.Length <= 80);
        var softer = lines.FindIndex(l => l.Contains("abolition of the toll: softer", StringComparison.Ordinal));
        softer.ShouldBeGreaterThan(0);
        lines[softer + 1].ShouldStartWith("  before: ");
        lines[softer + 2].ShouldStartWith("    “");
        lines.Skip(softer).ShouldContain(l => l.StartsWith("  now: ", StringComparison.Ordinal));
    }
}
