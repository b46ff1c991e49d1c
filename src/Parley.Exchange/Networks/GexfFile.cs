using System.Globalization;
using System.Xml;
using Parley.Analysis.Networks;

namespace Parley.Exchange.Networks;

/// <summary>A series of networks as one GEXF 1.3 graph whose nodes, ties and weights hold for stretches of time.</summary>
public static class GexfFile
{
    private const string Gexf = "http://gexf.net/1.3";

    private static readonly XmlWriterSettings Layout = new() { Indent = true, NewLineChars = "\n", Encoding = new System.Text.UTF8Encoding(false) };

    public static void Write(IEnumerable<Network> networks, NetworkSettings settings, TextWriter writer)
    {
        var nodes = new Dictionary<(string, bool), (int Id, List<Stretch> In)>();
        var edges = new Dictionary<(int, int), List<(Stretch In, double Weight)>>();
        var mode = "static";
        var seen = 0;
        foreach (var network in networks)
        {
            mode = seen++ > 0 ? "dynamic" : mode;
            var list = NodeList.Of(network, settings);
            var stretch = new Stretch(network.Start, network.Stop);
            var ids = list.Nodes.Select(node => Enter(nodes, (node.Label, node.IsRow), stretch)).ToList();
            foreach (var tie in network.Ties())
            {
                var ends = (ids[tie.Row], ids[list.ColumnOffset + tie.Column]);
                if (!edges.TryGetValue(ends, out var weights))
                    edges[ends] = weights = [];
                weights.Add((stretch, tie.Weight));
            }
        }

        using var xml = XmlWriter.Create(writer, Layout);
        xml.WriteStartElement("gexf", Gexf);
        xml.WriteAttributeString("version", "1.3");
        xml.WriteStartElement("graph", Gexf);
        xml.WriteAttributeString("defaultedgetype", "undirected");
        xml.WriteAttributeString("mode", mode);
        if (mode == "dynamic")
        {
            xml.WriteAttributeString("timeformat", "dateTime");
            xml.WriteAttributeString("timerepresentation", "interval");
        }

        WriteAttribute(xml, "node", "static", "variable", "string");
        WriteAttribute(xml, "edge", mode, "weight", "double");
        WriteNodes(xml, nodes, settings, mode == "dynamic");
        WriteEdges(xml, edges, mode == "dynamic");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static int Enter(Dictionary<(string, bool), (int Id, List<Stretch> In)> nodes, (string, bool) key, Stretch stretch)
    {
        if (!nodes.TryGetValue(key, out var node))
            nodes[key] = node = (nodes.Count, []);
        node.In.Add(stretch);
        return node.Id;
    }

    private static void WriteAttribute(XmlWriter xml, string of, string mode, string title, string type)
    {
        xml.WriteStartElement("attributes", Gexf);
        xml.WriteAttributeString("class", of);
        xml.WriteAttributeString("mode", mode);
        xml.WriteStartElement("attribute", Gexf);
        xml.WriteAttributeString("id", title);
        xml.WriteAttributeString("title", title);
        xml.WriteAttributeString("type", type);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteNodes(XmlWriter xml, Dictionary<(string Label, bool IsRow), (int Id, List<Stretch> In)> nodes, NetworkSettings settings, bool dynamic)
    {
        xml.WriteStartElement("nodes", Gexf);
        foreach (var (key, node) in nodes)
        {
            xml.WriteStartElement("node", Gexf);
            xml.WriteAttributeString("id", Number(node.Id));
            xml.WriteAttributeString("label", XmlText.Clean(key.Label));
            WriteValue(xml, "variable", key.IsRow ? settings.Rows : settings.Columns, null);
            if (dynamic)
                WriteSpells(xml, node.In);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteEdges(XmlWriter xml, Dictionary<(int From, int To), List<(Stretch In, double Weight)>> edges, bool dynamic)
    {
        xml.WriteStartElement("edges", Gexf);
        var id = 0;
        foreach (var (ends, weights) in edges)
        {
            xml.WriteStartElement("edge", Gexf);
            xml.WriteAttributeString("id", Number(id++));
            xml.WriteAttributeString("source", Number(ends.From));
            xml.WriteAttributeString("target", Number(ends.To));
            if (!dynamic)
                xml.WriteAttributeString("weight", NetworkNumber.Full(weights[0].Weight));
            xml.WriteStartElement("attvalues", Gexf);
            foreach (var (stretch, weight) in weights)
                WriteOne(xml, "weight", NetworkNumber.Full(weight), dynamic ? stretch : null);
            xml.WriteEndElement();
            if (dynamic)
                WriteSpells(xml, weights.Select(w => w.In));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteValue(XmlWriter xml, string name, string value, Stretch? during)
    {
        xml.WriteStartElement("attvalues", Gexf);
        WriteOne(xml, name, value, during);
        xml.WriteEndElement();
    }

    private static void WriteOne(XmlWriter xml, string name, string value, Stretch? during)
    {
        xml.WriteStartElement("attvalue", Gexf);
        xml.WriteAttributeString("for", name);
        xml.WriteAttributeString("value", XmlText.Clean(value));
        if (during is not null)
            WriteInterval(xml, during);
        xml.WriteEndElement();
    }

    private static void WriteSpells(XmlWriter xml, IEnumerable<Stretch> stretches)
    {
        xml.WriteStartElement("spells", Gexf);
        foreach (var stretch in stretches)
        {
            xml.WriteStartElement("spell", Gexf);
            WriteInterval(xml, stretch);
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteInterval(XmlWriter xml, Stretch stretch)
    {
        xml.WriteAttributeString("start", NetworkTime.Iso(stretch.Start));
        xml.WriteAttributeString("end", NetworkTime.Iso(stretch.Stop));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary>The time a network covers, kept without its matrix: a series may be longer than the memory is large.</summary>
    private sealed record Stretch(DateTime Start, DateTime Stop);
}
