using System.Collections.Immutable;
using Parley.Language;
using Parley.Reading.Statements;

namespace Parley.Training.Statements;

/// <summary>How attributions read compare with gold ones: pairs, exact spans and shared words, summed over articles.</summary>
internal sealed class StatementScore
{
    private readonly Dictionary<string, (int Right, int Gold, int Read)> _spans = [];
    private int _gold, _read, _goldSourced, _readSourced, _detected, _cue, _content, _source, _all;
    private double _softPrecision, _softRecall;

    public void Add(Document document, ImmutableArray<GoldAttribution> gold, ImmutableArray<Attribution> read)
    {
        var g = gold.Where(a => !a.Content.IsEmpty).Select(a => new Sides(document, a.Source, a.Cue, a.Content)).ToList();
        var r = read.Select(a => new Sides(document, a.Source, a.Cue, a.Content)).ToList();
        (_gold, _read) = (_gold + g.Count, _read + r.Count);
        (_goldSourced, _readSourced) = (_goldSourced + g.Count(s => s.Source.Length > 0), _readSourced + r.Count(s => s.Source.Length > 0));
        var inGold = g.SelectMany(s => s.ContentTokens).ToHashSet();
        var inRead = r.SelectMany(s => s.ContentTokens).ToHashSet();
        foreach (var s in g) _softRecall += s.ContentTokens.Count(inRead.Contains) / (double)Math.Max(1, s.ContentTokens.Count);
        foreach (var s in r) _softPrecision += s.ContentTokens.Count(inGold.Contains) / (double)Math.Max(1, s.ContentTokens.Count);
        Pair(g, r);
        CountSpans("source", g.SelectMany(s => s.Source), r.SelectMany(s => s.Source));
        CountSpans("cue", g.SelectMany(s => s.Cue), r.SelectMany(s => s.Cue));
        CountSpans("content", g.SelectMany(s => s.Content), r.SelectMany(s => s.Content));
    }

    public double Detection => F1(_detected, _gold, _read);

    public override string ToString()
    {
        var soft = (P: _softPrecision / Math.Max(1, _read), R: _softRecall / Math.Max(1, _gold));
        return $"""
            gold {_gold}, read {_read}
            detection      {Detection:0.000} (precision {_detected / (double)_read:0.000}, recall {_detected / (double)_gold:0.000})
            content soft   {2 * soft.P * soft.R / (soft.P + soft.R):0.000} ({soft.P:0.000}, {soft.R:0.000})
            content exact  {F1(_content, _gold, _read):0.000}
            source exact   {F1(_source, _goldSourced, _readSourced):0.000}
            cue exact      {F1(_cue, _gold, _read):0.000}
            all exact      {F1(_all, _gold, _read):0.000}
            exact spans    {string.Join(", ", _spans.Select(s => $"{s.Key} {F1(s.Value.Right, s.Value.Gold, s.Value.Read):0.000}"))}
            """;
    }

    private void Pair(List<Sides> gold, List<Sides> read)
    {
        var candidates = new List<(double Dice, int Cue, int Gold, int Read)>();
        for (var i = 0; i < gold.Count; i++)
            for (var j = 0; j < read.Count; j++)
            {
                var shared = gold[i].ContentTokens.Count(read[j].ContentTokens.Contains);
                if (shared == 0) continue;
                var dice = 2.0 * shared / (gold[i].ContentTokens.Count + read[j].ContentTokens.Count);
                candidates.Add((Math.Round(dice, 6), gold[i].CueTokens.Count(read[j].CueTokens.Contains), i, j));
            }

        var (goldDone, readDone) = (new bool[gold.Count], new bool[read.Count]);
        foreach (var (_, cue, i, j) in candidates.OrderBy(c => (-c.Dice, -c.Cue, c.Gold, c.Read)))
        {
            if (goldDone[i] || readDone[j]) continue;
            goldDone[i] = readDone[j] = true;
            var (g, r) = (gold[i], read[j]);
            var (source, cueSame, content) = (Same(g.Source, r.Source), Same(g.Cue, r.Cue), Same(g.Content, r.Content));
            if (cue > 0) _detected++;
            if (cueSame) _cue++;
            if (content) _content++;
            if (source && g.Source.Length > 0) _source++;
            if (source && cueSame && content) _all++;
        }
    }

    private void CountSpans(string role, IEnumerable<Span> gold, IEnumerable<Span> read)
    {
        var (g, r) = (gold.ToHashSet(), read.ToHashSet());
        var (right, inGold, inRead) = _spans.GetValueOrDefault(role);
        _spans[role] = (right + g.Count(r.Contains), inGold + g.Count, inRead + r.Count);
    }

    private static bool Same(Span[] a, Span[] b) => a.AsSpan().SequenceEqual(b);

    private static double F1(int right, int gold, int read) => gold + read == 0 ? 0 : 2.0 * right / (gold + read);

    private sealed class Sides(Document document, ImmutableArray<Span> source, ImmutableArray<Span> cue, ImmutableArray<Span> content)
    {
        public Span[] Source { get; } = Tidy(document.Chars, source);

        public Span[] Cue { get; } = Tidy(document.Chars, cue);

        public Span[] Content { get; } = Tidy(document.Chars, content);

        public HashSet<int> CueTokens { get; } = [.. GoldRoles.TokensOf(document, cue)];

        public HashSet<int> ContentTokens { get; } = [.. GoldRoles.TokensOf(document, content)];

        private static Span[] Tidy(string chars, ImmutableArray<Span> spans)
        {
            var tidy = new List<Span>();
            foreach (var span in spans.Order())
            {
                var (start, end) = (span.Start, span.End);
                while (start < end && char.IsWhiteSpace(chars[start])) start++;
                while (end > start && char.IsWhiteSpace(chars[end - 1])) end--;
                if (start >= end) continue;
                if (tidy.Count > 0 && string.IsNullOrWhiteSpace(chars[Math.Min(tidy[^1].End, start)..start])) tidy[^1] = new(tidy[^1].Start, Math.Max(tidy[^1].End, end));
                else tidy.Add(new(start, end));
            }

            return [.. tidy];
        }
    }
}
