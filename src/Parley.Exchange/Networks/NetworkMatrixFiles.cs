using Parley.Analysis.Networks;

namespace Parley.Exchange.Networks;

/// <summary>A network as a matrix: semicolon-separated values with quoted labels, or UCINET DL.</summary>
public static class NetworkMatrixFiles
{
    public static void WriteCsv(Network network, TextWriter writer)
    {
        writer.Write("\"\"");
        foreach (var column in network.Columns)
            writer.Write($";{Quoted(column)}");
        for (var row = 0; row < network.Rows.Count; row++)
        {
            writer.Write($"\n{Quoted(network.Rows[row])}");
            for (var column = 0; column < network.Columns.Count; column++)
                writer.Write($";{NetworkNumber.Short(network, row, column)}");
        }
    }

    public static void WriteDl(Network network, TextWriter writer)
    {
        if (network.Mode == NetworkMode.OneMode)
        {
            writer.Write($"dl n = {network.Rows.Count}, format = fullmatrix\nlabels:");
            WriteLabels(network.Rows, writer);
        }
        else
        {
            writer.Write($"dl nr = {network.Rows.Count}, nc = {network.Columns.Count}, format = fullmatrix\nrow labels:");
            WriteLabels(network.Rows, writer);
            writer.Write("\ncol labels:");
            WriteLabels(network.Columns, writer);
        }

        writer.Write("\ndata:");
        for (var row = 0; row < network.Rows.Count; row++)
        {
            writer.Write('\n');
            for (var column = 0; column < network.Columns.Count; column++)
                writer.Write($" {NetworkNumber.Short(network, row, column)}");
        }
    }

    private static void WriteLabels(IReadOnlyList<string> labels, TextWriter writer)
    {
        foreach (var label in labels)
            writer.Write($"\n\"{label.Replace("\"", "", StringComparison.Ordinal)}\"");
    }

    private static string Quoted(string label) => $"\"{label.Replace('"', '\'')}\"";
}
