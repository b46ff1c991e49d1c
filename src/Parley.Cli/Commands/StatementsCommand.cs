using System.CommandLine;
using Parley.Cli.Dossiers;
using Parley.Dossiers;
using Parley.Dossiers.Corrections;
using Parley.Exchange.Answers;
using Parley.Reading;

namespace Parley.Cli.Commands;

/// <summary><c>parley statements</c>: what was said, in order.</summary>
internal static class StatementsCommand
{
    public static Command Create()
    {
        var answer = new AnswerCommand("statements", "What was said, in order: search by words, party, speaker, issue, act, mode, outlet and date");
        var words = new Option<string?>("--search", "-s") { Description = "Words and \"phrases\"; a minus before a word means without it, OR means either", HelpName = "WORDS" };
        var speaker = new Option<string[]>("--speaker") { Description = "Only this speaker (may be given again)", HelpName = "NAME" };
        var act = new Option<string[]>("--act") { Description = "Only this act, such as demand or red-line (may be given again)", HelpName = "ACT" };
        var mode = new Option<string[]>("--mode") { Description = "direct, mixed or indirect (may be given again)", HelpName = "MODE" };
        var copies = new Option<bool>("--copies") { Description = "Show reports that repeat another as well" };
        foreach (var option in new Option[] { words, speaker, act, mode, copies }) answer.Command.Options.Add(option);
        return answer.Answering(async (dossier, question, parsed, cancellationToken) =>
        {
            var statements = await dossier.StatementsAsync(
                question with
                {
                    Words = parsed.GetValue(words),
                    Speakers = [.. parsed.GetValue(speaker) ?? []],
                    Acts = [.. (parsed.GetValue(act) ?? []).Select(a => Parse<Act>(a, "--act"))],
                    Modes = [.. (parsed.GetValue(mode) ?? []).Select(m => Parse<StatementMode>(m, "--mode"))],
                    Copies = parsed.GetValue(copies),
                },
                cancellationToken);
            return Answer.Of(statements, AnswerSheets.Of(statements));
        });
    }

    private static T Parse<T>(string text, string option) where T : struct, Enum =>
        FieldText.TryEnum<T>(text, out var value) ? value : throw new DossierException($"{option}: expected one of {string.Join(", ", Enum.GetValues<T>().Select(FieldText.Of))}, found \"{text}\"");
}
