using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Parley.Analysis.Stability;
using Parley.Exchange.Conflicts;

namespace Parley.Workbench.Asking;

/// <summary>A conflict model as its YAML text.</summary>
internal static class ConflictText
{
    /// <summary>Longest text taken: far more than a model of the most options needs.</summary>
    public const int Longest = 20_000;

    /// <summary>Most options, so that no model keeps the page waiting: 4,096 states.</summary>
    public const int MostOptions = 12;

    /// <exception cref="FormatException">The text is no such model, or one too large.</exception>
    public static ConflictDraft Read(string text)
    {
        if (text.Length > Longest) throw new FormatException($"the model is {text.Length} characters long, expected at most {Longest}");
        var draft = ConflictFile.ReadDraft(text);
        return draft.Model.Options.Length <= MostOptions ? draft
            : throw new FormatException($"the model has {draft.Model.Options.Length} options, expected at most {MostOptions} here; `parley stability` takes {OptionModel.MostOptions}");
    }

    public static string Write(ConflictDraft draft)
    {
        var model = draft.Model;
        var text = new StringBuilder($"name: {Quoted(model.Name)}\nparties:\n");
        foreach (var (maker, evidence) in model.DecisionMakers.Zip(draft.Wishes))
        {
            text.Append(CultureInfo.InvariantCulture, $"  - name: {Quoted(maker.Name)}\n    options:{(maker.Options.IsEmpty ? " []" : "")}\n");
            foreach (var o in maker.Options)
            {
                var option = model.Options[o];
                var once = option.Reversal == Reversal.Free ? "" : $", once: {(option.Reversal == Reversal.OnlyTaken ? "taken" : "dropped")}";
                var rests = Rests(draft.Options[o]);
                text.Append(once.Length + rests.Length == 0 ? $"      - {Quoted(option.Name)}\n" : $"      - {{name: {Quoted(option.Name)}{once}{rests}}}\n");
            }

            if (maker.Preference is Ranking ranking)
                text.Append("    ranking:\n").AppendJoin("", ranking.BestFirst.Select(g => $"      - [{string.Join(", ", g.Select(s => $"\"{State(model, s)}\""))}]\n"));
            else
                text.Append(Statements(maker) is { Length: > 0 } found ? "    prefers:\n" + string.Concat(found.Select((f, i) => Rests(evidence[i]) is { Length: > 0 } rests ? $"      - {{wish: {Quoted(Of(model, f))}{rests}}}\n" : $"      - {Quoted(Of(model, f))}\n")) : "    prefers: []\n");

            if (!maker.Strong.IsEmpty) text.Append(CultureInfo.InvariantCulture, $"    strong: {(maker.Preference is Ranking ? $"[{string.Join(", ", maker.Strong)}]" : maker.Strong[^1])}\n");
            if (!maker.Unknown.IsEmpty) text.Append("    unknown:\n").AppendJoin("", maker.Unknown.Select(u => $"      - [\"{u.Item1.Format(model.Options.Length)}\", \"{u.Item2.Format(model.Options.Length)}\"]\n"));
        }

        if (!model.Coalesced.IsEmpty) text.Append("coalesce:\n").AppendJoin("", model.Coalesced.Select(p => $"  - \"{p.Format(model.Options.Length)}\"\n"));
        if (model.Infeasible.Length > 0) text.Append("infeasible:\n").AppendJoin("", model.Infeasible.Select(p => $"  - \"{p.Format(model.Options.Length)}\"\n"));
        if (model.StatusQuo is { } today) text.Append(CultureInfo.InvariantCulture, $"today: \"{State(model, today)}\"\n");
        return text.ToString();
    }

    public static ImmutableArray<Formula> Statements(DecisionMaker maker) => maker.Preference is Prioritisation p ? p.Statements : [];

    /// <summary>A statement in the words of the options.</summary>
    public static string Of(OptionModel model, Formula formula) => Write(formula, o => Name(model, o), "!", " & ", " | ", " iff ");

    /// <summary>A statement for people to read.</summary>
    public static string Words(OptionModel model, Formula formula) => Write(formula, o => $"“{model.Options[o].Name}”", "not ", " and ", " or ", " if and only if ");

    private static string Write(Formula formula, Func<int, string> option, string not, string and, string or, string iff)
    {
        return Of(formula);

        string Of(Formula formula) => formula switch
        {
            Taken t => option(t.Option),
            Not n => not + Inner(n.Inner),
            All a => string.Join(and, a.Parts.Select(Inner)),
            Any a => string.Join(or, a.Parts.Select(Inner)),
            Implies i => $"{Inner(i.Then)} if {Inner(i.If)}",
            Iff i => Inner(i.Left) + iff + Inner(i.Right),
            _ => throw new FormatException("a statement of a kind that cannot be written"),
        };

        string Inner(Formula f) => f is Taken or Not ? Of(f) : $"({Of(f)})";
    }

    /// <summary>What cannot be, for people to read.</summary>
    public static string Words(OptionModel model, Pattern pattern) =>
        string.Join(" and ", Enumerable.Range(0, model.Options.Length).Where(o => (pattern.Mask >> o & 1) != 0).Select(o => $"{((pattern.Values >> o & 1) != 0 ? "" : "not ")}“{model.Options[o].Name}”"));

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

    private static string Rests(ImmutableArray<string> evidence) => evidence.IsEmpty ? "" : $", evidence: [{string.Join(", ", evidence.Select(Quoted))}]";

    /// <summary>A state as a sign an option, Y or N.</summary>
    public static string State(OptionModel model, uint state) => new Pattern((uint)(model.StateCount - 1), state).Format(model.Options.Length);

    private static string Quoted(string words) => $"\"{string.Concat(words.Select(c => char.IsControl(c) ? ' ' : c)).Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)}\"";
}
