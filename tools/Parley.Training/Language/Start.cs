namespace Parley.Training.Language;

/// <summary>First values of weights.</summary>
internal static class Start
{
    /// <summary>Normal values of a standard deviation.</summary>
    public static float[] Normal(Random random, int length, double deviation)
    {
        var values = new float[length];
        for (var i = 0; i < length; i++)
            values[i] = (float)(deviation * Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble()));
        return values;
    }
}
