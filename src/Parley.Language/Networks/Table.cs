namespace Parley.Language.Networks;

/// <summary>A table of vectors, a row a feature.</summary>
internal sealed record Table(float[] Values, int Width)
{
    public int Rows => Values.Length / Width;

    public ReadOnlySpan<float> this[int row] => Values.AsSpan(row * Width, Width);
}
