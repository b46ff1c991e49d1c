namespace Parley.Reading.Statements;

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
    public void Add(uint a) => Put(Hashes.Step(Next(), a));

    public void Add(uint a, uint b) => Put(Hashes.Step(Hashes.Step(Next(), a), b));

    public void Add(uint a, uint b, uint c) => Put(Hashes.Step(Hashes.Step(Hashes.Step(Next(), a), b), c));

    public void Add(uint a, uint b, uint c, uint d) => Put(Hashes.Step(Hashes.Step(Hashes.Step(Hashes.Step(Next(), a), b), c), d));

    /// <summary>Goes on from the template of this number: a template named alone keeps its number wherever it is called.</summary>
    public void From(uint template) => _template = template - 1;

    /// <summary>Passes over a template that does not hold here.</summary>
    public void Skip(uint templates = 1) => _template += templates;

    /// <summary>Adds one more feature of a set whose template is given by name; a set beyond all measure is cut.</summary>
    public void AddToSet(uint set, uint a)
    {
        if (_count < _items.Length - Reserve) _items[_count++] = Hashes.Of(0xA5A50000u + set, a);
    }

    public void AddToSet(uint set, uint a, uint b) => AddToSet(set, Hashes.Of(a, b));

    private uint Next() => ++_template * 0x85EBCA6Bu;

    private void Put(uint hash) => _items[_count++] = Hashes.Finish(hash);
}
