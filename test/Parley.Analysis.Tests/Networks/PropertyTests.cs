using CsCheck;
using Parley.Analysis.Networks;

namespace Parley.Analysis.Tests.Networks;

public sealed class PropertyTests
{
    private sealed record Said(int Day, int Actor, int Concept, int Level);

    private static readonly Gen<Said[]> Debates =
        Gen.Select(Gen.Int[0, 400], Gen.Int[0, 40], Gen.Int[0, 5], Gen.Int[0, 3], (d, a, c, l) => new Said(d, a, c, l)).Array[1, 200];

    private static readonly Gen<NetworkSettings> Choices = Gen.Select(
        OneOf(Aggregation.Ignore, Aggregation.Congruence, Aggregation.Conflict, Aggregation.Subtract),
        OneOf(Normalisation.None, Normalisation.Average, Normalisation.Cosine, Normalisation.Jaccard),
        OneOf(DuplicateRule.Include, DuplicateRule.Document, DuplicateRule.Week, DuplicateRule.Year),
        (aggregation, normalisation, duplicates) => Small.Settings(aggregation, normalisation) with { Duplicates = duplicates });

    private static readonly Gen<VariableType> Types = OneOf(VariableType.Boolean, VariableType.Integer, VariableType.Text);

    [Fact]
    public void Renaming_the_actors_changes_no_weight() =>
        Gen.Select(Debates, Choices, Types).Sample((debate, settings, type) =>
        {
            var plain = new NetworkBuilder().Build(Table(debate, type, a => $"A{a:00}"), settings);
            var renamed = new NetworkBuilder().Build(Table(debate, type, a => $"Z{99 - a:00}"), settings);
            var n = plain.Rows.Count;
            for (var i = 0; i < n; i++)
            {
                for (var j = 0; j < n; j++)
                    renamed[n - 1 - i, n - 1 - j].ShouldBe(plain[i, j], 1e-9);
            }
        }, iter: 200);

    [Fact]
    public void No_swap_of_two_actors_betters_the_camps_that_were_found() =>
        Gen.Select(Debates, Gen.Int[2, 3]).Sample((debate, camps) =>
        {
            var table = Table(debate, VariableType.Boolean, a => $"A{a:00}");
            var (congruence, conflict) = (new NetworkBuilder().Build(table, Small.Settings(Aggregation.Congruence)), new NetworkBuilder().Build(table, Small.Settings(Aggregation.Conflict)));
            if (congruence.Rows.Count < camps || !congruence.Rows.SequenceEqual(conflict.Rows)) return;
            var found = new Polarisation().Measure(congruence, conflict, new() { Clusters = camps, Restarts = 2 });
            var quality = new PartitionQuality(congruence, conflict, camps, normalise: true);
            int[] partition = [.. found.Clusters];
            quality.Of(partition).ShouldBe(found.Score, 1e-9);
            for (var i = 0; i < partition.Length; i++)
            {
                for (var j = 0; j < i; j++)
                {
                    (partition[i], partition[j]) = (partition[j], partition[i]);
                    quality.Of(partition).ShouldBeLessThanOrEqualTo(found.Score + 1e-9);
                    (partition[i], partition[j]) = (partition[j], partition[i]);
                }
            }
        }, iter: 40);

    [Fact]
    public void The_order_of_the_input_changes_nothing() =>
        Gen.Select(Debates, Choices, Types, Gen.Int).Sample((debate, settings, type, seed) =>
        {
            var shuffled = debate.ToArray();
            new Random(seed).Shuffle(shuffled);
            var (a, b) = (new NetworkBuilder().Build(Table(debate, type, Name), settings), new NetworkBuilder().Build(Table(shuffled, type, Name), settings));
            b.Rows.ShouldBe(a.Rows);
            for (var i = 0; i < a.Rows.Count; i++)
                b.Row(i).ToArray().ShouldBe(a.Row(i).ToArray(), 1e-9);
        }, iter: 200);

    [Fact]
    public void The_fast_product_is_the_definition() =>
        Gen.Select(Debates, OneOf(Aggregation.Ignore, Aggregation.Congruence, Aggregation.Conflict, Aggregation.Subtract)).Sample((debate, aggregation) =>
        {
            var network = new NetworkBuilder().Build(Table(debate, VariableType.Integer, Name), Small.Settings(aggregation));
            double range = debate.Max(s => s.Level) - debate.Min(s => s.Level);
            foreach (var (i, j) in from i in Enumerable.Range(0, network.Rows.Count) from j in Enumerable.Range(0, network.Rows.Count) select (i, j))
            {
                var expected = 0.0;
                foreach (var s in debate.Where(s => i != j && Name(s.Actor) == network.Rows[i]))
                {
                    foreach (var t in debate.Where(t => t.Concept == s.Concept && Name(t.Actor) == network.Rows[j]))
                    {
                        var near = range == 0 ? 1 : 1 - (Math.Abs(s.Level - t.Level) / range);
                        expected += aggregation switch { Aggregation.Ignore => 1, Aggregation.Congruence => near, Aggregation.Conflict => 1 - near, _ => (2 * near) - 1 };
                    }
                }

                network[i, j].ShouldBe(expected, 1e-9);
            }
        }, iter: 100);

    [Fact]
    public void Cosine_and_jaccard_of_congruence_lie_between_nothing_and_one() =>
        Gen.Select(Debates, Types, OneOf(Normalisation.Cosine, Normalisation.Jaccard)).Sample((debate, type, normalisation) =>
        {
            var network = new NetworkBuilder().Build(Table(debate, type, Name), Small.Settings(Aggregation.Congruence, normalisation));
            foreach (var tie in network.Ties())
                tie.Weight.ShouldBeInRange(0, 1 + 1e-9);
        }, iter: 200);

    [Fact]
    public void Windows_of_a_day_hold_every_statement_once() =>
        Debates.Sample(debate => new NetworkWindows().Build(Table(debate, VariableType.Integer, Name), Small.Settings(Aggregation.Congruence), new() { Unit = WindowUnit.Days, Size = 1 })
            .Sum(n => n.StatementCount).ShouldBe(debate.Length), iter: 50);

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static string Name(int actor) => $"A{actor:00}";

    private static StatementTable Table(Said[] debate, VariableType type, Func<int, string> name) => new(
        [.. debate.Select(s => s.Day * 86400L)],
        [.. debate.Select(s => new StatementPlace(s.Day, s.Actor, s.Concept, s.Level))],
        [
            StatementVariable.Text("actor", [.. debate.Select(s => name(s.Actor))]),
            StatementVariable.Text("concept", [.. debate.Select(s => $"C{s.Concept}")]),
            type switch
            {
                VariableType.Boolean => StatementVariable.Boolean("level", [.. debate.Select(s => s.Level % 2 == 1)]),
                VariableType.Integer => StatementVariable.Integer("level", [.. debate.Select(s => s.Level)]),
                _ => StatementVariable.Text("level", [.. debate.Select(s => $"L{s.Level}")]),
            },
        ]);
}
