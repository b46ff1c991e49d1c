using System.Collections.Immutable;
using Parley.Dossiers.Parties;

namespace Parley.Dossiers.Codebooks;

/// <summary>Finds the dossier's issue for one that a report states, and enters the ones not seen before. For one writer at a time.</summary>
public sealed class Codebook
{
    /// <summary>From this likeness of their words on, two labels are taken for one issue.</summary>
    private const double Same = 0.7;

    private readonly Dictionary<int, DossierIssue> _issues = [];
    private readonly Dictionary<string, int> _byLabel = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<int>> _byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<int, IssueWords> _words = [];
    private readonly HashSet<int> _changed = [];
    private int _last;

    /// <summary>Enters an issue as stored, or replaces it.</summary>
    public void Put(DossierIssue issue)
    {
        ArgumentNullException.ThrowIfNull(issue);
        _issues[issue.Number] = issue;
        _last = Math.Max(_last, issue.Number);
        _byLabel.TryAdd(NameKey.Of(issue.Label), issue.Number);
        foreach (var term in issue.Terms.Where(_ => issue.Accepted)) _byLabel.TryAdd(NameKey.Of(term), issue.Number);
        if (_words.TryGetValue(issue.Number, out var before))
            foreach (var word in before.Words) _byWord[word].Remove(issue.Number);
        var words = _words[issue.Number] = IssueWords.Of(issue.Label);
        foreach (var word in words.Words)
        {
            if (!_byWord.TryGetValue(word, out var holders)) _byWord[word] = holders = [];
            holders.Add(issue.Number);
        }
    }

    /// <summary>The issue with a number; null where there is none.</summary>
    public DossierIssue? this[int number] => _issues.GetValueOrDefault(number);

    /// <summary>The number that the next new issue will carry.</summary>
    public int Next => _last + 1;

    internal bool HasChanged => _changed.Count > 0;

    /// <summary>The issues entered since the last call, in the order of their numbers.</summary>
    public ImmutableArray<DossierIssue> TakeChanged()
    {
        var changed = _changed.Order().Select(number => _issues[number]).ToImmutableArray();
        _changed.Clear();
        return changed;
    }

    /// <summary>The number of the issue a report states; a suggestion is entered where the codebook has none. Merges are left to the view.</summary>
    public int Enter(string label, ImmutableArray<string> terms)
    {
        ArgumentNullException.ThrowIfNull(label);
        var key = NameKey.Of(label);
        if (key.Length == 0) return 0;
        if (_byLabel.TryGetValue(key, out var known)) return known;
        var words = IssueWords.Of(label);
        if (words.Words.Count == 0) return 0; // "it" names no issue beyond its report
        var (best, number) = (Same, 0);
        foreach (var candidate in words.Words.SelectMany(w => _byWord.GetValueOrDefault(w) ?? []).Distinct().Order())
        {
            var likeness = words.Likeness(_words[candidate]);
            if (likeness > best || (likeness >= best && number == 0)) (best, number) = (likeness, candidate);
        }

        if (number == 0)
        {
            number = ++_last;
            Put(new(number, label) { Terms = terms });
            _changed.Add(number);
        }

        else if (!_issues[number].Accepted && words.Words.Count >= 2 && words.Words.IsProperSubsetOf(_words[number].Words))
        {
            // The barer of two wordings names the issue; an analyst's wording is left alone.
            Put(_issues[number] with { Label = label, Terms = _issues[number].Terms.Add(_issues[number].Label) });
            _changed.Add(number);
        }

        _byLabel.TryAdd(key, number);
        return number;
    }

    /// <summary>The number of the issue with a label or term; 0 where there is none.</summary>
    public int Find(string label) => _byLabel.GetValueOrDefault(NameKey.Of(label));
}
