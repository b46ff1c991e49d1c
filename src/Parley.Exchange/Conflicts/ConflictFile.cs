using System.Collections.Immutable;
using System.Globalization;
using Parley.Analysis.Stability;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace Parley.Exchange.Conflicts;

/// <summary>A conflict model as a small YAML (or JSON) file a person can write.</summary>
/// <remarks>
/// <c>name</c>; <c>parties</c>, each with <c>name</c>, <c>options</c> (a name, or <c>{name, once: taken|dropped}</c>) and either <c>prefers</c>
/// (statements, the most important first) or <c>ranking</c> (states like "YN", best first; a list holds states equal), and if known <c>strong</c>
/// (after how many of these a difference is small) and <c>unknown</c> (pairs of patterns whose order is not known);
/// An option, as <c>{name, evidence}</c>, and a statement, as <c>{wish, evidence}</c>, may list the entries of a dossier that they rest on;
/// <c>infeasible</c> and <c>coalesce</c> (patterns or statements); <c>today</c> (a state).
/// </remarks>
public static class ConflictFile
{
    /// <summary>Reads a model.</summary>
    /// <exception cref="FormatException">The file is no such model; the message names the line and what was expected.</exception>
    public static OptionModel Read(string text) => Model(Root(text));

    /// <summary>Reads a model with the evidence that stands beside its options and statements.</summary>
    /// <exception cref="FormatException">The file is no such model; the message names the line and what was expected.</exception>
    public static ConflictDraft ReadDraft(string text)
    {
        var root = Root(text);
        var model = Model(root);
        var parties = List(Child(root, "parties")!, "a list of parties").Select(p => Map(p, "a party")).ToList();
        return new(
            model, [.. parties.SelectMany(p => List(Child(p, "options")!, "a list of options")).Select(Evidence)],
            [.. parties.Select(p => Child(p, "prefers") is { } prefers ? [.. List(prefers, "a list of statements").Select(Evidence)] : ImmutableArray<ImmutableArray<string>>.Empty)]);
    }

    private static YamlMappingNode Root(string text)
    {
        try
        {
            var stream = new YamlStream();
            stream.Load(new StringReader(text));
            if (stream.Documents.Count == 0) throw new FormatException("line 1: expected a conflict model, found nothing");
            return Map(stream.Documents[0].RootNode, "a conflict model");
        }
        catch (YamlException e)
        {
            throw new FormatException($"line {e.Start.Line}: {e.InnerException?.Message ?? e.Message}", e);
        }
    }

