using System.CommandLine;
using Parley.Analysis.Networks;
using Parley.Cli.Dossiers;
using Parley.Dossiers.Models;
using Parley.Exchange.Networks;

namespace Parley.Cli.Commands;

/// <summary>What the options say of the file, the network and its windows; names that were left open are null.</summary>
internal sealed record NetworksRequest(
    string File, string? Documents, string? Rows, string? Columns, string? Qualifier, IReadOnlyList<string> TextVariables,
    NetworkSettings Settings, WindowSettings? Window, long Limit)
{
    /// <summary>The statements of a dossier, where the input is one.</summary>
    public NetworkStatements? Dossier { get; init; }
}

/// <summary>The options that all network computations share.</summary>
internal sealed class NetworksOptions
{
    private readonly Option<string?> documents = new("--documents") { Description = "CSV or JSON of the reports: id, date, author, source, section, type", HelpName = "FILE" };
    private readonly Option<string?> rows = new("--rows") { Description = "Variable whose values are the nodes; party, actor, organization or person if not given", HelpName = "NAME" };
    private readonly Option<string?> columns = new("--columns") { Description = "Variable that ties them; issue or concept if not given", HelpName = "NAME" };
    private readonly Option<string?> qualifier = new("--qualifier") { Description = "Variable that says how a statement takes its column; agreement or stance if not given", HelpName = "NAME" };
    private readonly Option<string[]> text = new("--text") { Description = "Variable to take as names though it holds numbers; may be repeated", HelpName = "NAME" };
    private readonly Option<string> mode = Choice("--mode", "Rows with rows (one) or rows with columns (two)", "one", "two");
    private readonly Option<string> aggregation = Choice("--aggregation", "What the qualifier does to a tie", "ignore", "congruence", "conflict", "subtract", "combine");
    private readonly Option<string> normalisation = Choice("--normalisation", "What a tie is divided by", "none", "average", "cosine", "jaccard", "activity", "prominence");
    private readonly Option<string> duplicates = Choice("--duplicates", "Within what span the same statement counts once", "include", "document", "week", "month", "year", "across-range");
    private readonly Option<bool> isolates = new("--isolates") { Description = "Keep nodes without counted statements" };
    private readonly Option<string?> from = new("--from") { Description = "First moment, inclusive, like 2026-03-01", HelpName = "DATE" };
    private readonly Option<string?> to = new("--to") { Description = "Last day or moment, inclusive", HelpName = "DATE" };
    private readonly Option<string[]> exclude = new("--exclude") { Description = "Leave out statements with this value; may be repeated", HelpName = "NAME=VALUE" };
    private readonly Option<string[]> only = new("--only") { Description = "Keep only statements with this value (or another given for the same name)", HelpName = "NAME=VALUE" };
    private readonly Option<bool> compatible = new("--compatible") { Description = "Compute as the field's reference program does, quirks included (docs/networks.md)" };
    private readonly Option<long> limit = new("--limit") { Description = "Most matrix cells to compute", DefaultValueFactory = _ => 100_000_000 };
    private readonly Option<string?> window = new("--window") { Description = "A network for every window: days:31, months:3, events:50, …", HelpName = "UNIT:SIZE" };
    private readonly Option<string> kernel = Choice("--kernel", "Weigh statements by their distance from the middle of the window", "none", "uniform", "epanechnikov", "triangular", "gaussian");
    private readonly Option<bool> indent = new("--indent") { Description = "With a kernel: only windows that lie within the data" };
    private readonly Option<bool> sumToOne = new("--sum-to-one") { Description = "Divide the weights of each window by their sum" };

    public NetworksOptions()
    {
        normalisation.Aliases.Add("--normalization");
        exclude.Validators.Add(r => CheckPairs(r, "--exclude"));
        only.Validators.Add(r => CheckPairs(r, "--only"));
        window.Validators.Add(r =>
        {
            if (r.GetValueOrDefault<string?>() is { } value && ReadWindow(value) is null)
                r.AddError($"--window: expected a unit and a number like days:31, found \"{value}\"; units are {string.Join(", ", Enum.GetNames<WindowUnit>()).ToLowerInvariant()}");
        });
        foreach (var date in new[] { from, to })
        {
            date.Validators.Add(r =>
            {
                if (r.GetValueOrDefault<string?>() is { } value && !NetworkTime.TryParse(value, out _))
                    r.AddError($"{date.Name}: expected a date like 2026-03-01 or 2026-03-01T18:00:00Z, found \"{value}\"");
            });
        }
    }

    public Argument<string> File { get; } = new("file") { Description = "CSV or JSON of the statements, or a dossier NAME.parley" };

    public void AddTo(Command command)
    {
        foreach (var option in new Option[] { documents, rows, columns, qualifier, text, mode, aggregation, normalisation, duplicates, isolates, from, to, exclude, only, compatible, limit })
            command.Add(option);
    }

    public void AddWindowsTo(Command command)
    {
        foreach (var option in new Option[] { window, kernel, indent, sumToOne })
            command.Add(option);
    }

