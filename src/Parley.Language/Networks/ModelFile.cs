using System.Runtime.InteropServices;
using System.Text;

namespace Parley.Language.Networks;

/// <summary>Reads and writes the parts of a network. Tables lie as one byte a weight with a scale a row, layers as 32-bit floats.</summary>
internal static class ModelFile
{
    public static byte[] Resource(string name)
    {
        using var stream = typeof(ModelFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The model {name} is not in the assembly.");
        var bytes = new byte[stream.Length];
        stream.ReadExactly(bytes);
        return bytes;
    }

    public static string[] ReadNames(BinaryReader reader)
    {
        var names = new string[reader.ReadInt32()];
        for (var i = 0; i < names.Length; i++) names[i] = reader.ReadString();
        return names;
    }

    public static void Write(BinaryWriter writer, string[] names)
    {
        writer.Write(names.Length);
        foreach (var name in names) writer.Write(name);
    }

    public static Vocabulary ReadVocabulary(BinaryReader reader)
    {
        var hashes = new uint[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(hashes.AsSpan()));
        return new(hashes);
    }

    public static void Write(BinaryWriter writer, Vocabulary vocabulary)
    {
        writer.Write(vocabulary.Hashes.Length);
        writer.Write(MemoryMarshal.AsBytes(vocabulary.Hashes.AsSpan()));
    }

    public static Layer ReadLayer(BinaryReader reader)
    {
        var weights = new float[reader.ReadInt32()];
        var bias = new float[reader.ReadInt32()];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(weights.AsSpan()));
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(bias.AsSpan()));
        return new Layer(weights, bias).Learnt();
    }

    public static void Write(BinaryWriter writer, Layer layer)
    {
        writer.Write(layer.Weights.Length);
        writer.Write(layer.Bias.Length);
        writer.Write(MemoryMarshal.AsBytes(layer.Weights.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(layer.Bias.AsSpan()));
    }

    public static Table ReadTable(BinaryReader reader)
    {
        var (rows, width) = (reader.ReadInt32(), reader.ReadInt32());
        var scales = new float[rows];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(scales.AsSpan()));
        var bytes = new sbyte[rows * width];
        reader.BaseStream.ReadExactly(MemoryMarshal.AsBytes(bytes.AsSpan()));
        return new(bytes, scales);
    }

    public static void Write(BinaryWriter writer, Table table)
    {
        writer.Write(table.Rows);
        writer.Write(table.Width);
        var values = table.ToFloats();
        var scales = new float[table.Rows];
        var bytes = new sbyte[values.Length];
        for (var row = 0; row < table.Rows; row++)
        {
            var most = 0f;
            foreach (var value in values.AsSpan(row * table.Width, table.Width)) most = Math.Max(most, Math.Abs(value));
            scales[row] = most / 127;
            if (most == 0) continue;
            for (var i = row * table.Width; i < (row + 1) * table.Width; i++) bytes[i] = (sbyte)MathF.Round(values[i] / scales[row]);
        }

        writer.Write(MemoryMarshal.AsBytes(scales.AsSpan()));
        writer.Write(MemoryMarshal.AsBytes(bytes.AsSpan()));
    }

    public static Encoder ReadEncoder(BinaryReader reader) => new(ReadTable(reader), ReadLayers(reader), ReadLayers(reader));

    public static void Write(BinaryWriter writer, Encoder encoder)
    {
        Write(writer, encoder.Features);
        Write(writer, encoder.Windows);
        Write(writer, encoder.Sweeps);
    }

    private static Layer[] ReadLayers(BinaryReader reader)
    {
        var layers = new Layer[reader.ReadInt32()];
        for (var i = 0; i < layers.Length; i++) layers[i] = ReadLayer(reader);
        return layers;
    }

    private static void Write(BinaryWriter writer, Layer[] layers)
    {
        writer.Write(layers.Length);
        foreach (var layer in layers) Write(writer, layer);
    }

    public static BinaryReader Open(byte[] bytes) => new(new MemoryStream(bytes, writable: false), Encoding.UTF8);
}
