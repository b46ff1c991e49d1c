namespace Parley.Analysis.Networks;

/// <summary>Where the windows of a series lie.</summary>
internal sealed class WindowPlan(StatementSelection selection, WindowSettings window, Convention convention)
{
    private const int MostWindows = 1_000_000;

    private readonly long[] times = [.. selection.Kept.Select(s => selection.Table.Times[s])];
    private readonly CalendarUnit unit = new(window.Unit);

    private bool Compatible => convention == Convention.Compatible;

    /// <summary>Windows with edges; both ends belong to them.</summary>
    /// <remarks>
    /// Compatible: from the first moment in steps, t ± round((w − 1)/2). Correct: w whole calendar units (days from midnight, weeks from
    /// Monday, months from the first), so that no statement falls between two windows.
    /// </remarks>
    public List<Interval> ByTime()
    {
        var intervals = new List<Interval>();
        var (start, stop) = (selection.StartSecond, selection.StopSecond);
        if (Compatible)
        {
            var half = window.Size / 2;
            for (var t = start; t <= stop; t = unit.Add(t, 1))
            {
                var (from, to) = (unit.Add(t, -half), unit.Add(t, half));
                if (from >= start && to <= stop)
                    Add(intervals, new(from, to, t));
            }

            return intervals;
        }

        var last = unit.Add(unit.Floor(stop), 1);
        for (var from = unit.Floor(start); from < last; from = unit.Add(from, 1))
        {
            var to = unit.Add(from, window.Size);
            if (to <= last)
                Add(intervals, Interval.Between(from, to - 1));
        }

        return intervals;
    }

    /// <summary>Windows of statements in order, as first index and count. Compatible: an even size takes one statement more.</summary>
    public List<(int First, int Count)> ByEvent()
    {
        var size = Compatible ? ((window.Size / 2) * 2) + 1 : window.Size;
        return [.. Enumerable.Range(0, Math.Max(0, times.Length - size + 1)).Select(first => (first, size))];
    }

    /// <summary>Middles of kernels one unit apart, with the edges of the window, clamped to the data. An odd size is raised by one.</summary>
    public List<Interval> Kernels()
    {
        var intervals = new List<Interval>();
        if (times.Length == 0)
            return intervals;
        var half = (window.Size + 1) / 2;
        var (begin, end) = (Math.Max(selection.StartSecond, times[0]), Math.Min(selection.StopSecond, times[^1]));
        var (first, last) = window.Indent ? (unit.Add(begin, half), unit.Add(end, -half)) : (begin, end);
        for (var t = first; t <= last; t = unit.Add(t, 1))
        {
            Add(intervals, window.Kernel == Kernel.Gaussian
                ? new(begin, end, t)
                : new(Math.Max(begin, unit.Add(t, -half)), Math.Min(end, unit.Add(t, half)), t));
        }

        return intervals;
    }

    /// <summary>The weight of a statement at a time, for a kernel's middle.</summary>
    public double Weight(long middle, long time)
    {
        var half = (window.Size + 1) / 2;
        double distance;
        if (Compatible)
        {
            distance = unit.Whole(time, middle) / (double)half;
        }
        else
        {
            var edge = unit.Add(middle, time < middle ? -half : half) - middle;
            distance = (time - middle) / (double)Math.Abs(edge);
        }

        return window.Kernel switch
        {
            Kernel.Gaussian => Math.Exp(-distance * distance / 2) / Math.Sqrt(2 * Math.PI),
            _ when Math.Abs(distance) > 1 => 0,
            Kernel.Uniform => 0.5,
            Kernel.Epanechnikov => 0.75 * (Compatible ? (1 - distance) * (1 - distance) : 1 - (distance * distance)),
            _ => Compatible ? Math.Abs(1 - distance) : 1 - Math.Abs(distance),
        };
    }

    /// <summary>The kept statements from one moment to another, both inclusive, as first index and count.</summary>
    public (int First, int Count) Between(long start, long stop)
    {
        var first = StatementSelector.LowerBound(times, start);
        return (first, Math.Max(0, StatementSelector.LowerBound(times, stop + 1) - first));
    }

    public long TimeAt(int index) => times[index];

    private void Add(List<Interval> intervals, Interval interval)
    {
        if (intervals.Count == MostWindows)
            throw new NetworkException($"more than {MostWindows} windows of {window.Unit.ToString().ToLowerInvariant()}; choose a longer unit or fewer dates");
        intervals.Add(interval);
    }
}
