using System.Globalization;
using System.Xml;
using Parley.Analysis.Networks;

namespace Parley.Exchange.Networks;

/// <summary>A network as GraphML: plain, or with the drawing that visone and yEd show.</summary>
public static class GraphMlFiles
{
    private const string GraphMl = "http://graphml.graphdrawing.org/xmlns";
    private const string Visone = "http://visone.info/xmlns";
    private const string Y = "http://www.yworks.com/xml/graphml";

    private static readonly XmlWriterSettings Layout = new() { Indent = true, NewLineChars = "\n", Encoding = new System.Text.UTF8Encoding(false) };

    public static void WritePlain(Network network, NetworkSettings settings, TextWriter writer) => Write(network, settings, writer, null);

    /// <param name="positions">Where to draw each node, in the unit square: rows, then columns.</param>
    public static void WriteVisone(Network network, NetworkSettings settings, IReadOnlyList<(double X, double Y)> positions, TextWriter writer) =>
        Write(network, settings, writer, positions);

    private static void Write(Network network, NetworkSettings settings, TextWriter writer, IReadOnlyList<(double X, double Y)>? positions)
    {
        using var xml = XmlWriter.Create(writer, Layout);
        xml.WriteStartElement("graphml", GraphMl);
        if (positions is not null)
        {
            xml.WriteAttributeString("xmlns", "visone", null, Visone);
            xml.WriteAttributeString("xmlns", "y", null, Y);
            Key(xml, "d0", "node", ("yfiles.type", "nodegraphics"));
            Key(xml, "e0", "edge", ("yfiles.type", "edgegraphics"));
            Key(xml, "prop", "graph", ("visone.type", "properties"));
        }

        foreach (var (name, type) in new[] { ("id", "string"), ("name", "string"), ("variable", "string"), ("frequency", "int") })
            Key(xml, name, "node", ("attr.name", name), ("attr.type", type));
        Key(xml, "weight", "edge", ("attr.name", "weight"), ("attr.type", "double"));
        xml.WriteStartElement("graph", GraphMl);
        xml.WriteAttributeString("id", "parley");
        xml.WriteAttributeString("edgedefault", "undirected");
        var nodes = NodeList.Of(network, settings);
        if (positions is not null)
            WriteLabelChoice(xml);
        for (var i = 0; i < nodes.Nodes.Count; i++)
            WriteNode(xml, i, nodes.Nodes[i], positions?[i]);
        foreach (var tie in network.Ties())
            WriteEdge(xml, tie, nodes.ColumnOffset, network.Aggregation, positions is not null);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void Key(XmlWriter xml, string id, string target, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement("key", GraphMl);
        xml.WriteAttributeString("id", id);
        xml.WriteAttributeString("for", target);
        foreach (var (name, value) in attributes)
            xml.WriteAttributeString(name, value);
        xml.WriteEndElement();
    }

    private static void WriteLabelChoice(XmlWriter xml)
    {
        xml.WriteStartElement("data", GraphMl);
        xml.WriteAttributeString("key", "prop");
        xml.WriteStartElement("labelAttribute", Visone);
        xml.WriteAttributeString("edgeLabel", "weight");
        xml.WriteAttributeString("nodeLabel", "name");
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteNode(XmlWriter xml, int index, (string Label, string Variable, int Count, bool IsRow) node, (double X, double Y)? at)
    {
        xml.WriteStartElement("node", GraphMl);
        xml.WriteAttributeString("id", Id(index));
        Data(xml, "id", index.ToString(CultureInfo.InvariantCulture));
        Data(xml, "name", node.Label);
        Data(xml, "variable", node.Variable);
        Data(xml, "frequency", node.Count.ToString(CultureInfo.InvariantCulture));
        if (at is { } position)
        {
            xml.WriteStartElement("data", GraphMl);
            xml.WriteAttributeString("key", "d0");
            xml.WriteStartElement("shapeNode", Visone);
            xml.WriteStartElement("ShapeNode", Y);
            Empty(xml, "Geometry", ("height", "20.0"), ("width", "20.0"), ("x", Coordinate(position.X)), ("y", Coordinate(position.Y)));
            Empty(xml, "Fill", ("color", node.IsRow ? "#1f6fb2" : "#e0a030"), ("transparent", "false"));
            Empty(xml, "BorderStyle", ("color", "#000000"), ("type", "line"), ("width", "1.0"));
            xml.WriteElementString("NodeLabel", Y, XmlText.Clean(node.Label));
            Empty(xml, "Shape", ("type", node.IsRow ? "ellipse" : "roundrectangle"));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteEdge(XmlWriter xml, Tie tie, int columnOffset, Aggregation aggregation, bool drawn)
    {
        xml.WriteStartElement("edge", GraphMl);
        xml.WriteAttributeString("source", Id(tie.Row));
        xml.WriteAttributeString("target", Id(columnOffset + tie.Column));
        Data(xml, "weight", NetworkNumber.Full(tie.Weight));
        if (drawn)
        {
            xml.WriteStartElement("data", GraphMl);
            xml.WriteAttributeString("key", "e0");
            xml.WriteStartElement("polyLineEdge", Visone);
            xml.WriteStartElement("PolyLineEdge", Y);
            Empty(xml, "LineStyle", ("color", NodeList.Colour(tie.Weight, aggregation)), ("type", "line"), ("width", "2.0"));
            xml.WriteEndElement();
            xml.WriteEndElement();
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void Data(XmlWriter xml, string key, string value)
    {
        xml.WriteStartElement("data", GraphMl);
        xml.WriteAttributeString("key", key);
        xml.WriteString(XmlText.Clean(value));
        xml.WriteEndElement();
    }

    private static void Empty(XmlWriter xml, string name, params (string Name, string Value)[] attributes)
    {
        xml.WriteStartElement(name, Y);
        foreach (var (attribute, value) in attributes)
            xml.WriteAttributeString(attribute, value);
        xml.WriteEndElement();
    }

    private static string Id(int index) => string.Create(CultureInfo.InvariantCulture, $"n{index}");

    private static string Coordinate(double unit) => (unit * 600).ToString("F1", CultureInfo.InvariantCulture);
}
