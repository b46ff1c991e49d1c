using System.Globalization;
using System.Text;
using Parley.Analysis.Networks;
using Parley.Cli.Output;
using Parley.Exchange.Networks;
using Parley.Exchange.Pictures;
using Spectre.Console;

namespace Parley.Cli.Commands;

/// <summary>Writes networks and results in the format asked for, to a file, to several, or to standard output.</summary>
internal sealed class NetworksWriter(
    NetworksOutput output, NetworkSettings settings, Func<Network, Tie, IReadOnlyList<string>>? behind, CancellationToken cancellationToken)
{
    private const int MostTies = 40;

    public void Write(IEnumerable<Network> networks, bool series)
    {
        switch (output.Format)
        {
            case "edges":
                To(output.Path, text => NetworkTieFiles.WriteEdges(networks, text));
                break;
            case "gexf":
                To(output.Path, text => GexfFile.Write(networks, settings, text));
                break;
            case "json":
                To(output.Path, stream => NetworkJson.Write(networks, stream, behind));
                break;
            case "table" or "md":
                Write(networks.Select(Ties), output);
                break;
            default:
                WriteEach(networks, series);
                break;
        }
    }

    public static void Write(ResultTable table, NetworksOutput output) => Write([table], output);

    public static void To(string? path, Action<TextWriter> write)
    {
        using var writer = path is null ? null : new StreamWriter(path, append: false, new UTF8Encoding(false));
        write(writer ?? Terminal.Output);
        (writer ?? Terminal.Output).Flush();
    }

    private static void Write(IEnumerable<ResultTable> tables, NetworksOutput output) => To(output.Path, text =>
    {
        foreach (var table in tables)
        {
            if (output.Format == "csv")
                table.WriteCsv(text);
            else if (output.Format == "json")
                table.WriteJson(text);
            else if (output.Format == "md")
                table.WriteMarkdown(text);
            else
                Print(table, text);
        }
    });

    private static void To(string? path, Action<Stream> write)
    {
        using var stream = path is null ? Console.OpenStandardOutput() : File.Create(path);
        write(stream);
    }

    private void WriteEach(IEnumerable<Network> networks, bool series)
    {
        var number = 0;
        foreach (var network in networks)
        {
            number++;
            var path = series && output.Path is { } pattern ? Numbered(pattern, number, network) : output.Path;
            if (path is null && number > 1)
                Terminal.Output.Write("\n\n");
            To(path, text => WriteOne(network, text));
        }
    }

    private void WriteOne(Network network, TextWriter text)
    {
        switch (output.Format)
        {
            case "csv":
                NetworkMatrixFiles.WriteCsv(network, text);
                break;
            case "dl":
                NetworkMatrixFiles.WriteDl(network, text);
                break;
            case "pajek":
                NetworkTieFiles.WritePajek(network, text);
                break;
            case "graphml":
                GraphMlFiles.WritePlain(network, settings, text);
                break;
            case "visone":
                GraphMlFiles.WriteVisone(network, settings, new StressLayout().Place(network, cancellationToken), text);
                break;
            default:
                text.Write(NetworkPicture.Draw(network, $"{settings.Rows} by {settings.Columns}, {NetworkTime.Day(network.Start)} to {NetworkTime.Day(network.Stop)}", cancellationToken: cancellationToken));
                break;
        }
    }

    private static string Numbered(string pattern, int number, Network network) => Path.Combine(
        Path.GetDirectoryName(pattern) ?? "",
        string.Create(CultureInfo.InvariantCulture, $"{Path.GetFileNameWithoutExtension(pattern)} {number:000} {NetworkTime.Day(network.Middle)}{Path.GetExtension(pattern)}"));

    private ResultTable Ties(Network network)
    {
        var ties = network.Ties().OrderByDescending(t => Math.Abs(t.Weight)).ToList();
        var nodes = network.Mode == NetworkMode.OneMode ? $"{network.Rows.Count} nodes" : $"{network.Rows.Count} × {network.Columns.Count} nodes";
        var shown = ties.Count > MostTies ? $", the {MostTies} strongest" : "";
        return new(
            $"{NetworkTime.Day(network.Start)} to {NetworkTime.Day(network.Stop)}: {network.StatementCount} statements, {nodes}, {ties.Count} ties{shown}",
            ["from", "to", "weight", .. behind is null ? Array.Empty<string>() : ["statements behind"]],
            [.. ties.Take(MostTies).Select(t => (IReadOnlyList<object>)
                [network.Rows[t.Row], network.Columns[t.Column], t.Weight, .. behind is null ? Array.Empty<object>() : [string.Join(' ', behind(network, t))]])]);
    }

    private static void Print(ResultTable table, TextWriter text)
    {
        var console = Terminal.ConsoleFor(text == Terminal.Output ? null : text);
        console.WriteLine(table.Title);
        var grid = new Table { Border = TableBorder.Rounded };
        foreach (var column in table.Columns)
            grid.AddColumn(Markup.Escape(column));
        foreach (var row in table.Rows)
            grid.AddRow([.. row.Select(cell => Markup.Escape(cell is DateTime time ? NetworkTime.Plain(time) : ResultTable.Text(cell, "0.####")))]);
        console.Write(grid);
    }
}
