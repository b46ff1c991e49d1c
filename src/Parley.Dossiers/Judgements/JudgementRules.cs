namespace Parley.Dossiers.Judgements;

/// <summary>What may stand in a judgement.</summary>
public static class JudgementRules
{
    /// <exception cref="DossierException">The value does not fit the kind.</exception>
    public static void Check(JudgementKind kind, string subject, string value)
    {
        if (string.IsNullOrWhiteSpace(subject)) throw new DossierException("a judgement needs a subject: a party, outlet, report or track");
        if (string.IsNullOrWhiteSpace(value)) throw new DossierException("a judgement needs words");
        if (kind == JudgementKind.Reliability && value is not [>= 'A' and <= 'F', >= '1' and <= '6'])
            throw new DossierException($"expected a grade from A1 to F6 (source A to F, information 1 to 6), found \"{value}\"");
        if (kind == JudgementKind.Track && value is not ("up" or "level" or "down")) throw new DossierException($"expected up, level or down, found \"{value}\"");
    }
}
