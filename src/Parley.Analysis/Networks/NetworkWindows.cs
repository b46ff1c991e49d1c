using System.Collections;

namespace Parley.Analysis.Networks;

/// <summary>Networks of successive windows, each computed when it is asked for.</summary>
public sealed class NetworkSeries : IReadOnlyCollection<Network>
{
    private readonly Func<IEnumerator<Network>> enumerate;

    internal NetworkSeries(int count, Func<IEnumerator<Network>> enumerate)
    {
        Count = count;
        this.enumerate = enumerate;
    }

    public int Count { get; }

    public IEnumerator<Network> GetEnumerator() => enumerate();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>Computes a network for every window of time or of statements, or for every middle of a kernel.</summary>
public sealed class NetworkWindows
{
    /// <summary>
    /// Repetitions are dropped once, before the windows are cut. A window costs time linear in its statements, plus what its network takes.
    /// </summary>
    /// <exception cref="NetworkException">Settings that contradict each other or the table.</exception>
    public NetworkSeries Build(StatementTable table, NetworkSettings settings, WindowSettings window, CancellationToken cancellationToken = default)
    {
        settings.Check(table);
        Check(settings, window);
        var selection = new StatementSelector().Select(table, settings);
        var plan = new WindowPlan(selection, window, settings.Convention);
        var maker = new NetworkMaker(selection, settings, window.Kernel != Kernel.None);
        if (window.Unit == WindowUnit.Events)
        {
            var events = plan.ByEvent();
            return Series(events.Count, window, i => maker.Make(selection.Kept.AsSpan(events[i].First, events[i].Count), [], Of(events[i], plan), cancellationToken));
        }

        if (window.Kernel != Kernel.None)
        {
            var kernels = plan.Kernels();
            return Series(kernels.Count, window, i => Smooth(selection, plan, maker, kernels[i], cancellationToken));
        }

        var intervals = plan.ByTime();
        return Series(intervals.Count, window, i =>
        {
            var (first, count) = plan.Between(intervals[i].Start, intervals[i].Stop);
            return maker.Make(selection.Kept.AsSpan(first, count), [], intervals[i], cancellationToken);
        });
    }

    private static NetworkSeries Series(int count, WindowSettings window, Func<int, Network> make)
    {
        IEnumerator<Network> Enumerate()
        {
            for (var i = 0; i < count; i++)
                yield return window.SumToOne ? make(i).SummingToOne() : make(i);
        }

        return new(count, Enumerate);
    }

    private static Network Smooth(StatementSelection selection, WindowPlan plan, NetworkMaker maker, Interval kernel, CancellationToken cancellationToken)
    {
        var (first, count) = plan.Between(kernel.Start, kernel.Stop);
        var weights = new double[count];
        for (var i = 0; i < count; i++)
            weights[i] = plan.Weight(kernel.Middle, plan.TimeAt(first + i));
        return maker.Make(selection.Kept.AsSpan(first, count), weights, kernel, cancellationToken);
    }

    private static Interval Of((int First, int Count) events, WindowPlan plan) => new(
        plan.TimeAt(events.First), plan.TimeAt(events.First + events.Count - 1), plan.TimeAt(events.First + (events.Count / 2)));

    private static void Check(NetworkSettings settings, WindowSettings window)
    {
        if (window.Size < 1)
            throw new NetworkException($"a window of {window.Size} {window.Unit.ToString().ToLowerInvariant()}; expected at least 1");
        if (window.Kernel == Kernel.None)
            return;
        if (window.Unit is WindowUnit.Events or WindowUnit.Seconds)
            throw new NetworkException("a kernel measures time in minutes, hours, days, weeks, months or years");
        if (settings.Aggregation == Aggregation.Combine)
            throw new NetworkException("combine has no meaning for weighted statements; use ignore or subtract with a kernel");
        if (settings.Normalisation == Normalisation.Jaccard && !settings.Compatible)
            throw new NetworkException("jaccard counts what is used at all, which a kernel cannot weigh; use average or cosine");
        if (settings is { Compatible: true, Mode: NetworkMode.TwoMode } && settings.Normalisation != Normalisation.None)
            throw new NetworkException("two-mode networks with a kernel have no normalisation in compatible mode");
    }
}
