using System.Text.Json;
using Parley.Analysis.Networks;

namespace Parley.Exchange.Networks;

/// <summary>Networks as JSON: labels, dates and the matrix, row by row.</summary>
public static class NetworkJson
{
    private static readonly JsonWriterOptions Layout = new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static void Write(IEnumerable<Network> networks, Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Layout);
        json.WriteStartObject();
        json.WriteString("schema", "parley.networks/1");
        json.WriteStartArray("networks");
        foreach (var network in networks)
        {
            WriteOne(network, json);
            json.Flush();
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        stream.WriteByte((byte)'\n');
    }

    private static void WriteOne(Network network, Utf8JsonWriter json)
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
        json.WriteEndObject();
    }

    private static void WriteLabels(string name, IReadOnlyList<string> labels, Utf8JsonWriter json)
    {
        json.WriteStartArray(name);
        foreach (var label in labels)
            json.WriteStringValue(label);
        json.WriteEndArray();
    }
}
