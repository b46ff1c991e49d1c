using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Parley.Analysis.Stability;
using Parley.Exchange.Conflicts;

namespace Parley.Workbench.Asking;

/// <summary>A conflict model as its YAML text, and the changes a page makes to it.</summary>
internal static class ConflictText
{
    /// <summary>Longest text taken: far more than a model of the most options needs.</summary>
    public const int Longest = 20_000;

    /// <summary>Most options, so that no model keeps the page waiting: 4,096 states.</summary>
    public const int MostOptions = 12;

    /// <exception cref="FormatException">The text is no such model, or one too large.</exception>
    public static OptionModel Read(string text)
    {
        if (text.Length > Longest) throw new FormatException($"the model is {text.Length} characters long, expected at most {Longest}");
        var model = ConflictFile.Read(text);
        return model.Options.Length <= MostOptions ? model
            : throw new FormatException($"the model has {model.Options.Length} options, expected at most {MostOptions} here; `parley stability` takes {OptionModel.MostOptions}");
    }

    public static string Write(OptionModel model)
    {
        var text = new StringBuilder($"name: {Quoted(model.Name)}\nparties:\n");
        foreach (var maker in model.DecisionMakers)
        {
            text.Append(CultureInfo.InvariantCulture, $"  - name: {Quoted(maker.Name)}\n    options:{(maker.Options.IsEmpty ? " []" : "")}\n");
            foreach (var o in maker.Options)
            {
                var option = model.Options[o];
                text.Append(option.Reversal == Reversal.Free ? $"      - {Quoted(option.Name)}\n" : $"      - {{name: {Quoted(option.Name)}, once: {(option.Reversal == Reversal.OnlyTaken ? "taken" : "dropped")}}}\n");
            }

            if (maker.Preference is Ranking ranking)
                text.Append("    ranking:\n").AppendJoin("", ranking.BestFirst.Select(g => $"      - [{string.Join(", ", g.Select(s => $"\"{State(model, s)}\""))}]\n"));
            else
                text.Append(Statements(maker) is { Length: > 0 } found ? "    prefers:\n" + string.Concat(found.Select(f => $"      - {Quoted(Of(model, f))}\n")) : "    prefers: []\n");

            if (!maker.Strong.IsEmpty) text.Append(CultureInfo.InvariantCulture, $"    strong: {(maker.Preference is Ranking ? $"[{string.Join(", ", maker.Strong)}]" : maker.Strong[^1])}\n");
            if (!maker.Unknown.IsEmpty) text.Append("    unknown:\n").AppendJoin("", maker.Unknown.Select(u => $"      - [\"{u.Item1.Format(model.Options.Length)}\", \"{u.Item2.Format(model.Options.Length)}\"]\n"));
        }

        if (!model.Coalesced.IsEmpty) text.Append("coalesce:\n").AppendJoin("", model.Coalesced.Select(p => $"  - \"{p.Format(model.Options.Length)}\"\n"));
        if (model.Infeasible.Length > 0) text.Append("infeasible:\n").AppendJoin("", model.Infeasible.Select(p => $"  - \"{p.Format(model.Options.Length)}\"\n"));
        if (model.StatusQuo is { } today) text.Append(CultureInfo.InvariantCulture, $"today: \"{State(model, today)}\"\n");
        return text.ToString();
    }

    public static ImmutableArray<Formula> Statements(DecisionMaker maker) => maker.Preference is Prioritisation p ? p.Statements : [];

    /// <summary>A preference put in another place of its party's order.</summary>
    public static OptionModel Moved(OptionModel model, int party, int from, int to)
    {
        if (party < 0 || party >= model.DecisionMakers.Length) return model;
        var statements = Statements(model.DecisionMakers[party]);
        return from < 0 || to < 0 || from >= statements.Length || to >= statements.Length ? model
            : With(model, party, statements.RemoveAt(from).Insert(to, statements[from]));
    }

    public static OptionModel Dropped(OptionModel model, int party, int at) =>
        party >= 0 && party < model.DecisionMakers.Length && Statements(model.DecisionMakers[party]) is var statements && at >= 0 && at < statements.Length ? With(model, party, statements.RemoveAt(at)) : model;

    /// <exception cref="FormatException">The statement cannot be read.</exception>
    public static OptionModel Added(OptionModel model, int party, string statement) =>
        With(model, party, Statements(model.DecisionMakers[party]).Add(new FormulaReader([.. model.Options.Select(o => o.Name)]).Read(statement)));

    /// <exception cref="FormatException">Neither a pattern nor options joined by &amp;.</exception>
    public static OptionModel Forbidden(OptionModel model, string text)
    {
        var pattern = text.Length == model.Options.Length && text.All(c => c is 'Y' or 'N' or '-') ? Pattern.Parse(text, text.Length)
            : new FormulaReader([.. model.Options.Select(o => o.Name)]).Read(text).AsPattern() ?? throw new FormatException($"expected a pattern of {model.Options.Length} signs (Y, N, -) or options joined by &, found \"{text}\"");
        return model with { Infeasible = model.Infeasible.Add(pattern) };
    }

    /// <summary>A statement in the words of the options.</summary>
    public static string Of(OptionModel model, Formula formula)
    {
        return formula switch
        {
            Taken t => Name(model, t.Option),
            Not n => "!" + Inner(n.Inner),
            All a => string.Join(" & ", a.Parts.Select(Inner)),
            Any a => string.Join(" | ", a.Parts.Select(Inner)),
            Implies i => $"{Inner(i.Then)} if {Inner(i.If)}",
            Iff i => $"{Inner(i.Left)} iff {Inner(i.Right)}",
            _ => throw new FormatException("a statement of a kind that cannot be written"),
        };

        string Inner(Formula f) => f is Taken or Not ? Of(model, f) : $"({Of(model, f)})";
    }

    private static OptionModel With(OptionModel model, int party, ImmutableArray<Formula> statements) =>
        model with
        {
            DecisionMakers = model.DecisionMakers.SetItem(party, model.DecisionMakers[party] with
            {
                Preference = new Prioritisation(statements), Strong = [.. model.DecisionMakers[party].Strong.Where(place => place < statements.Length)],
            }),
        };

    /// <summary>An option by its name, or by its number where the name would be read as something else.</summary>
    private static string Name(OptionModel model, int option)
    {
        try
        {
            if (new FormulaReader([.. model.Options.Select(o => o.Name)]).Read(model.Options[option].Name) is Taken t && t.Option == option && !model.Options[option].Name.Contains(" if ", StringComparison.Ordinal)) return model.Options[option].Name;
        }
        catch (FormatException)
        {
            // The name holds a sign of the language.
        }

        return (option + 1).ToString(CultureInfo.InvariantCulture);
    }

    private static string State(OptionModel model, uint state) => new Pattern((uint)(model.StateCount - 1), state).Format(model.Options.Length);

    private static string Quoted(string words) => $"\"{string.Concat(words.Select(c => char.IsControl(c) ? ' ' : c)).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
