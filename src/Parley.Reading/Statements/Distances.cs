namespace Parley.Reading.Statements;

/// <summary>Distances in words, the farther the coarser.</summary>
internal static class Distances
{
    public static uint Bucket(int distance) => distance switch
    {
        <= 6 => (uint)distance,
        <= 8 => 7,
        <= 12 => 8,
        <= 18 => 9,
        <= 28 => 10,
        <= 45 => 11,
        _ => 12,
    };
}
