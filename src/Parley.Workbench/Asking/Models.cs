using System.Collections.Immutable;
using System.Globalization;
using Parley.Dossiers;
using Parley.Dossiers.Judgements;
using Parley.Exchange.Answers;
using Parley.Exchange.Forecasts;

namespace Parley.Workbench.Asking;

/// <summary>Models that analysts keep, as judgements of the kind model: subject its name, value its text, reason stability or forecast.</summary>
internal static class Models
{
    /// <exception cref="DossierException">There is no such model.</exception>
    public static async Task<Judgement> KeptAsync(Dossier dossier, int number, string kind, CancellationToken cancellationToken) =>
        (await dossier.ViewAsync(cancellationToken)).Judgements.FirstOrDefault(j => j.Number == number && j.Kind == JudgementKind.Model && j.Reason == kind)
        ?? throw new DossierException($"there is no {kind} model {number} in this dossier");

    /// <exception cref="FormatException">The text is no model of the kind.</exception>
    public static void Check(string kind, string text)
    {
        if (kind == "stability") ConflictText.Read(text);
        else if (kind == "forecast") Read(text);
        else throw new FormatException($"kind: expected stability or forecast, found \"{kind}\"");
    }

    public static string Csv(IReadOnlyList<ForecastInput> inputs)
    {
        var text = new StringWriter();
        SheetWriter.WriteCsv(new(["actor", "capability", "issue", "position", "salience"], [.. inputs.Select(i => (ImmutableArray<string>)[i.Actor, Number(i.Capability), i.Issue, Number(i.Position), Number(i.Salience)])], ""), text);
        return text.ToString();
    }

    /// <exception cref="FormatException">No such table, or one too large.</exception>
    public static IReadOnlyList<ForecastInput> Read(string csv)
    {
        if (csv.Length > ConflictText.Longest) throw new FormatException($"the table is {csv.Length} characters long, expected at most {ConflictText.Longest}");
        try
        {
            var n = NegotiationFile.Read("model.csv", csv);
            return [.. Enumerable.Range(0, n.Actors.Count).Where(a => double.IsFinite(n.Position(a, 0))).Select(a => new ForecastInput(n.Actors[a], n.Capability[a], n.Issues[0], n.Position(a, 0), n.Salience(a, 0)))];
        }
        catch (ForecastFileException e)
        {
            throw new FormatException(e.Message, e);
        }
    }

    /// <exception cref="FormatException">Not a value of each for every party.</exception>
    public static IReadOnlyList<ForecastInput> Inputs(string issue, ImmutableArray<string> actors, ImmutableArray<string> positions, ImmutableArray<string> saliences, ImmutableArray<string> capabilities) =>
        actors.Length != positions.Length || actors.Length != saliences.Length || actors.Length != capabilities.Length
            ? throw new FormatException("expected a position, a salience and a capability for every party")
            : [.. actors.Select((a, i) => new ForecastInput(a, Value(capabilities[i]), issue, Value(positions[i]), Value(saliences[i])))];

    private static double Value(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : throw new FormatException($"expected a number, found \"{text}\"");

    private static string Number(double value) => value.ToString("R", CultureInfo.InvariantCulture);
}
