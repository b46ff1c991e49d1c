using System.Text;
using Parley.Language.Lemmas;

namespace Parley.Training.Text;

/// <summary>Learns the edits of <see cref="Lemmatizer"/>: for each ending the commonest, kept only where it contradicts the shorter ending's.</summary>
internal sealed class LemmaTrainer
{
    private readonly Dictionary<(string Lower, string Tag), Dictionary<(int Cut, string Add), int>> _seen = [];
    private readonly Dictionary<string, (int Small, int Capital)> _case = [];

    public void Add(GoldWord word)
    {
        if (word.Lemma == "_" || word.Form.Length > 40) return;
        var lower = word.Form.ToLowerInvariant();
        var tag = LemmaKeys.Tag(word.Upos, word.Xpos);
        var name = tag is "NNP" or "NNPS";
        var lemma = word.Lemma;
        var keepsCase = !name && lemma.Length > 0 && char.IsUpper(lemma[0]) && lower != "i" && !lemma.Equals("I", StringComparison.Ordinal);
        var edit = Edit(lower, name || keepsCase ? lemma.ToLowerInvariant() : lemma);
        var edits = _seen.TryGetValue((lower, tag), out var known) ? known : _seen[(lower, tag)] = [];
        edits[edit] = edits.GetValueOrDefault(edit) + 1;
        if (name) return;
        var (small, capital) = _case.GetValueOrDefault(lower);
        if (keepsCase) capital++;
        else small++;
        _case[lower] = (small, capital);
    }

    public void Save(Stream stream)
    {
        var rules = Rules();
        var edits = rules.Values.Distinct().Order().ToList();
        var index = edits.Select((edit, i) => (edit, i)).ToDictionary(pair => pair.edit, pair => (ushort)pair.i);
        using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
        writer.Write(edits.Count);
        foreach (var (cut, add) in edits)
        {
            writer.Write((byte)cut);
            writer.Write(add);
        }

        writer.Write(rules.Count);
        foreach (var (key, edit) in rules.OrderBy(rule => rule.Key))
        {
            writer.Write(key);
            writer.Write(index[edit]);
        }

        var common = _case.Where(word => word.Value.Small > 0 && word.Value.Small >= word.Value.Capital).Select(word => LemmaKeys.Word(word.Key)).Distinct().Order().ToList();
        writer.Write(common.Count);
        foreach (var key in common) writer.Write(key);
    }

    private Dictionary<uint, (int Cut, string Add)> Rules()
    {
        var rules = new Dictionary<uint, (int, string)>();
        for (var length = 0; length <= LemmaKeys.LongestEnding; length++)
        {
            var votes = new Dictionary<(string Ending, string Tag), Dictionary<(int, string), int>>();
            foreach (var ((lower, tag), edits) in _seen)
            {
                if (lower.Length < length) continue;
                var key = (lower[^length..], tag);
                var all = votes.TryGetValue(key, out var known) ? known : votes[key] = [];
                var best = edits.MaxBy(edit => edit.Value).Key; // each word votes once, so that rare regular words outvote "be"
                all[best] = all.GetValueOrDefault(best) + 1;
            }

            var added = new List<(uint, (int, string))>();
            foreach (var ((ending, tag), all) in votes)
            {
                var (best, count) = all.MaxBy(edit => edit.Value);
                if (length > 0 && count < 2) continue;
                if (!Predict(rules, ending, tag, length - 1).Equals(best)) added.Add((LemmaKeys.Ending(ending, tag, false), best));
            }

            foreach (var (key, edit) in added) rules[key] = edit;
        }

        foreach (var ((lower, tag), edits) in _seen)
        {
            var best = edits.MaxBy(edit => edit.Value).Key;
            if (!Predict(rules, lower, tag, LemmaKeys.LongestEnding).Equals(best)) rules[LemmaKeys.Ending(lower, tag, true)] = best;
        }

        return rules;
    }

    private static (int Cut, string Add) Predict(Dictionary<uint, (int, string)> rules, string lower, string tag, int longest)
    {
        for (var length = Math.Min(lower.Length, longest); length >= 0; length--)
            if (rules.TryGetValue(LemmaKeys.Ending(lower.AsSpan(lower.Length - length), tag, false), out var edit)) return edit;
        return (0, "");
    }

    private static (int Cut, string Add) Edit(string lower, string lemma)
    {
        var common = 0;
        while (common < lower.Length && common < lemma.Length && lower[common] == lemma[common]) common++;
        return (lower.Length - common, lemma[common..]);
    }
}
