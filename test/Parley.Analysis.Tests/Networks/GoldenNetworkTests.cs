using System.Globalization;
using System.Text.Json;
using Parley.Analysis.Networks;

namespace Parley.Analysis.Tests.Networks;

public sealed class GoldenNetworkTests
{
    public static TheoryData<string> Compatible =>
        [.. Shared.Results("golden", name => name.StartsWith("onemode_", StringComparison.Ordinal) || name.StartsWith("twomode_", StringComparison.Ordinal) || name == "(none)")];

    public static TheoryData<string> Windows => [.. Shared.Results("golden", name => name.StartsWith("window_", StringComparison.Ordinal) || name == "(none)")];

    public static TheoryData<string> Corrected => [.. Shared.Results("golden-corrected", _ => true)];


    [Theory]
    [MemberData(nameof(Compatible))]
    public void Compatible_mode_gives_the_recorded_network(string name) => Check(Shared.Result("golden", name), Convention.Compatible);

    [Theory]
    [MemberData(nameof(Corrected))]
    public void Correct_mode_gives_the_corrected_network(string name) => Check(Shared.Result("golden-corrected", name), Convention.Correct);

    [Theory]
    [MemberData(nameof(Windows))]
    public void Compatible_mode_gives_the_recorded_windows(string name)
    {
        var golden = Shared.Result("golden", name);
        var settings = golden.GetProperty("settings");
        var window = new WindowSettings
        {
            Unit = Enum.Parse<WindowUnit>(settings.GetProperty("timeWindow").GetString()!, ignoreCase: true),
            Size = settings.GetProperty("windowSize").GetInt32(),
        };
        var series = new NetworkWindows().Build(Shared.Statements(), Settings(settings, Convention.Compatible), window);
        var expected = golden.GetProperty("networks").EnumerateArray().ToList();
        series.Count.ShouldBe(expected.Count);
        foreach (var (network, recorded) in series.Zip(expected))
            ShouldMatch(network, recorded);
    }

    private static void Check(JsonElement golden, Convention convention)
    {
        var settings = Settings(golden.GetProperty("settings"), convention);
        var table = Shared.Statements();
        var kept = new StatementSelector().Select(table, settings).Kept.Select(s => table.PlaceOf(s).Id);
        kept.ShouldBe(golden.GetProperty("filteredStatementIds").EnumerateArray().Select(e => e.GetInt32()));
        var expected = golden.GetProperty("networks").EnumerateArray().ToList();
        if (expected.Count == 0)
        {
            Should.Throw<NetworkException>(() => new NetworkBuilder().Build(table, settings)).Message.ShouldContain("no result");
            return;
        }

        ShouldMatch(new NetworkBuilder().Build(table, settings), expected.ShouldHaveSingleItem());
    }

    internal static void ShouldMatch(Network network, JsonElement expected)
    {
        network.Rows.ShouldBe(Strings(expected.GetProperty("rowNames")));
        network.Columns.ShouldBe(Strings(expected.GetProperty("columnNames")));
        if (expected.TryGetProperty("numStatements", out var count))
            network.StatementCount.ShouldBe(count.GetInt32());
        if (expected.TryGetProperty("integer", out var whole))
            network.WholeNumbers.ShouldBe(whole.GetBoolean());
        foreach (var (name, actual) in new[] { ("start", network.Start), ("middle", network.Middle), ("stop", network.Stop) })
        {
            if (expected.TryGetProperty(name, out var time))
                actual.ShouldBe(DateTime.Parse(time.GetString()!, CultureInfo.InvariantCulture));
        }

        var row = 0;
        foreach (var cells in expected.GetProperty("matrix").EnumerateArray())
        {
            var column = 0;
            foreach (var cell in cells.EnumerateArray())
                network[row, column].ShouldBe(cell.GetDouble(), 1e-9, $"{network.Rows[row]} – {network.Columns[column++]}");
            row++;
        }
    }

    internal static NetworkSettings Settings(JsonElement golden, Convention convention)
    {
        string? Get(string name) => golden.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        bool Flag(string name) => golden.TryGetProperty(name, out var value) && value.GetBoolean();
        T Choice<T>(string name, T otherwise)
            where T : struct, Enum => Get(name) is { } text ? text == "no" ? default : Enum.Parse<T>(text, ignoreCase: true) : otherwise;
        var exclusions = new List<Exclusion>();
        foreach (var (list, variable) in new[] { ("excludeAuthors", "author"), ("excludeSources", "source") })
        {
            if (golden.TryGetProperty(list, out var values))
                exclusions.Add(new(variable, Strings(values)));
        }

        if (golden.TryGetProperty("excludeVariables", out var variables))
        {
            exclusions.AddRange(Strings(variables).Zip(Strings(golden.GetProperty("excludeValues")), (variable, value) => new Exclusion(variable, [value])));
        }

        return new()
        {
            Mode = Choice("networkType", NetworkMode.OneMode),
            Rows = Get("variable1") ?? "organization",
            Columns = Get("variable2") ?? "concept",
            Qualifier = Get("qualifier") ?? "agreement",
            Aggregation = Choice("qualifierAggregation", Aggregation.Ignore),
            Normalisation = Choice("normalization", Normalisation.None),
            Duplicates = Choice("duplicates", DuplicateRule.Include),
            Isolates = Flag("isolates"),
            From = Day(Get("startDate")),
            To = Day(Get("stopDate"))?.AddDays(1).AddSeconds(-1),
            Exclusions = exclusions,
            Convention = convention,
        };
    }

    private static DateTime? Day(string? text) =>
        text is null ? null : DateTime.ParseExact(text, "dd.MM.yyyy", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal);

    private static string[] Strings(JsonElement array) => [.. array.EnumerateArray().Select(e => e.GetString()!)];
}
