using System.Collections.Frozen;
using System.Text;

namespace Parley.Language.Lemmas;

/// <summary>Finds the dictionary form of a word from its form and tags. Thread-safe.</summary>
/// <remarks>
/// Rules are edits ("cut two chars, add y") kept under endings of growing length, the whole word the longest; the longest that is
/// known wins. Learnt from the treebanks, where each rule is kept only if it contradicts the shorter one. Names keep their case.
/// </remarks>
public sealed class Lemmatizer
{
    private readonly FrozenDictionary<uint, ushort> _rules;
    private readonly FrozenSet<uint> _common; // words that are written small inside a sentence
    private readonly (byte Cut, string Add)[] _edits;

    private Lemmatizer(BinaryReader reader)
    {
        _edits = new (byte, string)[reader.ReadInt32()];
        for (var i = 0; i < _edits.Length; i++) _edits[i] = (reader.ReadByte(), reader.ReadString());
        var rules = new KeyValuePair<uint, ushort>[reader.ReadInt32()];
        for (var i = 0; i < rules.Length; i++) rules[i] = new(reader.ReadUInt32(), reader.ReadUInt16());
        var common = new uint[reader.ReadInt32()];
        for (var i = 0; i < common.Length; i++) common[i] = reader.ReadUInt32();
        _rules = rules.ToFrozenDictionary();
        _common = common.ToFrozenSet();
    }

    /// <summary>The lemmatizer with the model built into this assembly.</summary>
    public static Lemmatizer Load()
    {
        using var stream = typeof(Lemmatizer).Assembly.GetManifestResourceStream("lemmas.bin")
            ?? throw new InvalidOperationException("The model lemmas.bin is not in the assembly.");
        return Load(stream);
    }

    /// <summary>A lemmatizer with a model of its own.</summary>
    public static Lemmatizer Load(Stream stream)
    {
        using var reader = new BinaryReader(stream, Encoding.UTF8, leaveOpen: true);
        return new(reader);
    }

    /// <summary>The lemma of a word: in lower case, but names and capital acronyms as they are written.</summary>
    public string Lemma(string form, Upos upos, string xpos)
    {
        ArgumentNullException.ThrowIfNull(form);
        if (form.Length == 0 || form.Length > 40) return form;
        var tag = LemmaKeys.Tag(upos, xpos);
        var lower = Lower(form);
        var name = tag is "NNP" or "NNPS";
        var edit = Edit(lower, tag);
        var stem = name || !ReferenceEquals(lower, form) && KeepsCase(form, lower, tag) ? form : lower;
        if (edit < 0) return stem;
        var (cut, add) = _edits[edit];
        if (cut == 0 && add.Length == 0) return stem;
        var lemma = string.Concat(stem.AsSpan(0, Math.Max(0, stem.Length - cut)), add);
        return tag is "VBD" or "VBN" or "VBG" or "VBZ" or "JJR" or "JJS" ? Spell(lower, lemma) : lemma;
    }

    /// <summary>Puts right a lemma that is no known word where a silent e or a doubled letter makes it one: "provok", "smel".</summary>
    private string Spell(string lower, string lemma)
    {
        if (lemma.Length < 3 || IsCommon(lemma) || !lower.StartsWith(lemma, StringComparison.Ordinal)) return lemma;
        if (IsCommon(lemma + "e")) return lemma + "e";
        var doubled = lemma + lemma[^1];
        if (lower.StartsWith(doubled, StringComparison.Ordinal) && IsCommon(doubled)) return doubled;
        return lemma[^1] is 'v' or 'u' || lemma[^1] is 'c' && lemma[^2] is not 'i' || lemma[^1] is 'k' && "aeiou".Contains(lemma[^2]) && !"aeiou".Contains(lemma[^3]) ? lemma + "e" : lemma;
    }

    /// <summary>Whether a lower-case word is one that is written small inside a sentence.</summary>
    internal bool IsCommon(string lower) => _common.Contains(LemmaKeys.Word(lower));

    /// <summary>The index of the edit under the longest known ending; -1 for none.</summary>
    private int Edit(string lower, string tag)
    {
        if (_rules.TryGetValue(LemmaKeys.Ending(lower, tag, true), out var edit)) return edit;
        for (var length = Math.Min(lower.Length, LemmaKeys.LongestEnding); length >= 0; length--)
            if (_rules.TryGetValue(LemmaKeys.Ending(lower.AsSpan(lower.Length - length), tag, false), out edit)) return edit;
        return -1;
    }

    /// <summary>Whether a capitalised word that is no name keeps its capitals: "Norlandish", "GDP".</summary>
    private bool KeepsCase(string form, string lower, string tag)
    {
        if (IsCommon(lower) || tag is not ("JJ" or "NN" or "NNS" or "CD" or "SYM" or "RB" or "GW" or "FW")) return false;
        return tag == "JJ" || form.Length > 1 && char.IsUpper(form[1]) || form.Length == 1;
    }

    private static string Lower(string form)
    {
        foreach (var c in form)
            if (char.IsUpper(c)) return form.ToLowerInvariant();
        return form;
    }
}
