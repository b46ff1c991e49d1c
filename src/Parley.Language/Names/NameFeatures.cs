using System.Runtime.InteropServices;
using Parley.Language.Lemmas;

namespace Parley.Language.Names;

/// <summary>What the name tagger looks at, as hashes: the words around, their shapes, endings and clues. One object for each text.</summary>
public sealed class NameFeatures
{
    /// <summary>How many features a token has.</summary>
    public const int Count = 32;

    private readonly Gazetteer _gazetteer;
    private readonly Lemmatizer _words;
    private readonly Dictionary<string, Word> _known = new(StringComparer.Ordinal);
    private Word[] _sentence = [];
    private bool _loud;
    private bool _titled;

    internal NameFeatures(Gazetteer gazetteer, Lemmatizer words)
    {
        _gazetteer = gazetteer;
        _words = words;
    }

    /// <summary>Features with the word lists built into this assembly; for training.</summary>
    public static NameFeatures Load() => new(Gazetteer.Load(), Lemmatizer.Load());

    /// <summary>Looks at a sentence. Call before the other methods.</summary>
    public void Read(ReadOnlySpan<string> forms)
    {
        if (_sentence.Length < forms.Length) _sentence = new Word[forms.Length * 2];
        var (capital, loud, letters) = (0, 0, 0);
        for (var i = 0; i < forms.Length; i++)
        {
            ref var word = ref CollectionsMarshal.GetValueRefOrAddDefault(_known, forms[i], out var exists);
            if (!exists) word = Describe(forms[i]);
            _sentence[i] = word;
            if (word.Letters < 2) continue;
            letters++;
            if (word.Capital) capital++;
            if (word.Loud) loud++;
        }

        for (var i = 0; i + 1 < forms.Length; i++)
        {
            if (!_sentence[i].Capital || _gazetteer.Of(forms[i], forms[i + 1]) is var clues && clues == NameClues.None) continue;
            _sentence[i].Clues |= clues | NameClues.Pair;
            _sentence[i + 1].Clues |= clues | NameClues.Pair;
        }

        _loud = letters > 2 && loud * 4 >= letters * 3;
        _titled = !_loud && letters > 3 && capital * 10 >= letters * 6;
        if (!_loud) return;
        for (var i = 0; i < forms.Length; i++)
            if (_sentence[i].Loud) _sentence[i].Shape = 0x5858u;
    }

    /// <summary>Whether a token may begin a name or be inside one; what may not never does.</summary>
    public (bool Begin, bool Inside) Allows(int token) => (_sentence[token].MayBegin && !(_loud && _sentence[token].Small), _sentence[token].MayContinue);

    /// <summary>Writes the features of a token.</summary>
    public void Write(int i, int length, Span<uint> features)
    {
        var word = At(i, length);
        var (before, after) = (At(i - 1, length), At(i + 1, length));
        var (before2, after2) = (At(i - 2, length), At(i + 2, length));
        var (first, last) = Run(i, length);
        var (left, right) = (At(first - 1, length), At(last + 1, length));
        var union = NameClues.None;
        for (var k = first; k <= last; k++) union |= _sentence[k].Clues;
        var flags = (i == 0 ? 1u : 0) | (word.Common ? 2u : 0) | (_loud ? 4u : 0) | (_titled ? 8u : 0);
        var n = 0;
        Add(features, ref n, flags);
        Add(features, ref n, word.Lower);
        Add(features, ref n, before.Lower);
        Add(features, ref n, after.Lower);
        Add(features, ref n, before2.Lower);
        Add(features, ref n, after2.Lower);
        Add(features, ref n, Mix(before.Lower, word.Lower));
        Add(features, ref n, Mix(word.Lower, after.Lower));
        Add(features, ref n, word.Shape);
        Add(features, ref n, Mix(before.Shape, word.Shape));
        Add(features, ref n, Mix(word.Shape, after.Shape));
        Add(features, ref n, Mix(Mix(before.Shape, word.Shape), after.Shape));
        Add(features, ref n, word.Prefix3);
        Add(features, ref n, word.Suffix2);
        Add(features, ref n, word.Suffix3);
        Add(features, ref n, word.Suffix4);
        Add(features, ref n, (uint)word.Clues);
        Add(features, ref n, Mix((uint)before.Clues, before.Shape));
        Add(features, ref n, Mix((uint)after.Clues, after.Shape));
        Add(features, ref n, Mix((uint)before.Clues, (uint)word.Clues));
        Add(features, ref n, Mix((uint)word.Clues, (uint)after.Clues));
        Add(features, ref n, Mix(Mix((uint)before.Clues, (uint)word.Clues), (uint)after.Clues));
        Add(features, ref n, Mix(flags, word.Shape));
        Add(features, ref n, Mix(flags, (uint)word.Clues));
        Add(features, ref n, Mix(before.Lower, word.Shape));
        Add(features, ref n, Mix(after.Lower, word.Shape));
        Add(features, ref n, left.Lower);
        Add(features, ref n, right.Lower);
        Add(features, ref n, Mix((uint)union, (uint)Math.Min(last - first, 3)));
        Add(features, ref n, Mix(Mix((uint)_sentence[last].Clues, (uint)_sentence[first].Clues), (uint)Math.Min(last - i, 3)));
        Add(features, ref n, Mix(Mix(left.Lower, (uint)Math.Min(last - first, 3)), (uint)(i - first)));
        Add(features, ref n, Mix(Mix(right.Lower, (uint)Math.Min(last - first, 3)), (uint)(last - i)));
    }

