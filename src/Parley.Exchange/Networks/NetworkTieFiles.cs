using Parley.Analysis.Networks;

namespace Parley.Exchange.Networks;

/// <summary>Networks as lists of ties: CSV for any program, or Pajek.</summary>
public static class NetworkTieFiles
{
    /// <summary>One line a tie; a series carries the dates of each window.</summary>
    public static void WriteEdges(IEnumerable<Network> networks, TextWriter writer)
    {
        writer.Write("from,to,weight,start,middle,stop\n");
        foreach (var network in networks)
        {
            foreach (var tie in network.Ties())
            {
                writer.Write(
                    $"{Field(network.Rows[tie.Row])},{Field(network.Columns[tie.Column])},{NetworkNumber.Full(tie.Weight)}," +
                    $"{NetworkTime.Iso(network.Start)},{NetworkTime.Iso(network.Middle)},{NetworkTime.Iso(network.Stop)}\n");
            }
        }
    }

    public static void WritePajek(Network network, TextWriter writer)
    {
        var twoMode = network.Mode == NetworkMode.TwoMode;
        string[] labels = twoMode ? [.. network.Rows, .. network.Columns] : [.. network.Rows];
        writer.Write(twoMode ? $"*Vertices {labels.Length} {network.Rows.Count}\n" : $"*Vertices {labels.Length}\n");
        for (var i = 0; i < labels.Length; i++)
            writer.Write($"{i + 1} \"{labels[i].Replace('"', '\'')}\"\n");
        writer.Write("*Edges\n");
        foreach (var tie in network.Ties())
            writer.Write($"{tie.Row + 1} {tie.Column + 1 + (twoMode ? network.Rows.Count : 0)} {NetworkNumber.Full(tie.Weight)}\n");
    }

    internal static string Field(string text) =>
        text.AsSpan().IndexOfAny(",\"\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
