using System.Text.Json;
using Parley.Analysis.Networks;

namespace Parley.Exchange.Networks;

/// <summary>Networks as JSON: labels, dates and the matrix, row by row.</summary>
public static class NetworkJson
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <param name="behind">The names of the statements behind a tie; ties are listed with them where given.</param>
    public static void Write(IEnumerable<Network> networks, Stream stream, Func<Network, Tie, IReadOnlyList<string>>? behind = null)
    {
        using var json = new Utf8JsonWriter(stream, Layout);
        json.WriteStartObject();
        json.WriteString("schema", "parley.networks/1");
        json.WriteStartArray("networks");
        foreach (var network in networks)
        {
            WriteOne(network, behind, json);
            json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteOne(Network network, Func<Network, Tie, IReadOnlyList<string>>? behind, Utf8JsonWriter json)
    {
        json.WriteStartObject();
        json.WriteString("mode", network.Mode == NetworkMode.OneMode ? "one-mode" : "two-mode");
        json.WriteString("start", NetworkTime.Iso(network.Start));
        json.WriteString("middle", NetworkTime.Iso(network.Middle));
        json.WriteString("stop", NetworkTime.Iso(network.Stop));
        json.WriteNumber("statements", network.StatementCount);
        WriteLabels("rows", network.Rows, json);
        WriteLabels("columns", network.Columns, json);
        json.WriteStartArray("matrix");
        for (var row = 0; row < network.Rows.Count; row++)
        {
            json.WriteStartArray();
            foreach (var weight in network.Row(row))
            {
                if (double.IsFinite(weight))
                    json.WriteNumberValue(weight);
                else
                    json.WriteNullValue();
            }

            json.WriteEndArray();
        }

        json.WriteEndArray();
        if (behind is not null)
            WriteTies(network, behind, json);
        json.WriteEndObject();
    }

    private static void WriteTies(Network network, Func<Network, Tie, IReadOnlyList<string>> behind, Utf8JsonWriter json)
    {
        json.WriteStartArray("ties");
        foreach (var tie in network.Ties())
        {
            json.WriteStartObject();
            json.WriteString("from", network.Rows[tie.Row]);
            json.WriteString("to", network.Columns[tie.Column]);
            json.WriteNumber("weight", tie.Weight);
            WriteLabels("behind", behind(network, tie), json);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteLabels(string name, IReadOnlyList<string> labels, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var label in labels)
            json.WriteStringValue(label);
        json.WriteEndArray();
    }
}