    /// <summary>The run of capitalised words around a token.</summary>
    private (int First, int Last) Run(int i, int length)
    {
        var (first, last) = (i, i);
        while (first > 0 && i - first < 6 && _sentence[first - 1].Capital) first--;
        while (last + 1 < length && last - i < 6 && _sentence[last + 1].Capital) last++;
        return (first, last);
    }

    private Word At(int i, int length) => i < 0 ? Word.Start : i >= length ? Word.End : _sentence[i];

    private static void Add(Span<uint> features, ref int n, uint value)
    {
        features[n] = Mix(value, (uint)(n + 1) * 0x9E3779B1u);
        n++;
    }

    private static uint Mix(uint a, uint b)
    {
        var hash = (a ^ System.Numerics.BitOperations.RotateLeft(b, 13)) * 0x85EBCA6Bu;
        hash ^= hash >> 13;
        hash *= 0xC2B2AE35u;
        return hash ^ (hash >> 16);
    }

    private Word Describe(string form)
    {
        var lower = form.ToLowerInvariant();
        var letters = 0;
        var upper = 0;
        foreach (var c in form)
        {
            if (!char.IsLetter(c)) continue;
            letters++;
            if (char.IsUpper(c)) upper++;
        }

        var capital = upper > 0 && (char.IsUpper(form[0]) || char.IsLetter(form[0]) && upper > 0);
        var clues = _gazetteer.Of(form);
        if (upper > 1 || form.Contains('.', StringComparison.Ordinal)) clues &= ~NameClues.Common; // US, WHO
        if (!capital) clues &= NameClues.Particle | NameClues.Title;
        var digit = char.IsAsciiDigit(form[0]);
        return new()
        {
            Lower = Hash(lower),
            Shape = Shape(form),
            Prefix3 = Hash(lower.AsSpan(0, Math.Min(3, lower.Length))),
            Suffix2 = Hash(lower.AsSpan(Math.Max(0, lower.Length - 2))),
            Suffix3 = Hash(lower.AsSpan(Math.Max(0, lower.Length - 3))),
            Suffix4 = Hash(lower.AsSpan(Math.Max(0, lower.Length - 4))),
            Clues = clues,
            Common = _words.IsCommon(lower),
            Capital = capital,
            Loud = letters > 1 && upper == letters,
            Letters = letters,
            Small = letters == 0 || _words.IsCommon(lower) && letters < 4,
            MayBegin = capital && (clues & (NameClues.Calendar | NameClues.Common)) == 0 || digit,
            MayContinue = capital || digit || (clues & NameClues.Particle) != 0 || Joins(form),
        };
    }

    private static bool Joins(string form) =>
        form is "of" or "for" or "the" or "and" or "on" or "in" or "to" or "against" or "with" or "'s" or "\u2019s" or "'" or "\u2019" or "-" or "&" or "." or "/" or "\u2013" or "at" or "from" or "!" or "election" or "elections" or "general" or "presidential" or "parliamentary" or "legislative" or "local" or "regional" or "leadership" or "federal" or "provincial" or "gubernatorial" or "special" or "party";

    private static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = 2166136261u;
        foreach (var c in text) hash = (hash ^ c) * 16777619u;
        return hash;
    }

    /// <summary>A hash of the kinds of chars, runs made one: "Xx", "X.X.", "d".</summary>
    private static uint Shape(string form)
    {
        var hash = 2166136261u;
        var (last, run) = ('\0', 0);
        foreach (var c in form)
        {
            var kind = char.IsUpper(c) ? 'X' : char.IsLetter(c) ? 'x' : char.IsDigit(c) ? 'd' : c;
            run = kind == last ? run + 1 : 0;
            if (run > (kind == 'X' ? 1 : 0)) continue;
            hash = (hash ^ kind) * 16777619u;
            last = kind;
        }

        return hash;
    }

    private struct Word
    {
        public static readonly Word Start = new() { Lower = 1, Shape = 1 };
        public static readonly Word End = new() { Lower = 2, Shape = 2 };

        public uint Lower, Shape, Prefix3, Suffix2, Suffix3, Suffix4;
        public NameClues Clues;
        public int Letters;
        public bool Common, Capital, Loud, Small, MayBegin, MayContinue;
    }
}
