using System.CommandLine;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Parley.Cli.Dossiers;
using Parley.Cli.Output;
using Parley.Dossiers;
using Parley.Exchange.Answers;
using Parley.Exchange.Dossiers;

namespace Parley.Cli.Commands;

/// <summary><c>parley export</c>: a dossier in formats of other programs.</summary>
internal static class ExportCommand
{
    private static readonly JsonSerializerOptions Lines = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create()
    {
        var dossier = DossierAction.Argument();
        var format = new Option<string>("--format", "-f")
        {
            Description = "json (all of it, to be imported again), csv (a row a statement), annotations (W3C Web Annotation), events (PLOVER), ics (calendar), qdpx (REFI-QDA)",
            DefaultValueFactory = _ => "json",
        };
        format.AcceptOnlyFromAmong("json", "csv", "annotations", "events", "ics", "qdpx");
        var output = new Option<FileInfo>("--output", "-o") { Description = "File to write to", HelpName = "FILE", Required = true };
        var command = new Command("export", "Write a dossier in a format of other programs") { dossier, format, output };
        command.SetDossierAction(dossier, async (opened, parsed, cancellationToken) =>
        {
            var file = parsed.GetValue(output)!;
            try
            {
                await using var stream = file.Create();
                await WriteAsync(opened, parsed.GetValue(format)!, stream, cancellationToken);
                return ExitCode.Done;
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                throw new DossierException($"{file}: cannot be written: {e.Message}", e);
            }
        });
        return command;
    }

    private static async Task WriteAsync(Dossier dossier, string format, Stream stream, CancellationToken cancellationToken)
    {
        var now = TimeProvider.System.GetUtcNow();
        if (format == "json")
        {
            DossierJson.Write(await dossier.CopyAsync(cancellationToken), stream);
            return;
        }

        var reports = ReportWithEntries.AllAsync(dossier, cancellationToken);
        if (format == "qdpx")
        {
            await QdaProject.WriteAsync(dossier.Info.Name, reports, stream, now, cancellationToken);
            return;
        }

        await using var writer = new StreamWriter(stream, new UTF8Encoding(false), leaveOpen: true);
        if (format == "ics") await writer.WriteAsync(CalendarFile.Write(await dossier.CalendarAsync(new(), cancellationToken), dossier.Info.Name, now));
        else if (format == "csv") await WriteCsvAsync(reports, writer);
        else if (format == "events") await WriteLinesAsync(reports, PloverEvents.Of, writer);
        else await WriteLinesAsync(reports, WebAnnotations.Of, writer);
    }

    private static async Task WriteCsvAsync(IAsyncEnumerable<ReportWithEntries> reports, TextWriter writer)
    {
        var first = true;
        await foreach (var report in reports)
        {
            SheetWriter.WriteCsv(StatementsCsv.Of(report), writer, header: first);
            first = false;
        }
    }

    private static async Task WriteLinesAsync(IAsyncEnumerable<ReportWithEntries> reports, Func<ReportWithEntries, IEnumerable<JsonObject>> of, TextWriter writer)
    {
        await foreach (var report in reports)
            foreach (var line in of(report)) await writer.WriteAsync(line.ToJsonString(Lines) + "\n");
    }
}
