using System.CommandLine;

namespace Parley.Cli.Commands;

/// <summary><c>parley networks</c>: who agrees with whom, from a file of statements.</summary>
internal static class NetworksCommand
{
    private const string Examples = """
        Examples:
          parley networks statements.csv --aggregation subtract --normalisation average
          parley networks statements.csv --mode two --aggregation combine --format graphml -o positions.graphml
          parley networks statements.csv --aggregation congruence --window days:31 --format gexf -o months.gexf
          parley networks statements.csv --aggregation subtract --format svg -o coalitions.svg
          parley networks statements.csv --documents reports.csv --exclude source="Paper B" --only issue=ceasefire
          parley networks polarisation statements.csv --window months:3 --format svg -o polarisation.svg
          parley networks backbone statements.csv --method nested
          parley networks agreement codings.csv --scale ordinal
          parley networks talks.parley --format svg -o talks.svg
        A statements file has a header, a row for every statement, a column date (or epoch), and columns for who speaks, about what, and how.
        """;

    public static Command Create()
    {
        var options = new NetworksOptions();
        var output = new NetworksOutputOptions(["table", "csv", "edges", "graphml", "visone", "gexf", "dl", "pajek", "json", "md", "svg"]);
        var command = new Command("networks", $"Compute who agrees with whom from a file of statements or a dossier.\n\n{Examples}") { options.File };
        options.AddTo(command);
        options.AddWindowsTo(command);
        output.AddTo(command);
        command.SetAction((parsed, cancellationToken) => NetworksRun.Guard(async () => new NetworksRun(await options.ReadAsync(parsed, cancellationToken), output.Read(parsed), cancellationToken).Networks()));
        foreach (var sub in new[] { Events(), Bars(), Backbone(), Polarisation(), Phases(), Agreement() })
            command.Add(sub);
        return command;
    }

    private static Command Events() => Simple("events", "List the statements that a network would count", ["csv"], windows: false, [], (run, _) => run.Events());

    private static Command Bars() =>
        Simple("bars", "Count statements by value and level of the qualifier", ["table", "csv", "json", "md", "svg"], windows: false, [], (run, _) => run.Bars());

    private static Command Backbone()
    {
        var method = Choice("--method", "How to look: drop one after another, a fixed size, or any size with a penalty", "nested", "fixed", "penalty");
        var size = new Option<int>("--size") { Description = "Columns in a fixed backbone", DefaultValueFactory = _ => 5 };
        var penalty = new Option<double>("--penalty") { Description = "Reward for leaving columns out", DefaultValueFactory = _ => 3.5 };
        var iterations = new Option<int>("--iterations") { Description = "Steps of annealing", DefaultValueFactory = _ => 10_000 };
        var seed = Seed();
        return Simple(
            "backbone", "Find the columns (issues) that suffice to give the same network", ["table", "csv", "json", "md", "svg"], windows: false,
            [method, size, penalty, iterations, seed],
            (run, parsed) => run.Backbone(new()
            {
                Method = NetworksOptions.Parse<Analysis.Networks.BackboneMethod>(parsed.GetValue(method)!),
                Size = parsed.GetValue(size),
                Penalty = parsed.GetValue(penalty),
                Iterations = parsed.GetValue(iterations),
                Seed = parsed.GetValue(seed),
            }));
    }

    private static Command Polarisation()
    {
        var clusters = new Option<int>("--clusters") { Description = "Camps to divide the nodes into", DefaultValueFactory = _ => 2 };
        var algorithm = Choice("--algorithm", "How to search for the best division", "greedy", "genetic");
        var raw = new Option<bool>("--raw") { Description = "Do not divide the score by the highest possible" };
        var seed = Seed();
        return Simple(
            "polarisation", "Measure how far the nodes fall into opposed camps, at once or window by window", ["table", "csv", "json", "md", "svg"], windows: true,
            [clusters, algorithm, raw, seed],
            (run, parsed) => run.Polarisation(new()
            {
                Clusters = parsed.GetValue(clusters),
                Algorithm = NetworksOptions.Parse<Analysis.Networks.PolarisationAlgorithm>(parsed.GetValue(algorithm)!),
                Normalise = !parsed.GetValue(raw),
                Seed = parsed.GetValue(seed),
            }));
    }

    private static Command Phases()
    {
        var distance = Choice("--distance", "How networks are compared: cell by cell, or by their Laplacian eigenvalues", "absolute-difference", "spectral");
        var method = new Option<string[]>("--method") { Description = "Clustering to try, may be repeated: single, average, complete, ward, medoids, means, spectral; all if not given" };
        method.AcceptOnlyFromAmong("single", "average", "complete", "ward", "medoids", "means", "spectral");
        var fewest = new Option<int>("--fewest") { Description = "Fewest phases", DefaultValueFactory = _ => 2 };
        var most = new Option<int>("--most") { Description = "Most phases", DefaultValueFactory = _ => 6 };
        var seed = Seed();
        return Simple(
            "phases", "Group windows into phases of the debate", ["table", "csv", "json", "md", "svg"], windows: true,
            [distance, method, fewest, most, seed],
            (run, parsed) => run.Phases(new()
            {
                Distance = NetworksOptions.Parse<Analysis.Networks.NetworkDistance>(parsed.GetValue(distance)!),
                Methods = [.. (parsed.GetValue(method) ?? []).Select(NetworksOptions.Parse<Analysis.Networks.PhaseMethod>)],
                FewestPhases = parsed.GetValue(fewest),
                MostPhases = parsed.GetValue(most),
                Seed = parsed.GetValue(seed),
            }));
    }

    private static Command Agreement()
    {
        var file = new Argument<string>("file") { Description = "CSV or JSON with the columns unit, coder and value" };
        var scale = Choice("--scale", "How differences between values count", "nominal", "ordinal", "interval");
        var output = new NetworksOutputOptions(["table", "csv", "json", "md"]);
        var command = new Command("agreement", "Measure how far coders agree: Krippendorff's alpha, Cohen's kappa, percent") { file, scale };
        output.AddTo(command);
        command.SetAction((parsed, _) => NetworksRun.Guard(() => Task.FromResult(AgreementRun.Run(
            parsed.GetValue(file)!, NetworksOptions.Parse<Analysis.Networks.AgreementScale>(parsed.GetValue(scale)!), output.Read(parsed)))));
        return command;
    }

    private static Command Simple(
        string name, string description, string[] formats, bool windows, Option[] own, Func<NetworksRun, ParseResult, int> act)
    {
        var options = new NetworksOptions();
        var output = new NetworksOutputOptions(formats);
        var command = new Command(name, description) { options.File };
        foreach (var option in own)
            command.Add(option);
        options.AddTo(command);
        if (windows)
            options.AddWindowsTo(command);
        output.AddTo(command);
        command.SetAction((parsed, cancellationToken) =>
            NetworksRun.Guard(async () => act(new(await options.ReadAsync(parsed, cancellationToken), output.Read(parsed), cancellationToken), parsed)));
        return command;
    }

    private static Option<int> Seed() => new("--seed") { Description = "Seed of the random search", DefaultValueFactory = _ => 1 };

    private static Option<string> Choice(string name, string description, params string[] values)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => values[0] };
        option.AcceptOnlyFromAmong(values);
        return option;
    }
}
