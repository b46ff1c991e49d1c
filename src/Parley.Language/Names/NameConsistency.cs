namespace Parley.Language.Names;

/// <summary>Makes the names of one text agree: lists decide what they know for sure, a full name what its surname is, and votes the rest.</summary>
internal static class NameConsistency
{
    private const double Sure = 0.6;
    private const double Likely = 0.35;

    /// <summary>Changes kinds in place. Linear in the names.</summary>
    public static void Apply(IReadOnlyList<Token> tokens, Gazetteer gazetteer, Span<Name> names)
    {
        var persons = new Dictionary<string, double>(StringComparer.Ordinal); // parts of full names
        var votes = new Dictionary<string, double[]>(StringComparer.Ordinal);
        foreach (ref var name in names)
        {
            if (Listed(tokens, gazetteer, name) is { } kind && (kind != name.Kind || name.Confidence < 0.9))
                name = name with { Kind = kind, Confidence = Math.Max(name.Confidence, 0.8) };
            if (name.Kind == NameKind.Person && name.End - name.First is > 1 and < 6 && name.Confidence >= Likely)
                for (var i = name.First; i < name.End; i++)
                    if (char.IsUpper(tokens[i].Form[0]) && tokens[i].Form.Length > 2 && (gazetteer.Of(tokens[i].Form) & NameClues.Place) == 0)
                        persons[tokens[i].Form] = Math.Max(persons.GetValueOrDefault(tokens[i].Form), name.Confidence);
            if (name.End - name.First > 1) continue;
            var form = tokens[name.First].Form;
            var kinds = votes.TryGetValue(form, out var known) ? known : votes[form] = new double[4];
            kinds[(int)name.Kind] += name.Confidence * name.Confidence;
        }

        foreach (ref var name in names)
        {
            if (name.End - name.First > 1) continue;
            var form = tokens[name.First].Form;
            if (persons.TryGetValue(form, out var confidence) && (confidence >= Sure || confidence >= name.Confidence))
            {
                name = name with { Kind = NameKind.Person, Confidence = Math.Max(confidence * 0.95, name.Kind == NameKind.Person ? name.Confidence : 0) };
                continue;
            }

            var kinds = votes[form];
            var best = (int)name.Kind;
            for (var kind = 0; kind < kinds.Length; kind++)
                if (kinds[kind] > kinds[best]) best = kind;
            name = name with { Kind = (NameKind)best };
        }
    }

    /// <summary>The kind of a name that the word lists hold whole and of one kind only.</summary>
    private static NameKind? Listed(IReadOnlyList<Token> tokens, Gazetteer gazetteer, Name name)
    {
        var clues = (name.End - name.First) switch
        {
            1 => gazetteer.Of(tokens[name.First].Form),
            2 => gazetteer.Of(tokens[name.First].Form, tokens[name.First + 1].Form),
            _ => NameClues.None,
        };
        return (clues & ~NameClues.Common) switch
        {
            NameClues.Place => NameKind.Place,
            NameClues.Party or NameClues.Organization => NameKind.Organization,
            NameClues.Demonym => NameKind.Other,
            _ => null,
        };
    }
}
