using System.Globalization;
using System.Text;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Models;

namespace Parley.Exchange.Conflicts;

/// <summary>Writes a proposed conflict model as YAML to edit, the words behind every line beside it. <see cref="ConflictFile"/> reads it back.</summary>
public static class ConflictProposalFile
{
    public static string Write(ConflictProposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var text = new StringBuilder();
        Comment(text, "", "Proposed from the reports of a dossier, to be edited: strike options, reorder preferences, add what no report says.");
        Comment(text, "", "Preferences stand in order of weight, red lines first. A stance is no oath: see what follows from other orders.");
        text.Append("name: ").Append(Quoted(proposal.Model.Name)).Append("\nparties:\n");
        for (var m = 0; m < proposal.Model.DecisionMakers.Length; m++)
        {
            var maker = proposal.Model.DecisionMakers[m];
            text.Append("  - name: ").Append(Quoted(maker.Name)).Append("\n    options:\n");
            foreach (var o in maker.Options)
            {
                text.Append("      - ").Append(Quoted(proposal.Options[o].Issue.Name)).Append('\n');
                foreach (var evidence in proposal.Options[o].Evidence)
                    Comment(text, "        ", Words(evidence));
            }

            text.Append("    prefers:");
            if (proposal.Preferences[m].IsEmpty)
            {
                text.Append(" []\n");
                Comment(text, "      ", "nothing found on any of these options: say what this party wants");
                continue;
            }

            text.Append('\n');
            foreach (var preference in proposal.Preferences[m])
            {
                text.Append("      - ").Append(Quoted((preference.Wanted ? "" : "!") + Reference(proposal, preference.Option))).Append('\n');
                Comment(text, "        ", Words(preference.Line.Evidence) + (preference.Line.Behind.Length > 1 ? $" (behind it: {string.Join(' ', preference.Line.Behind)})" : ""));
            }
        }

        Comment(text, "", "Assumed: nothing on offer has been done yet. Write Y for each option that is taken today.");
        text.Append("today: ").Append('N', proposal.Options.Length).Append('\n');
        foreach (var issue in proposal.NobodyDecides)
            Comment(text, "", $"Left out, as no report says whose it is to decide: {issue.Name}");
        foreach (var party in proposal.NoOption)
            Comment(text, "", $"Left out, as it decides none of these: {party.Name}");
        return text.ToString();
    }

    /// <summary>An option by name, or by number where a name would be read as a sign or bracket.</summary>
    private static string Reference(ConflictProposal proposal, int option)
    {
        var name = proposal.Options[option].Issue.Name;
        return name.Length > 0 && char.IsLetter(name[0]) && !name.StartsWith("not ", StringComparison.OrdinalIgnoreCase)
            ? name
            : (option + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static string Words(Evidence evidence) => string.Create(
        CultureInfo.InvariantCulture, $"{evidence.Id}, {evidence.Date:yyyy-MM-dd}{(evidence.Report.Outlet is { } outlet ? $", {outlet}" : "")}: “{evidence.Words}”");

    private static void Comment(StringBuilder text, string indent, string words) => text.Append(indent).Append("# ").Append(Line(words)).Append('\n');

    private static string Quoted(string words) => $"\"{Line(words).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";

    private static string Line(string words) => string.Concat(words.ReplaceLineEndings(" ").Select(c => char.IsControl(c) ? ' ' : c));
}
