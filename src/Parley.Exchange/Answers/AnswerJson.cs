using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Entries;
using Parley.Exchange.Readings;

namespace Parley.Exchange.Answers;

/// <summary>Answers as JSON: camelCase, enumerations as in <c>parley.reading/1</c>, entries by their names ("12/p3"), evidence with words and source.</summary>
public static class AnswerJson
{
    public static JsonSerializerOptions Options { get; } = Build();

    public static string Write<T>(T answer) => JsonSerializer.Serialize(answer, Options);

    private static JsonSerializerOptions Build()
    {
        var options = new JsonSerializerOptions(ReadingJson.Options) { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        options.Converters.Add(new EntryIdConverter());
        options.Converters.Add(new EvidenceConverter());
        options.Converters.Add(new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false));
        return options;
    }

    private sealed class EntryIdConverter : JsonConverter<EntryId>
    {
        public override EntryId Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            EntryId.TryParse(reader.GetString(), out var id) ? id : throw new JsonException("expected an entry like 12/p3");

        public override void Write(Utf8JsonWriter writer, EntryId value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());
    }

    private sealed class EvidenceConverter : JsonConverter<Evidence>
    {
        public override Evidence Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            throw new NotSupportedException("evidence is written only");

        public override void Write(Utf8JsonWriter writer, Evidence value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WriteString("entry", value.Id.ToString());
            writer.WriteString("words", value.Words);
            writer.WriteString("context", value.Context);
            writer.WriteStartArray("span");
            writer.WriteNumberValue(value.Span.Start);
            writer.WriteNumberValue(value.Span.End);
            writer.WriteEndArray();
            writer.WriteString("report", value.Report.Id);
            writer.WriteString("title", value.Report.Title);
            writer.WriteString("outlet", value.Report.Outlet);
            writer.WriteString("url", value.Report.Url);
            writer.WriteString("published", value.Report.Published);
            writer.WriteString("reader", value.Report.Reader);
            writer.WriteString("mark", value.Mark.ToString().ToLowerInvariant());
            writer.WriteEndObject();
        }
    }
}
