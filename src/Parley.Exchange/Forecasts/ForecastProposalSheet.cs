using System.Collections.Immutable;
using System.Globalization;
using Parley.Dossiers.Models;
using Parley.Exchange.Answers;

namespace Parley.Exchange.Forecasts;

/// <summary>Proposed inputs of a forecast as a table to edit; <see cref="NegotiationFile"/> reads it back as CSV, whatever columns follow the five it needs.</summary>
public static class ForecastProposalSheet
{
    public static Sheet Of(ForecastProposal proposal)
    {
        ArgumentNullException.ThrowIfNull(proposal);
        var open = proposal.NotJudged.ToHashSet(StringComparer.Ordinal);
        return new(
            ["actor", "capability", "issue", "position", "salience", "capability given", "said", "date", "words", "entry", "behind"],
            [
                .. proposal.Positions.Select(p => (ImmutableArray<string>)
                [
                    p.Party.Name, Number(proposal.CapabilityOf(p.Party.Name)), p.Issue.Name, Number(p.Position), Number(p.Salience),
                    open.Contains(p.Party.Name) ? "not judged" : "by the analyst", Number(p.Said),
                    p.Line.Date?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "", p.Line.Evidence.Words.ReplaceLineEndings(" "), p.Line.Evidence.Id.ToString(),
                    string.Join(' ', p.Line.Behind),
                ]),
            ],
            "No issue has two parties with a position.")
        {
            Note = open.Count == 0 ? null : $"Capability is a judgement no report gives; it counts as 1 for {string.Join(", ", open)} until you write it.",
        };
    }

    private static string Number(double value) => value.ToString("0.##", CultureInfo.InvariantCulture);
}
