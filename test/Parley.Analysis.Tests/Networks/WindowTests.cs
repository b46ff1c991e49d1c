using Parley.Analysis.Networks;

namespace Parley.Analysis.Tests.Networks;

public sealed class WindowTests
{
    private const string Debate = """
        2026-01-01T09:00 A x 1
        2026-01-01T18:00 B x 1
        2026-01-02T09:00 A x 1
        2026-01-03T09:00 B x 0
        2026-01-04T09:00 A x 1
        """;

    private static List<Network> Build(WindowSettings window, Aggregation aggregation = Aggregation.Congruence, Convention convention = Convention.Correct) =>
        [.. new NetworkWindows().Build(Small.Table(Debate), Small.Settings(aggregation) with { Convention = convention }, window)];

    [Fact]
    public void A_window_of_one_day_holds_the_whole_day()
    {
        var days = Build(new() { Unit = WindowUnit.Days, Size = 1 });
        days.Select(d => d.StatementCount).ShouldBe([2, 1, 1, 1]);
        days[0].Start.ShouldBe(new DateTime(2026, 1, 1));
        days[0].Stop.ShouldBe(new DateTime(2026, 1, 1, 23, 59, 59));
        days[0][0, 1].ShouldBe(1);
    }

    [Fact]
    public void In_compatible_mode_a_window_of_one_day_holds_only_its_first_moment() =>
        Build(new() { Unit = WindowUnit.Days, Size = 1 }, convention: Convention.Compatible).Select(d => d.StatementCount).ShouldBe([1, 1, 1, 1]);

    [Fact]
    public void An_even_size_is_kept_and_takes_one_more_in_compatible_mode()
    {
        Build(new() { Unit = WindowUnit.Days, Size = 2 }).Select(d => d.StatementCount).ShouldBe([3, 2, 2]);
        Build(new() { Unit = WindowUnit.Events, Size = 2 }).Select(d => d.StatementCount).ShouldBe([2, 2, 2, 2]);
        Build(new() { Unit = WindowUnit.Events, Size = 2 }, convention: Convention.Compatible).Select(d => d.StatementCount).ShouldBe([3, 3, 3]);
    }

    [Fact]
    public void Months_follow_the_calendar()
    {
        var table = Small.Table("2026-01-31 A x 1\n2026-02-28 B x 1\n2026-03-31 A x 1");
        var months = new NetworkWindows().Build(table, Small.Settings(Aggregation.Congruence), new() { Unit = WindowUnit.Months, Size = 1 }).ToList();
        months.Select(m => (m.Start.Month, m.Start.Day, m.StatementCount)).ShouldBe([(1, 1, 1), (2, 1, 1), (3, 1, 1)]);
    }

    [Fact]
    public void Kernels_are_symmetric_and_fall_to_nothing_at_the_edge()
    {
        var table = Small.Table("2026-01-01 A x 1\n2026-01-03 B x 1\n2026-01-05 A x 1");
        var window = new WindowSettings { Unit = WindowUnit.Days, Size = 4, Kernel = Kernel.Triangular };
        var middles = new NetworkWindows().Build(table, Small.Settings(Aggregation.Congruence) with { Isolates = true }, window).Select(n => n[0, 1]).ToList();
        middles.Count.ShouldBe(5);
        middles[1].ShouldBe(Math.Sqrt(0.5 * 0.5), 1e-12);
        middles[3].ShouldBe(middles[1], 1e-12);
        middles[2].ShouldBe(0, 1e-12);
    }

    [Fact]
    public void Compatible_kernels_lean_to_one_side()
    {
        var table = Small.Table("2026-01-01 A x 1\n2026-01-03 B x 1\n2026-01-05 A x 1");
        var settings = Small.Settings(Aggregation.Congruence) with { Isolates = true, Convention = Convention.Compatible };
        var window = new WindowSettings { Unit = WindowUnit.Days, Size = 4, Kernel = Kernel.Triangular };
        var middles = new NetworkWindows().Build(table, settings, window).Select(n => n[0, 1]).ToList();
        middles[1].ShouldBe(Math.Sqrt(0.5 * 1.5), 1e-12);
        middles[2].ShouldBe(Math.Sqrt(2), 1e-12);
    }

    [Fact]
    public void Weights_can_be_made_to_sum_to_one() =>
        Build(new() { Unit = WindowUnit.Days, Size = 4, SumToOne = true })[0].Row(0).ToArray().Sum().ShouldBe(0.5, 1e-12);

    [Fact]
    public void A_series_too_long_to_finish_is_refused_at_once() =>
        Should.Throw<NetworkException>(() => new NetworkWindows().Build(
            Small.Table("2020-01-01 A x 1\n2026-01-01 B x 1"), Small.Settings(Aggregation.Congruence), new() { Unit = WindowUnit.Seconds, Size = 60 }))
            .Message.ShouldContain("more than 1000000 windows of seconds");
}