    private static OptionModel Model(YamlMappingNode root)
    {
        Known(root, "name", "parties", "infeasible", "coalesce", "today");
        var parties = List(Child(root, "parties") ?? throw At(root, "expected \"parties\""), "a list of parties").Select(p => Map(p, "a party")).ToList();
        var options = ImmutableArray.CreateBuilder<Option>();
        var owned = new List<(YamlMappingNode Node, string Name, ImmutableArray<int> Options)>();
        foreach (var party in parties)
        {
            Known(party, "name", "options", "prefers", "ranking", "strong", "unknown");
            var first = options.Count;
            foreach (var option in List(Child(party, "options") ?? throw At(party, "expected \"options\""), "a list of options")) options.Add(Option(option));
            owned.Add((party, Text(Child(party, "name") ?? throw At(party, "expected \"name\""), "a name"), [.. Enumerable.Range(first, options.Count - first)]));
        }

        if (options.Count is 0 or > OptionModel.MostOptions) throw At(root, $"expected 1 to {OptionModel.MostOptions} options in all, found {options.Count}");
        var names = options.Select(o => o.Name).ToList();
        if (names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).FirstOrDefault(g => g.Count() > 1) is { } twice) throw At(root, $"option \"{twice.Key}\" stands twice");
        var formulas = new FormulaReader(names);
        if (owned.GroupBy(o => o.Name, StringComparer.Ordinal).FirstOrDefault(g => g.Count() > 1) is { } same) throw At(same.Last().Node, $"party \"{same.Key}\" stands twice");
        var makers = owned.Select(o => Maker(o.Node, o.Name, o.Options, formulas, names.Count));
        var model = new OptionModel(Child(root, "name") is { } name ? Text(name, "a name") : "", options.ToImmutable(), [.. makers])
        {
            Infeasible = Patterns(root, "infeasible", formulas, names.Count),
            Coalesced = Patterns(root, "coalesce", formulas, names.Count),
            StatusQuo = Child(root, "today") is { } today ? State(today, names.Count) : null,
        };
        if (owned.Count < 2) throw At(Child(root, "parties")!, $"expected at least two parties, found {owned.Count}");
        if (Child(root, "today") is { } now && !model.IsFeasible(model.StatusQuo!.Value)) throw At(now, $"today: \"{now}\" is infeasible");
        if (model.Problems().FirstOrDefault() is { } problem) throw new FormatException(problem);
        return model;
    }

    private static Option Option(YamlNode node)
    {
        if (node is YamlScalarNode) return new(Text(node, "an option"));
        var map = Map(node, "an option");
        Known(map, "name", "once", "evidence");
        var reversal = Child(map, "once") is not { } once ? Reversal.Free : Text(once, "taken or dropped") switch
        {
            "taken" => Reversal.OnlyTaken,
            "dropped" => Reversal.OnlyDropped,
            var other => throw At(once, $"once: expected taken or dropped, found \"{other}\""),
        };
        return new(Text(Child(map, "name") ?? throw At(map, "expected the option's \"name\""), "a name"), reversal);
    }

    private static ImmutableArray<string> Evidence(YamlNode node) =>
        node is YamlMappingNode map && Child(map, "evidence") is { } found ? [.. List(found, "a list of entries").Select(e => Text(e, "the name of an entry"))] : [];

    private static DecisionMaker Maker(YamlMappingNode party, string name, ImmutableArray<int> own, FormulaReader formulas, int options)
    {
        var preference = Preference(party, name, formulas, options);
        var maker = new DecisionMaker(name, own, preference);
        if (Child(party, "strong") is { } strong)
        {
            if (preference is Prioritisation && strong is YamlSequenceNode) throw At(strong, "strong: expected one number with \"prefers\"");
            maker = maker with { Strong = [.. (strong is YamlSequenceNode places ? places.Children : [strong]).Select(p => Place(p, preference.Length)).Order()] };
        }

        if (Child(party, "unknown") is not { } unknown) return maker;
        return maker with
        {
            Unknown =
            [
                .. List(unknown, "a list of pairs of patterns").Select(pair => pair is YamlSequenceNode { Children: [var one, var other] }
                    ? (StatesLike(one, "unknown", formulas, options), StatesLike(other, "unknown", formulas, options))
                    : throw At(pair, "unknown: expected a pair of patterns, such as [YN--, NY--]")),
            ],
        };
    }

    private static int Place(YamlNode node, int length) =>
        int.TryParse(Text(node, "a number"), NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place >= 1 && place < length
            ? place
            : throw At(node, length < 2 ? "strong: expected at least two preferences to tell apart" : $"strong: expected a number from 1 to {length - 1}, found \"{node}\"");

    private static Preference Preference(YamlMappingNode party, string name, FormulaReader formulas, int options)
    {
        if (Child(party, "prefers") is { } prefers)
        {
            if (Child(party, "ranking") is { } second) throw At(second, $"{name}: expected \"prefers\" or \"ranking\", found both");
            var statements = List(prefers, "a list of statements");
            if (statements.Count > Prioritisation.MostStatements) throw At(prefers, $"expected at most {Prioritisation.MostStatements} statements, found {statements.Count}");
            return new Prioritisation([.. statements.Select(s => Formula(s, formulas))]);
        }

        if (Child(party, "ranking") is not { } ranking) throw At(party, $"{name}: expected \"prefers\" or \"ranking\"");
        var ranked = new HashSet<uint>();
        uint Once(YamlNode node) => State(node, options) is var state && ranked.Add(state) ? state : throw At(node, $"ranking: state \"{node}\" stands twice");
        return new Ranking(
        [
            .. List(ranking, "a list of states").Select(g => g is YamlSequenceNode group
                ? [.. group.Children.Select(Once)]
                : ImmutableArray.Create(Once(g))),
        ]);
    }

    private static Formula Formula(YamlNode node, FormulaReader formulas)
    {
        try
        {
            if (node is not YamlMappingNode map) return formulas.Read(Text(node, "a statement"));
            Known(map, "wish", "evidence");
            return formulas.Read(Text(Child(map, "wish") ?? throw At(map, "expected the \"wish\""), "a statement"));
        }
        catch (FormatException e) when (!e.Message.StartsWith("line ", StringComparison.Ordinal))
        {
            throw At(node, e.Message);
        }
    }

    private static ImmutableArray<Pattern> Patterns(YamlMappingNode root, string key, FormulaReader formulas, int options) =>
        Child(root, key) is { } found ? [.. List(found, "a list of patterns").Select(p => StatesLike(p, key, formulas, options))] : [];

    private static Pattern StatesLike(YamlNode node, string key, FormulaReader formulas, int options)
    {
        var text = Text(node, "a pattern");
        if (text.Length == options && text.All(c => c is 'Y' or 'N' or '-' or '1' or '0' or 'y' or 'n')) return Pattern.Parse(text, options);
        return Formula(node, formulas).AsPattern() ?? throw At(node, $"{key}: expected a pattern of {options} characters (Y, N, -) or options joined by &, found \"{text}\"");
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
