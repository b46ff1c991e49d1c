using Parley.Analysis.Networks;

namespace Parley.Analysis.Tests.Networks;

/// <summary>Small tables written by hand: "day actor concept level", one statement a line.</summary>
internal static class Small
{
    public static StatementTable Table(string lines, VariableType qualifier = VariableType.Boolean)
    {
        var rows = lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(l => l.Split(' ')).ToList();
        string[] levels = [.. rows.Select(r => r[3])];
        return new(
            [.. rows.Select(r => Day(r[0]))],
            [.. rows.Select((r, i) => new StatementPlace((int)(Day(r[0]) / 86400), 0, 0, i))],
            [
                StatementVariable.Text("actor", [.. rows.Select(r => r[1])]),
                StatementVariable.Text("concept", [.. rows.Select(r => r[2])]),
                qualifier switch
                {
                    VariableType.Boolean => StatementVariable.Boolean("level", [.. levels.Select(l => l == "1")]),
                    VariableType.Integer => StatementVariable.Integer("level", [.. levels.Select(int.Parse)]),
                    _ => StatementVariable.Text("level", levels),
                },
            ]);
    }

    public static NetworkSettings Settings(Aggregation aggregation, Normalisation normalisation = Normalisation.None) =>
        new() { Rows = "actor", Columns = "concept", Qualifier = "level", Aggregation = aggregation, Normalisation = normalisation };

    public static Network Network(string lines, Aggregation aggregation, Normalisation normalisation = Normalisation.None, VariableType qualifier = VariableType.Boolean) =>
        new NetworkBuilder().Build(Table(lines, qualifier), Settings(aggregation, normalisation));

    private static long Day(string day) => (long)(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture) - DateTime.UnixEpoch).TotalSeconds;
}
