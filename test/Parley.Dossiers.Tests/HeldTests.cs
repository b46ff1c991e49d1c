using System.Text.Json;
using Parley.Analysis.Networks;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Models;
using Parley.Dossiers.Tests.Made;
using Parley.Reading;

namespace Parley.Dossiers.Tests;

/// <summary>What a dossier holds in memory follows a correction without being read anew; it must not tell.</summary>
public sealed class HeldTests
{
    private static readonly string[] Parties = ["Norland", "Estava", "Vellin", "Kessel"];
    private static readonly string[] Issues = ["Lift the levy", "End the patrols", "Open the strait"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public async Task After_every_correction_a_dossier_answers_as_one_that_was_just_opened(int seed)
    {
        var random = new Random(seed);
        var store = new MemoryStore();
        await using var held = await TestDossier.OpenAsync(store);
        for (var n = 0; n < 8; n++) await held.AddAsync(Report(random, n));
        for (var n = 0; n < 25; n++)
        {
            await AskAsync(held);
            await CorrectAsync(held, random);
            await using var opened = await TestDossier.OpenAsync(store);
            (await AskAsync(held)).ShouldBe(await AskAsync(opened), $"after correction {n}");
        }
    }

    [Theory]
    [InlineData(Aggregation.Congruence)]
    [InlineData(Aggregation.Conflict)]
    [InlineData(Aggregation.Subtract)]
    public async Task Counted_stances_give_the_ties_and_the_positions_that_the_positions_themselves_give(Aggregation aggregation)
    {
        var random = new Random(7);
        await using var dossier = await TestDossier.OpenAsync();
        for (var n = 0; n < 12; n++) await dossier.AddAsync(Report(random, n));
        var view = await dossier.ViewAsync(default);
        var counts = StanceCounts.Of(view, new());
        var statements = await dossier.NetworkStatementsAsync(new(), default);
        var settings = NetworkStatements.Settings with { Aggregation = aggregation };
        var network = new NetworkBuilder().Build(statements.Table, settings, default);
        counts.Total.ShouldBe(statements.All.Length);
        var ties = counts.Ties(aggregation, counts.Parties.Select(p => p.Party), default).ToList();
        ties.Count.ShouldBe(network.Ties().Count());
        ties.Count.ShouldBeGreaterThan(3);
        foreach (var (from, to, weight) in ties)
        {
            var tie = network.Ties().Single(t => new HashSet<string> { network.Rows[t.Row], network.Rows[t.Column] }.SetEquals([view.ActorName(from), view.ActorName(to)]));
            weight.ShouldBe(tie.Weight, 1e-12);
            var behind = counts.Behind(from, to, aggregation);
            behind.ShouldBe(statements.Behind(settings, network, tie).Order());
            counts.CountBehind(from, to, aggregation).ShouldBe(behind.Length);
        }
    }

    private static ReportMaker Report(Random random, int number)
    {
        var maker = new ReportMaker($"2026-03-{random.Next(1, 20):00}", $"Outlet {random.Next(3)}");
        for (var s = 0; s < 6; s++)
        {
            var party = random.Next(Parties.Length);
            maker.Says(Parties[party], random.Next(2) == 0 ? null : $"{"ABCD"[party]}nna Bell{party}", $"word {number} of {s}", Issues[random.Next(Issues.Length)], Act.Demand, (Stance)random.Next(3));
        }

        return maker.Meets($"2026-03-{random.Next(1, 28):00}", (MeetingStatus)random.Next(6), $"They meet {number}", null, "Halden", Parties[random.Next(2)], Parties[2 + random.Next(2)]);
    }

    private static async Task CorrectAsync(Dossier dossier, Random random)
    {
        var anna = new Author("Anna");
        var (report, ordinal) = (random.Next(1, 9), random.Next(1, 7));
        try
        {
            await (random.Next(9) switch
            {
                0 => dossier.EditAsync(new(report, EntryKind.Position, ordinal), new() { { "party", Parties[random.Next(4)] } }, anna, default),
                1 => dossier.EditAsync(new(report, EntryKind.Position, ordinal), new() { { "issue", random.Next(4) == 0 ? $"New issue {ordinal}" : Issues[random.Next(3)] } }, anna, default),
                2 => dossier.RejectAsync(new(report, EntryKind.Position, ordinal), anna, default),
                3 => dossier.RejectAsync(new(report, EntryKind.Statement, ordinal), anna, default),
                4 => dossier.EditAsync(new(report, EntryKind.Statement, ordinal), new() { { "date", $"2026-03-{random.Next(1, 28):00}" } }, anna, default),
                5 => dossier.EditAsync(new(report, EntryKind.Meeting, 1), new() { { "date", $"2026-03-{random.Next(1, 28):00}" } }, anna, default),
                6 => dossier.UndoAsync(null, anna, default),
                7 => dossier.AddEntryAsync(report, EntryKind.Position, new(0, 5), new() { { "party", Parties[random.Next(4)] }, { "issue", Issues[0] }, { "act", "demand" }, { "stance", "for" } }, anna, default),
                _ => dossier.EditAsync(new(report, EntryKind.Position, ordinal), new() { { "stance", random.Next(2) == 0 ? "for" : "open" } }, anna, default),
            });
        }
        catch (DossierException)
        {
            // nothing to undo, or it reads so already
        }
    }

    private static async Task<string> AskAsync(Dossier dossier)
    {
        var view = await dossier.ViewAsync(default);
        var positions = new List<PositionEntry>();
        foreach (ref readonly var p in view.Positions.All) positions.Add(p);
        positions.Count.ShouldBe(view.Positions.Count);
        return JsonSerializer.Serialize(new
        {
            positions,
            statements = view.Statements.ToArray(),
            cells = view.Positions.Cells.Select(c => $"{c.Party} {c.Issue}"),
            matrix = (await dossier.MatrixAsync(new(), new(2026, 3, 9), default)).Cells,
            earlier = (await dossier.MatrixAsync(new() { AsOf = new(2026, 3, 12) }, null, default)).Cells,
            changes = await dossier.ChangesAsync(new(), default),
            calendar = await dossier.CalendarAsync(new(), default),
        });
    }
}
