using System.Globalization;

namespace Parley.Reading.Positions;

/// <summary>
/// How likely a position is right: its party, its evidence and its coarse act, with no stance turned round. A logistic regression over the family of
/// rules that read it, its act and the confidence of the statement it stands in, fitted to reports the rules were not written on.
/// </summary>
internal sealed class PositionConfidence(IReadOnlyDictionary<string, double> weights)
{
    private const double Least = 0.02;
    private const double PartyRight = 0.8; // share of statements whose party is right, in reports not seen

    /// <summary>The weights of <c>Data/confidence.tsv</c>.</summary>
    public static PositionConfidence Load() =>
        new(LexiconFile.Rows("confidence.tsv").ToDictionary(r => r[0], r => double.Parse(r[1], CultureInfo.InvariantCulture)));

    public double Of(PositionDraft draft)
    {
        if (draft.Act.Rule == Rule.Learnt) return Math.Round(PartyRight * draft.Act.Probability, 2);
        var odds = 0.0;
        foreach (var feature in Features(draft)) odds += weights.GetValueOrDefault(feature);
        return Math.Round(Math.Clamp(1 / (1 + Math.Exp(-odds)), Least, 1 - Least), 2);
    }

    /// <summary>What the confidence rests on, by name.</summary>
    public static IEnumerable<string> Features(PositionDraft draft)
    {
        yield return "all";
        yield return $"rule {draft.Act.Rule}";
        yield return $"act {draft.Act.Meaning.Class}";
        yield return draft.Statement?.Confidence switch
        {
            null => "told by the report",
            < 0.5 => "statement below 0.5",
            < 0.75 => "statement from 0.5",
            < 0.9 => "statement from 0.75",
            _ => "statement from 0.9",
        };
        if (draft.Statement is null) yield return $"told by the report, rule {draft.Act.Rule}";
        else yield return $"statement {draft.Statement.Mode} {draft.Statement.Kind}";
        yield return Party(draft.Party, draft.Statement);
        yield return draft.Evidence.Sum(e => e.Length) switch { < 20 => "evidence short", < 60 => "evidence middling", < 140 => "evidence long", _ => "evidence very long" };
        if (draft.Act.Outcome.Chain.Length > 0) yield return "outcome turned or changed";
        if (draft.Act.Conditional) yield return "conditional";
        if (draft.Act.Theme.IsEmpty) yield return "no theme";
    }

    /// <summary>What sort of actor takes the position: analysts seldom give one to those who are not named.</summary>
    private static string Party(Actor party, Statement? statement)
    {
        var named = party.Name.Split(' ').Any(w => char.IsUpper(w[0])) ? "named" : "unnamed";
        return $"party {named} {party.Kind}{(statement?.Speaker == party.Id ? " speaks" : "")}";
    }
}
