using System.Collections.Immutable;
using Parley.Analysis.Stability;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Parley.Exchange.Conflicts;

/// <summary>A conflict model as a small YAML (or JSON) file a person can write.</summary>
/// <remarks>
/// <c>name</c>; <c>parties</c>, each with <c>name</c>, <c>options</c> (a name, or <c>{name, once: taken|dropped}</c>) and either <c>prefers</c>
/// (statements, the most important first) or <c>ranking</c> (states like "YN-", best first; a list holds states equal);
/// <c>infeasible</c> (patterns or statements); <c>today</c> (a state).
/// </remarks>
public static class ConflictFile
{
    /// <summary>Reads a model.</summary>
    /// <exception cref="FormatException">The file is no such model; the message names the line and what was expected.</exception>
    public static OptionModel Read(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 0) throw new FormatException("is empty, expected a conflict model");
            var root = Map(stream.Documents[0].RootNode, "a conflict model");
            return Model(root);
        }
        catch (YamlException e)
        {
            throw new FormatException($"line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}", e);
        }
    }

    private static OptionModel Model(YamlMappingNode root)
    {
        Known(root, "name", "parties", "infeasible", "today");
        var parties = List(Child(root, "parties") ?? throw At(root, "expected \"parties\""), "a list of parties").Select(p => Map(p, "a party")).ToList();
        var options = ImmutableArray.CreateBuilder<Option>();
        var owned = new List<(YamlMappingNode Node, string Name, ImmutableArray<int> Options)>();
        foreach (var party in parties)
        {
            Known(party, "name", "options", "prefers", "ranking");
            var first = options.Count;
            foreach (var option in List(Child(party, "options") ?? throw At(party, "expected \"options\""), "a list of options")) options.Add(Option(option));
            owned.Add((party, Text(Child(party, "name") ?? throw At(party, "expected \"name\""), "a name"), [.. Enumerable.Range(first, options.Count - first)]));
        }

        if (options.Count is 0 or > OptionModel.MostOptions) throw At(root, $"expected 1 to {OptionModel.MostOptions} options in all, found {options.Count}");
        var names = options.Select(o => o.Name).ToList();
        if (names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice) throw At(root, $"option \"{twice.Key}\" stands twice");
        var formulas = new FormulaReader(names);
        var makers = owned.Select(o => new DecisionMaker(o.Name, o.Options, Preference(o.Node, o.Name, formulas, names.Count)));
        var model = new OptionModel(Child(root, "name") is { } name ? Text(name, "a name") : "", options.ToImmutable(), [.. makers])
        {
            Infeasible = Child(root, "infeasible") is { } infeasible ? [.. List(infeasible, "a list of patterns").Select(p => Infeasible(p, formulas, names.Count))] : [],
            StatusQuo = Child(root, "today") is { } today ? State(today, names.Count) : null,
        };
        if (model.Problems().FirstOrDefault() is { } problem) throw new FormatException(problem);
        return model;
    }

    private static Option Option(YamlNode node)
    {
        if (node is YamlScalarNode) return new(Text(node, "an option"));
        var map = Map(node, "an option");
        Known(map, "name", "once");
        var reversal = Child(map, "once") is not { } once ? Reversal.Free : Text(once, "taken or dropped") switch
        {
            "taken" => Reversal.OnlyTaken,
            "dropped" => Reversal.OnlyDropped,
            var other => throw At(once, $"once: expected taken or dropped, found \"{other}\""),
        };
        return new(Text(Child(map, "name") ?? throw At(map, "expected the option's \"name\""), "a name"), reversal);
    }

    private static Preference Preference(YamlMappingNode party, string name, FormulaReader formulas, int options)
    {
        if (Child(party, "prefers") is { } prefers)
        {
            var statements = List(prefers, "a list of statements");
            if (statements.Count > Prioritisation.MostStatements) throw At(prefers, $"expected at most {Prioritisation.MostStatements} statements, found {statements.Count}");
            return new Prioritisation([.. statements.Select(s => Formula(s, formulas))]);
        }

        if (Child(party, "ranking") is not { } ranking) throw At(party, $"{name}: expected \"prefers\" or \"ranking\"");
        return new Ranking(
        [
            .. List(ranking, "a list of states").Select(g => g is YamlSequenceNode group
                ? [.. group.Children.Select(s => State(s, options))]
                : ImmutableArray.Create(State(g, options))),
        ]);
    }

    private static Formula Formula(YamlNode node, FormulaReader formulas)
    {
        try
        {
            return formulas.Read(Text(node, "a statement"));
        }
        catch (FormatException e)
        {
            throw At(node, e.Message);
        }
    }

    private static Pattern Infeasible(YamlNode node, FormulaReader formulas, int options)
    {
        var text = Text(node, "a pattern");
        if (text.Length == options && text.All(c => c is 'Y' or 'N' or '-' or '1' or '0' or 'y' or 'n')) return Pattern.Parse(text, options);
        return Formula(node, formulas).AsPattern() ?? throw At(node, $"infeasible: expected a pattern of {options} characters (Y, N, -) or options joined by &, found \"{text}\"");
    }

    private static uint State(YamlNode node, int options)
    {
        var text = Text(node, "a state");
        try
        {
            var pattern = Pattern.Parse(text, options);
            if (pattern.Mask != (uint)((1L << options) - 1)) throw new FormatException($"state \"{text}\": expected Y or N for every option");
            return pattern.Values;
        }
        catch (FormatException e)
        {
            throw At(node, e.Message);
        }
    }

    private static YamlNode? Child(YamlMappingNode map, string key) => map.Children.TryGetValue(new YamlScalarNode(key), out var value) ? value : null;

    private static void Known(YamlMappingNode map, params string[] keys)
    {
        foreach (var key in map.Children.Keys)
            if (key is not YamlScalarNode { Value: { } name } || !keys.Contains(name)) throw At(key, $"unknown \"{key}\", expected {string.Join(", ", keys)}");
    }

    private static YamlMappingNode Map(YamlNode node, string what) => node as YamlMappingNode ?? throw At(node, $"expected {what}");

    private static List<YamlNode> List(YamlNode node, string what) => node is YamlSequenceNode list ? [.. list.Children] : throw At(node, $"expected {what}");

    private static string Text(YamlNode node, string what) => node is YamlScalarNode { Value.Length: > 0 } scalar ? scalar.Value : throw At(node, $"expected {what}");

    private static FormatException At(YamlNode node, string what) => new($"line {node.Start.Line}: {what}");
}
