using System.Globalization;
using System.Xml.Linq;
using Parley.Analysis.Networks;
using Parley.Exchange.Networks;
using Parley.Exchange.Pictures;

namespace Parley.Exchange.Tests.Networks;

public sealed class NetworkFileTests
{
    private static readonly NetworkSettings Settings = new()
    {
        Rows = "organization",
        Columns = "concept",
        Qualifier = "agreement",
        Aggregation = Aggregation.Subtract,
        Normalisation = Normalisation.Average,
        Duplicates = DuplicateRule.Document,
        Convention = Convention.Compatible,
    };

    [Fact]
    public void A_one_mode_matrix_is_written_as_recorded()
    {
        var network = Build(Settings);
        Written(w => NetworkMatrixFiles.WriteCsv(network, w)).ShouldBe(Recorded("onemode_subtract_average.csv"));
        Written(w => NetworkMatrixFiles.WriteDl(network, w)).ShouldBe(Recorded("onemode_subtract_average.dl"));
    }

    [Fact]
    public void A_two_mode_matrix_is_written_as_recorded()
    {
        var network = Build(Settings with { Mode = NetworkMode.TwoMode, Normalisation = Normalisation.None, Duplicates = DuplicateRule.Include });
        Written(w => NetworkMatrixFiles.WriteCsv(network, w)).ShouldBe(Recorded("twomode_subtract.csv"));
        Written(w => NetworkMatrixFiles.WriteDl(network, w)).ShouldBe(Recorded("twomode_subtract.dl"));
    }

    [Fact]
    public void An_event_list_is_written_as_recorded()
    {
        var file = Fixture();
        var table = file.Table(["person", "organization", "concept", "agreement", "stance", "frame"]);
        var kept = new StatementSelector().Select(table, Settings with { Duplicates = DuplicateRule.Include, Aggregation = Aggregation.Ignore }, keepGaps: true);
        Written(w => EventListFile.Write(file, kept, ["person", "organization", "concept", "agreement", "stance", "frame"], w)).ShouldBe(Recorded("eventlist.csv"));
    }

    [Theory]
    [InlineData("onemode_subtract_average.graphml", NetworkMode.OneMode, Aggregation.Subtract, Normalisation.Average)]
    [InlineData("twomode_combine.graphml", NetworkMode.TwoMode, Aggregation.Combine, Normalisation.None)]
    public void Graphml_carries_the_recorded_nodes_and_ties(string name, NetworkMode mode, Aggregation aggregation, Normalisation normalisation)
    {
        var duplicates = mode == NetworkMode.OneMode ? DuplicateRule.Document : DuplicateRule.Include;
        var settings = Settings with { Mode = mode, Aggregation = aggregation, Normalisation = normalisation, Duplicates = duplicates };
        var network = Build(settings);
        var ours = XDocument.Parse(Written(w => GraphMlFiles.WriteVisone(network, settings, new StressLayout().Place(network, TestContext.Current.CancellationToken), w)));
        var theirs = XDocument.Parse(Recorded(name));
        Nodes(ours).ShouldBe(Nodes(theirs), ignoreOrder: true);
        var (mine, recorded) = (Ties(ours), Ties(theirs));
        mine.Keys.ShouldBe(recorded.Keys, ignoreOrder: true);
        foreach (var (ends, (weight, colour)) in recorded)
        {
            mine[ends].Weight.ShouldBe(weight, 1e-9);
            mine[ends].Colour.ShouldBe(colour);
        }
    }

