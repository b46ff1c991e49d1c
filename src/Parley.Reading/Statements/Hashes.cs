namespace Parley.Reading.Statements;

/// <summary>Hashes of words and of features. Stable between runs and machines: models depend on them.</summary>
internal static class Hashes
{
    /// <summary>FNV-1a over the lower-case letters, every digit read as 0.</summary>
    public static uint Of(ReadOnlySpan<char> word)
    {
        var hash = 2166136261u;
        foreach (var c in word)
        {
            var letter = char.IsDigit(c) ? '0' : c == '\u2019' ? '\'' : char.ToLowerInvariant(c);
            hash = (hash ^ letter) * 16777619u;
        }

        return Mix(hash);
    }

    public static uint Of(uint a, uint b) => Mix((a * 0x9E3779B1u) ^ b);

    private static uint Mix(uint x)
    {
        x ^= x >> 16;
        x *= 0x7FEB352Du;
        x ^= x >> 15;
        x *= 0x846CA68Bu;
        return x ^ (x >> 16);
    }
}

/// <summary>The features of one decision, as hashes, in a buffer that is used again for the next.</summary>
internal sealed class FeatureList(int capacity)
{
    private const int Reserve = 100; // places for the templates that follow a set

    private readonly uint[] _items = new uint[capacity];
    private uint _template;
    private int _count;

    public ReadOnlySpan<uint> Items => _items.AsSpan(0, _count);

    public void Clear() => (_count, _template) = (0, 0);

    /// <summary>Goes on to the next template: features are told apart by the order in which templates are named.</summary>
    public void Add(uint a) => _items[_count++] = Hashes.Of(++_template, a);

    public void Add(uint a, uint b) => _items[_count++] = Hashes.Of(Hashes.Of(++_template, a), b);

    public void Add(uint a, uint b, uint c) => _items[_count++] = Hashes.Of(Hashes.Of(Hashes.Of(++_template, a), b), c);

    public void Add(uint a, uint b, uint c, uint d) => _items[_count++] = Hashes.Of(Hashes.Of(Hashes.Of(Hashes.Of(++_template, a), b), c), d);

    /// <summary>Passes over a template that does not hold here.</summary>
    public void Skip(uint templates = 1) => _template += templates;

    /// <summary>Adds one more feature of a set whose template is given by name; a set beyond all measure is cut.</summary>
    public void AddToSet(uint set, uint a)
    {
        if (_count < _items.Length - Reserve) _items[_count++] = Hashes.Of(0xA5A50000u + set, a);
    }

    public void AddToSet(uint set, uint a, uint b) => AddToSet(set, Hashes.Of(a, b));
}
