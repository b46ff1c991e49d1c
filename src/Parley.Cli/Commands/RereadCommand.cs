using System.CommandLine;
using Parley.Cli.Dossiers;
using Parley.Cli.Output;
using Parley.Dossiers;
using Parley.Dossiers.Corrections;
using Parley.Reading;

namespace Parley.Cli.Commands;

/// <summary><c>parley reread</c>: reads the dossier's reports again with this version's reader.</summary>
internal static class RereadCommand
{
    public static Command Create()
    {
        var dossier = DossierAction.Argument();
        var all = new Option<bool>("--all") { Description = "Also reports that this version has read already" };
        var quiet = new Option<bool>("--summary") { Description = "Only count what changed" };
        var command = new Command("reread", "Read the reports again with this version's reader; corrections are kept, and what changed is shown") { dossier, all, quiet };
        command.SetDossierAction(dossier, async (opened, parsed, cancellationToken) =>
        {
            var reader = ReportReader.Load();
            var name = $"parley {ReportReader.Version}";
            var view = await opened.ViewAsync(cancellationToken);
            var (read, changed) = (0, 0);
            foreach (var head in view.Reports.Where(r => parsed.GetValue(all) || r.Reader != name).ToList())
            {
                var rereading = await RereadAsync(opened, reader, head, cancellationToken);
                read++;
                if (!rereading.Changed) continue;
                changed++;
                if (!parsed.GetValue(quiet)) Show(head.Id, rereading);
            }

            Console.WriteLine($"{read} reports read again, {changed} of them differently");
            return ExitCode.Done;
        });
        return command;
    }

    private static async Task<Rereading> RereadAsync(Dossier dossier, ReportReader reader, Parley.Dossiers.Reports.ReportHead head, CancellationToken cancellationToken)
    {
        PublicationDate.TryParse(head.Published, out var published);
        var report = new Report(head.Id, await dossier.TextAsync(head.Number, cancellationToken)) { Title = head.Title, Outlet = head.Outlet, Url = head.Url, Published = published };
        return await dossier.RereadAsync(head.Number, reader.Read(report, cancellationToken), cancellationToken);
    }

    private static void Show(string report, Rereading rereading)
    {
        Console.WriteLine(report);
        foreach (var (sign, entries) in new[] { ("-", rereading.Gone), ("+", rereading.Found) })
            foreach (var e in entries) Console.WriteLine($"  {sign} {FieldText.Of(e.Kind)} {e.Id} \"{e.Words.ReplaceLineEndings(" ")}\" ({e.Fields})");
        foreach (var e in rereading.Altered)
        {
            Console.WriteLine($"  ~ {FieldText.Of(e.Id.Kind)} {e.Id} \"{e.Words.ReplaceLineEndings(" ")}\"");
            foreach (var (name, before, after) in e.Fields) Console.WriteLine($"      {name}: {Or(before)} → {Or(after)}");
        }
    }

    private static string Or(string value) => value.Length == 0 ? "nothing" : value.ReplaceLineEndings(" ");
}
