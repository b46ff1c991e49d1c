using System.IO.Compression;
using System.Text.Json;
using System.Text.Json.Serialization;
using Parley.Language;
using Parley.Reading;

namespace Parley.Dossiers.Reports;

/// <summary>A reading as compressed JSON, a fifth of its size. Not the public format: that is <c>parley.reading/1</c>.</summary>
public static class ReadingPack
{
    private static readonly JsonSerializerOptions Options = new()
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
        Converters = { new SpanPair() },
    };

    public static byte[] Pack(ReportReading reading)
    {
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Fastest)) JsonSerializer.Serialize(brotli, reading, Options);
        return packed.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes are no packed reading.</exception>
    public static ReportReading Unpack(byte[] packed)
    {
        try
        {
            using var brotli = new BrotliStream(new MemoryStream(packed), CompressionMode.Decompress);
            return JsonSerializer.Deserialize<ReportReading>(brotli, Options) ?? throw new InvalidDataException("the reading is empty");
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            throw new InvalidDataException("the reading cannot be unpacked", e);
        }
    }

    private sealed class SpanPair : JsonConverter<Span>
    {
        public override Span Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            reader.Read();
            var start = reader.GetInt32();
            reader.Read();
            var end = reader.GetInt32();
            reader.Read();
            return new(start, end);
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