    [Fact]
    public void Every_format_survives_awkward_labels()
    {
        var table = Tables.Of("date,party,issue,agreement\n2026-01-01,\"A; \"\"B\"\" & <c>\u0001\",x,1\n2026-01-02,D,x,1\n");
        var settings = Settings with { Rows = "party", Columns = "issue", Normalisation = Normalisation.None, Duplicates = DuplicateRule.Include };
        var network = new NetworkBuilder().Build(table.Table(["party", "issue", "agreement"]), settings, TestContext.Current.CancellationToken);
        var places = new StressLayout().Place(network, TestContext.Current.CancellationToken);
        XDocument.Parse(Written(w => GraphMlFiles.WritePlain(network, settings, w))).Descendants().ShouldNotBeEmpty();
        XDocument.Parse(Written(w => GraphMlFiles.WriteVisone(network, settings, places, w))).Descendants().ShouldNotBeEmpty();
        XDocument.Parse(Written(w => GexfFile.Write([network, network], settings, w))).Descendants().ShouldNotBeEmpty();
        XDocument.Parse(NetworkPicture.Draw(network, "A \u0001 & B", cancellationToken: TestContext.Current.CancellationToken)).ToString().ShouldContain("A; \"B\" &amp; &lt;c&gt; ");
        Written(w => NetworkTieFiles.WritePajek(network, w)).ShouldContain("*Edges\n1 2 1\n");
        Written(w => NetworkTieFiles.WriteEdges([network], w)).ShouldContain("\"A; \"\"B\"\" & <c>\u0001\",D,1,");
    }

    [Fact]
    public void A_series_in_gexf_gives_every_tie_its_interval()
    {
        var file = Tables.Of("date,party,issue,agreement\n2026-01-01,A,x,1\n2026-01-01,B,x,1\n2026-01-03,A,x,1\n2026-01-03,B,x,0\n");
        var settings = Settings with { Rows = "party", Columns = "issue", Normalisation = Normalisation.None, Convention = Convention.Correct };
        var series = new NetworkWindows().Build(file.Table(["party", "issue", "agreement"]), settings, new() { Unit = WindowUnit.Days, Size = 1 }, TestContext.Current.CancellationToken);
        var gexf = XDocument.Parse(Written(w => GexfFile.Write(series, settings, w)));
        XNamespace ns = "http://gexf.net/1.3";
        var edge = gexf.Descendants(ns + "edge").ShouldHaveSingleItem();
        edge.Descendants(ns + "attvalue").Select(v => (v.Attribute("value")!.Value, v.Attribute("start")!.Value))
            .ShouldBe([("1", "2026-01-01T00:00:00Z"), ("-1", "2026-01-03T00:00:00Z")]);
    }

    private static List<string> Nodes(XDocument graph) => [.. graph.Descendants().Where(e => e.Name.LocalName == "node")
        .Select(n => $"{Data(n, "name")}|{Data(n, "variable")}|{Data(n, "frequency")}")];

    private static Dictionary<string, (double Weight, string Colour)> Ties(XDocument graph)
    {
        var names = graph.Descendants().Where(e => e.Name.LocalName == "node").ToDictionary(n => n.Attribute("id")!.Value, n => Data(n, "name"));
        return graph.Descendants().Where(e => e.Name.LocalName == "edge").ToDictionary(
            e => string.Join('–', new[] { names[e.Attribute("source")!.Value], names[e.Attribute("target")!.Value] }.Order(StringComparer.Ordinal)),
            e => (double.Parse(Data(e, "weight"), CultureInfo.InvariantCulture), e.Descendants().Single(d => d.Name.LocalName == "LineStyle").Attribute("color")!.Value));
    }

    private static string Data(XElement element, string key) =>
        element.Elements().Single(e => e.Name.LocalName == "data" && e.Attribute("key")!.Value == key).Value;

    private static Network Build(NetworkSettings settings) =>
        new NetworkBuilder().Build(Fixture().Table(["organization", "concept", "agreement"]), settings, TestContext.Current.CancellationToken);

    private static StatementFile Fixture() => Tables.Fixture();

    private static string Recorded(string name) => File.ReadAllText(Path.Combine(Tables.Shared, "files", name));

    private static string Written(Action<TextWriter> write)
    {
        using var writer = new StringWriter(CultureInfo.InvariantCulture);
        write(writer);
        return writer.ToString();
    }
}
