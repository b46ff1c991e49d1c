using Parley.Language;

namespace Parley.Training.Text;

/// <summary>Counts equal spans, for precision, recall and F1.</summary>
internal sealed class Overlap
{
    private int _gold, _found, _both;

    public double Precision => _found == 0 ? 0 : (double)_both / _found;

    public double Recall => _gold == 0 ? 0 : (double)_both / _gold;

    public double F1 => _gold + _found == 0 ? 0 : 2.0 * _both / (_gold + _found);

    public void Add(IEnumerable<Span> gold, IEnumerable<Span> found)
    {
        var wanted = gold.ToHashSet();
        _gold += wanted.Count;
        foreach (var span in found)
        {
            _found++;
            if (wanted.Contains(span)) _both++;
        }
    }

    public override string ToString() => FormattableString.Invariant($"{100 * Precision,6:F2} {100 * Recall,6:F2} {100 * F1,6:F2}");
}
