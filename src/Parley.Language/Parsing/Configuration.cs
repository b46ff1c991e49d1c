namespace Parley.Language.Parsing;

/// <summary>Where a parse stands: a stack of words without a head, the words still to come, and the arcs made so far.</summary>
/// <remarks>
/// Arc-hybrid (Kuhlmann, Gómez-Rodríguez and Satta 2011): shift; left (the top's head is the next word); right (the top's head is the
/// word below it). The root lies at the bottom of the stack and takes a word only when no other is left, so that every end is one
/// tree with one root. A sentence of n words takes 2n steps.
/// </remarks>
internal sealed class Configuration
{
    public const int None = -1;

    private readonly int[] _stack;
    private readonly int[] _heads;
    private readonly int[] _relations;
    private readonly int[] _left1, _left2, _right1, _right2; // outermost and next children on either side
    private readonly int[] _leftCount, _rightCount;
    private int _depth = 1;

    public Configuration(int count)
    {
        Count = count;
        _stack = new int[count + 1];
        _stack[0] = count;
        _heads = Filled(count, None);
        _relations = new int[count + 1];
        _left1 = Filled(count + 1, None);
        _left2 = Filled(count + 1, None);
        _right1 = Filled(count + 1, None);
        _right2 = Filled(count + 1, None);
        _leftCount = new int[count + 1];
        _rightCount = new int[count + 1];
    }

    /// <summary>Number of words; also the name of the root.</summary>
    public int Count { get; }

    public int Root => Count;

    /// <summary>The next word, or <see cref="Count"/> when none is left.</summary>
    public int Next { get; private set; }

    /// <summary>Words on the stack, the root among them.</summary>
    public int Depth => _depth;

    public bool Done => Next == Count && _depth == 1;

    public bool CanShift => Next < Count;

    public bool CanGoLeft => _depth > 1 && Next < Count;

    public bool CanGoRight => _depth > 2 || _depth == 2 && Next == Count;

    /// <summary>The n-th word of the stack from the top; the root at its bottom; <see cref="None"/> below that.</summary>
    public int Stack(int n) => n < _depth ? _stack[_depth - 1 - n] : None;

    public int HeadOf(int word) => _heads[word];

    /// <summary>The relation of a word, 0 while it has none.</summary>
    public int RelationOf(int word) => word < 0 ? 0 : _relations[word];

    public int Left1(int word) => word < 0 ? None : _left1[word];

    public int Left2(int word) => word < 0 ? None : _left2[word];

    public int Right1(int word) => word < 0 ? None : _right1[word];

    public int Right2(int word) => word < 0 ? None : _right2[word];

    public int LeftCount(int word) => word < 0 ? 0 : _leftCount[word];

    public int RightCount(int word) => word < 0 ? 0 : _rightCount[word];

    public void Shift() => _stack[_depth++] = Next++;

    public void GoLeft(int relation)
    {
        var word = _stack[--_depth];
        Attach(word, Next, relation);
        (_left2[Next], _left1[Next]) = (_left1[Next], word);
        _leftCount[Next]++;
    }

    public void GoRight(int relation)
    {
        var word = _stack[--_depth];
        var head = _stack[_depth - 1];
        Attach(word, head, relation);
        (_right2[head], _right1[head]) = (_right1[head], word);
        _rightCount[head]++;
    }

    private void Attach(int word, int head, int relation)
    {
        _heads[word] = head;
        _relations[word] = relation;
    }

    private static int[] Filled(int length, int value)
    {
        var array = new int[length];
        Array.Fill(array, value);
        return array;
    }
}
