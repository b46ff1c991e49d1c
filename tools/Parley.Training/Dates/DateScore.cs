using Parley.Language;
using Parley.Reading;

namespace Parley.Training.Dates;

/// <summary>A time expression: extent, TIMEX3 type in capitals, value.</summary>
internal sealed record GoldDate(Span Span, string Type, string Value);

/// <summary>Counts expressions the TempEval-3 way: strict and relaxed extents, values of the relaxed pairs.</summary>
internal sealed class DateScore
{
    private int _gold, _read, _strict, _relaxed, _value;

    /// <param name="same">Whether two values are the same.</param>
    public void Add(IReadOnlyList<GoldDate> gold, IReadOnlyList<GoldDate> read, Func<GoldDate, GoldDate, bool> same)
    {
        _gold += gold.Count;
        _read += read.Count;
        var taken = new HashSet<int>();
        foreach (var exact in (ReadOnlySpan<bool>)[true, false])
        {
            for (var i = 0; i < gold.Count; i++)
            {
                if (taken.Contains(-1 - i)) continue;
                var best = Enumerable.Range(0, read.Count).Where(j => !taken.Contains(j) && (exact ? read[j].Span == gold[i].Span : read[j].Span.Overlaps(gold[i].Span))).DefaultIfEmpty(-1).First();
                if (best < 0) continue;
                taken.Add(best);
                taken.Add(-1 - i);
                _relaxed++;
                if (exact) _strict++;
                if (same(gold[i], read[best])) _value++;
            }
        }
    }

    public override string ToString() =>
        $"relaxed F1 {F(_relaxed):0.0}  strict F1 {F(_strict):0.0}  value F1 {F(_value):0.0}   (gold {_gold}, read {_read}, values right {100.0 * _value / Math.Max(1, _relaxed):0.0} %)";

    private double F(int hits) => 200.0 * hits / Math.Max(1, _gold + _read);
}
