using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Parley.Language;
using Parley.Reading;

namespace Parley.Exchange.Readings;

/// <summary>Readings as <c>parley.reading/1</c> JSON. Spans are <c>[start, end]</c> in code points.</summary>
public static class ReadingJson
{
    /// <summary>Contract options: camelCase, nulls written, acts in capitals, spans as pairs.</summary>
    public static JsonSerializerOptions Options { get; } = Build(indented: false);

    private static JsonSerializerOptions Indented { get; } = Build(indented: true);

    public static string Write(ReportReading reading, bool indented = false)
    {
        var options = indented ? Indented : Options;
        var node = new JsonObject { ["schema"] = ReportReading.Schema };
        foreach (var (name, value) in JsonSerializer.SerializeToNode(reading, options)!.AsObject().ToList())
        {
            value?.Parent!.AsObject().Remove(name);
            node[name] = value;
        }

        return node.ToJsonString(options);
    }

    public static ReportReading Read(string json) =>
        JsonSerializer.Deserialize<ReportReading>(json, Options) ?? throw new JsonException("expected a reading object, found null");

    private static JsonSerializerOptions Build(bool indented) => new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        WriteIndented = indented,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
        Converters =
        {
            new SpanConverter(),
            new NamedEnumConverter<Act>(JsonNamingPolicy.SnakeCaseUpper),
            new NamedEnumConverter<TimexType>(JsonNamingPolicy.SnakeCaseUpper),
            new NamedEnumConverter<Stance>(JsonNamingPolicy.KebabCaseLower),
            new NamedEnumConverter<Firmness>(JsonNamingPolicy.KebabCaseLower),
            new NamedEnumConverter<Polarity>(JsonNamingPolicy.KebabCaseLower),
            new NamedEnumConverter<ActorKind>(JsonNamingPolicy.KebabCaseLower),
            new NamedEnumConverter<StatementMode>(JsonNamingPolicy.KebabCaseLower),
            new NamedEnumConverter<StatementKind>(JsonNamingPolicy.KebabCaseLower),
            new NamedEnumConverter<MeetingStatus>(JsonNamingPolicy.KebabCaseLower),
        },
    };

    private sealed class NamedEnumConverter<T>(JsonNamingPolicy naming) : JsonStringEnumConverter<T>(naming, allowIntegerValues: false)
        where T : struct, Enum;

    private sealed class SpanConverter : JsonConverter<Span>
    {
        public override Span Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var pair = JsonSerializer.Deserialize<int[]>(ref reader, options);
            return pair is [var start, var end] ? new(start, end) : throw new JsonException("expected a span [start, end]");
        }

        public override void Write(Utf8JsonWriter writer, Span value, JsonSerializerOptions options)
        {
            writer.WriteStartArray();
            writer.WriteNumberValue(value.Start);
            writer.WriteNumberValue(value.End);
            writer.WriteEndArray();
        }
    }
}
