using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Parley.Dossiers;
using Parley.Dossiers.Corrections;
using Parley.Exchange.Readings;

namespace Parley.Exchange.Dossiers;

/// <summary>A whole dossier as one JSON object, <c>parley.dossier/1</c>; readings inside it are <c>parley.reading/1</c>. Reading it back gives the same dossier.</summary>
public static class DossierJson
{
    public const string Schema = "parley.dossier/1";
    private static readonly JsonSerializerOptions Options = Build();

    public static void Write(DossierCopy copy, Stream output)
    {
        using var writer = new Utf8JsonWriter(output, new() { Indented = true, Encoder = Options.Encoder });
        var node = JsonSerializer.SerializeToNode(copy, Options)!.AsObject();
        node.Insert(0, "schema", Schema);
        node.WriteTo(writer, Options);
    }

    /// <exception cref="FormatException">It is no such object; the message says what was expected.</exception>
    public static DossierCopy Read(Stream input)
    {
        try
        {
            var node = JsonNode.Parse(input) as JsonObject ?? throw new FormatException("expected a JSON object");
            if ((string?)node["schema"] != Schema) throw new FormatException($"expected \"schema\": \"{Schema}\", found \"{node["schema"]}\"");
            return node.Deserialize<DossierCopy>(Options) ?? throw new FormatException("expected a dossier");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException or NotSupportedException)
        {
            throw new FormatException(e is JsonException { LineNumber: { } line } ? $"is no dossier: expected what \"parley export --format json\" writes, and cannot read on at line {line + 1}" : $"is no dossier: {e.Message}", e);
        }
    }

    private static JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions(ReadingJson.Options);
        options.Converters.Add(new FieldsConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        return options;
    }

    private sealed class FieldsConverter : JsonConverter<Fields>
    {
        public override Fields Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var fields = new Fields();
            foreach (var (name, value) in JsonSerializer.Deserialize<Dictionary<string, string>>(ref reader, options) ?? []) fields.Add(name, value);
            return fields;
        }

        public override void Write(Utf8JsonWriter writer, Fields value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            foreach (var (name, field) in value) writer.WriteString(name, field);
            writer.WriteEndObject();
        }
    }
}