    /// <summary>What is asked for, with the statements where a dossier is asked. There, agreement less conflict by average is the default.</summary>
    public async Task<NetworksRequest> ReadAsync(ParseResult parsed, CancellationToken cancellationToken)
    {
        var request = Read(parsed);
        if (!DossierQuestion.IsDossier(request.File))
            return request;
        var held = await DossierQuestion.AskAsync(request.File, d => d.NetworkStatementsAsync(new(), cancellationToken), cancellationToken);
        var untold = parsed.GetResult(aggregation) is null or { Implicit: true } && parsed.GetResult(normalisation) is null or { Implicit: true };
        return request with
        {
            Dossier = held,
            Settings = untold && request.Settings.Mode == NetworkMode.OneMode
                ? request.Settings with { Aggregation = NetworkStatements.Settings.Aggregation, Normalisation = NetworkStatements.Settings.Normalisation }
                : request.Settings,
        };
    }

    private NetworksRequest Read(ParseResult parsed)
    {
        var settings = new NetworkSettings
        {
            Rows = "",
            Columns = "",
            Mode = parsed.GetValue(mode) == "two" ? NetworkMode.TwoMode : NetworkMode.OneMode,
            Aggregation = Parse<Aggregation>(parsed.GetValue(aggregation)!),
            Normalisation = Parse<Normalisation>(parsed.GetValue(normalisation)!),
            Duplicates = Parse<DuplicateRule>(parsed.GetValue(duplicates)!),
            Isolates = parsed.GetValue(isolates),
            From = Moment(parsed.GetValue(from), endOfDay: false),
            To = Moment(parsed.GetValue(to), endOfDay: true),
            Exclusions = [.. Exclusions(parsed.GetValue(exclude), keepOnly: false), .. Exclusions(parsed.GetValue(only), keepOnly: true)],
            Convention = parsed.GetValue(compatible) ? Convention.Compatible : Convention.Correct,
        };
        var windows = parsed.GetValue(window) is { } given ? ReadWindow(given)! with
        {
            Kernel = Parse<Kernel>(parsed.GetValue(kernel)!),
            Indent = parsed.GetValue(indent),
            SumToOne = parsed.GetValue(sumToOne),
        } : null;
        if (settings.From > settings.To)
            throw new NetworkException($"--from {parsed.GetValue(from)} is after --to {parsed.GetValue(to)}");
        if (windows is null && parsed.GetValue(kernel) is not (null or "none"))
            throw new NetworkException("--kernel needs --window UNIT:SIZE");
        return new(
            parsed.GetValue(File)!, parsed.GetValue(documents), parsed.GetValue(rows), parsed.GetValue(columns), parsed.GetValue(qualifier),
            parsed.GetValue(text) ?? [], settings, windows, parsed.GetValue(limit));
    }

    /// <summary>The value of an enum from words with hyphens.</summary>
    public static T Parse<T>(string words)
        where T : struct, Enum => Enum.Parse<T>(words.Replace("-", "", StringComparison.Ordinal), ignoreCase: true);

    private static WindowSettings? ReadWindow(string value) =>
        value.Split(':') is [var unit, var size] && Enum.TryParse<WindowUnit>(unit, ignoreCase: true, out var known) && !char.IsAsciiDigit(unit[0])
            && int.TryParse(size, System.Globalization.CultureInfo.InvariantCulture, out var number) && number > 0
            ? new() { Unit = known, Size = number }
            : null;

    private static DateTime? Moment(string? value, bool endOfDay)
    {
        if (value is null || !NetworkTime.TryParse(value, out var time))
            return null;
        return endOfDay && value.Length == 10 ? time.AddDays(1).AddSeconds(-1) : time;
    }

    private static IEnumerable<Exclusion> Exclusions(string[]? pairs, bool keepOnly) => (pairs ?? [])
        .Select(p => p.Split('=', 2)).GroupBy(p => p[0]).Select(g => new Exclusion(g.Key, [.. g.Select(p => p[1])], keepOnly));

    private static void CheckPairs(System.CommandLine.Parsing.OptionResult result, string name)
    {
        foreach (var token in result.Tokens)
        {
            if (token.Value.IndexOf('=', StringComparison.Ordinal) < 1)
                result.AddError($"{name}: expected NAME=VALUE, found \"{token.Value}\"");
        }
    }

    private static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}

/// <summary>How and where to write.</summary>
internal sealed record NetworksOutput(string Format, string? Path);

/// <summary>The options of the output.</summary>
internal sealed class NetworksOutputOptions
{
    private readonly Option<string> format;
    private readonly Option<string?> output = new("--output", "-o") { Description = "File to write to; with windows in a matrix format, the pattern of their names", HelpName = "FILE" };

    public NetworksOutputOptions(string[] formats)
    {
        format = new("--format", "-f") { Description = "How to write the result", DefaultValueFactory = _ => formats[0] };
        format.AcceptOnlyFromAmong(formats);
    }

    public void AddTo(Command command)
    {
        command.Add(format);
        command.Add(output);
    }

    public NetworksOutput Read(ParseResult parsed) => new(parsed.GetValue(format)!, parsed.GetValue(output));
}
