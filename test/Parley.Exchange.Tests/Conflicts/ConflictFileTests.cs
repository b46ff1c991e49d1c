using Parley.Analysis.Stability;
using Parley.Exchange.Conflicts;

namespace Parley.Exchange.Tests.Conflicts;

public sealed class ConflictFileTests
{
    private static readonly string Sample = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "samples", "strait-conflict.yaml"));

    [Fact]
    public void The_sample_is_read_as_written()
    {
        var model = ConflictFile.Read(Sample);
        model.Options.Select(o => o.Name).ShouldBe(["Patrol", "Lift levy", "Seize", "License"]);
        model.Options[3].Reversal.ShouldBe(Reversal.OnlyTaken);
        model.DecisionMakers.Select(d => d.Name).ShouldBe(["Norland", "Estava"]);
        model.IsFeasible(0b1100).ShouldBeFalse();
        model.StatusQuo.ShouldBe(1u);
    }

    [Theory]
    [InlineData("", "line 1: expected a conflict model, found nothing")]
    [InlineData("- a", "line 1: expected a conflict model")]
    [InlineData("name: x", "line 1: expected \"parties\"")]
    [InlineData("parties:\n  - name: A\n    options: [a]\n    wants: [a]", "line 4: unknown \"wants\"")]
    [InlineData("parties:\n  - name: A\n    options: [a]\n    prefers: [\"a &\"]", "line 4: statement \"a &\", character 4: expected an option")]
    [InlineData("parties:\n  - name: A\n    options: [a]\n    prefers: [a]", "line 2: expected at least two parties, found 1")]
    [InlineData("parties:\n  - {name: A, options: [a], prefers: [a]}\n  - {name: B, options: [a], prefers: [a]}", "option \"a\" stands twice")]
    [InlineData("parties: [", "line 2: ")]
    [InlineData("parties:\n  - {name: A, options: [{name: a, once: maybe}], prefers: [a]}", "line 2: once: expected taken or dropped")]
    [InlineData("parties:\n  - {name: A, options: [a], prefers: [a]}\n  - {name: A, options: [b], prefers: [a]}", "line 3: party \"A\" stands twice")]
    [InlineData("parties:\n  - {name: A, options: [a], prefers: [a, b], strong: 2}\n  - {name: B, options: [b], prefers: [a]}", "line 2: strong: expected a number from 1 to 1, found \"2\"")]
    [InlineData("parties:\n  - {name: A, options: [a], prefers: [a], unknown: [YN]}\n  - {name: B, options: [b], prefers: [a]}", "line 2: unknown: expected a pair of patterns")]
    [InlineData("parties:\n  - {name: A, options: [a], prefers: [a]}\n  - {name: B, options: [b], prefers: [a]}\ncoalesce: [Y]", "line 4: statement \"Y\", character 1: expected an option")]
    [InlineData("parties:\n  - {name: A, options: [a], prefers: [a]}\n  - {name: B, options: [b], prefers: [a]}\ninfeasible: [a & b]\ntoday: YY", "line 5: today: \"YY\" is infeasible")]
    [InlineData("parties:\n  - {name: A, options: [a], ranking: [YN, YN]}\n  - {name: B, options: [b], prefers: [a]}", "line 2: ranking: state \"YN\" stands twice")]
    [InlineData("parties:\n  - {name: A, options: [a], prefers: [a], ranking: [YN]}\n  - {name: B, options: [b], prefers: [a]}", "line 2: A: expected \"prefers\" or \"ranking\", found both")]
    [InlineData("parties:\n  - {name: A, options: [a], prefers: [a]}\n  - {name: B, options: [b], prefers: [a]}\ninfeasible: [--]", "no state is feasible")]
    public void What_is_wrong_is_named_with_its_line(string text, string problem) =>
        Should.Throw<FormatException>(() => ConflictFile.Read(text)).Message.ShouldContain(problem);

    [Fact]
    public void Strength_unknown_order_and_coalesced_states_are_read()
    {
        var model = ConflictFile.Read("""
            parties:
              - {name: A, options: [a], prefers: [a, b], strong: 1}
              - {name: B, options: [b], ranking: [YY, [NN, YN], NY], strong: [2, 1], unknown: [[Y-, N-]]}
            coalesce: [a]
            """);
        model.DecisionMakers[0].Strong.ShouldBe([1]);
        model.DecisionMakers[1].Strong.ShouldBe([1, 2]);
        model.DecisionMakers[1].Unknown.ShouldBe([(Pattern.Parse("Y-", 2), Pattern.Parse("N-", 2))]);
        var (graph, states) = ConflictGraph.Of(model);
        graph.States.ShouldBe(["NN", "Y-", "NY"]);
        states.ShouldBe([0u, 1u, 2u]);
        graph.Parties[1].Band!.Value.ShouldBe([1, 1, 0]);
        model.PlaceOf(3, states).ShouldBe(1);
    }

    [Theory]
    [InlineData("a & !b", 0b001, true)]
    [InlineData("a & !b", 0b011, false)]
    [InlineData("a or c", 0b100, true)]
    [InlineData("c if a", 0b001, false)]
    [InlineData("c if a", 0b010, true)]
    [InlineData("a iff b", 0b011, true)]
    [InlineData("not (a | b) and c", 0b100, true)]
    [InlineData("1 & -2", 0b001, true)]
    public void Statements_mean_what_they_say(string statement, int state, bool holds) =>
        new FormulaReader(["a", "b", "c"]).Read(statement).Holds((uint)state).ShouldBe(holds);

    [Fact]
    public void A_picture_names_its_parties_and_escapes_what_it_shows()
    {
        var (graph, _) = ConflictGraph.Of(ConflictFile.Read(Sample));
        var svg = Parley.Exchange.Pictures.StatesPicture.Draw("A <strait>", graph, new HashSet<int> { 0 });
        svg.ShouldContain("Norland gains");
        svg.ShouldContain("A &lt;strait&gt;");
        System.Xml.Linq.XDocument.Parse(svg).Root!.Name.LocalName.ShouldBe("svg");
    }
}
