using System.CommandLine;
using System.Diagnostics;
using Parley.Language;
using Parley.Reading;
using Parley.Reading.Actors;

namespace Parley.Training.Actors;

/// <summary><c>measure actors</c>: speakers and parties, given an analyst's statements.</summary>
internal static class ActorCommands
{
    public static Command Measure()
    {
        var gold = new Option<DirectoryInfo>("--gold") { Description = "A folder of *.gold.json", Required = true };
        var errors = new Option<bool>("--errors") { Description = "Show every wrong speaker and the actors found" };
        var command = new Command("actors", "Measure who speaks and for whom, given the statements of gold readings") { gold, errors };
        command.SetAction(parsed =>
        {
            var language = EnglishLanguage.Load();
            var (actorReader, speakerReader) = (new ActorReader(), new SpeakerReader());
            var (all, right, party, wrong, words) = (0, 0, 0, 0, 0);
            var reports = parsed.GetValue(gold)!.GetFiles("*.gold.json").OrderBy(f => f.Name, StringComparer.Ordinal).Select(f => GoldReport.Load(f.FullName)).ToList();
            foreach (var report in reports)
            {
                var document = language.Analyze(report.Report.Text);
                words += document.Tokens.Length;
                var table = actorReader.Read(document, report.Attributions);
                var statements = speakerReader.Read(document, table, [], report.Attributions);
                if (parsed.GetValue(errors)) Show(report, document, table);
                for (var i = 0; i < statements.Length; i++)
                {
                    var speaker = statements[i].Speaker is { } id ? table[id] : null;
                    var wanted = report.Speakers[i] is { } name ? report.Actors[name] : null;
                    var wantedParty = wanted?.SpeaksFor is { } boss ? report.Actors[boss] : wanted;
                    var (ok, okParty) = (Same(speaker, wanted), Same(speaker is null ? null : table.PartyOf(speaker), wantedParty));
                    all++;
                    if (ok) right++;
                    if (okParty) party++;
                    else if (speaker is not null) wrong++;
                    if (parsed.GetValue(errors) && !(ok && okParty))
                    {
                        var source = string.Join(" … ", report.Attributions[i].Source.Select(document.Slice));
                        Console.WriteLine($"  s{i + 1} [{source}] {(ok ? "" : $"speaker {speaker?.Name ?? "-"}, not {wanted?.Name ?? "-"}; ")}{(okParty ? "" : $"party {(speaker is null ? "-" : table.PartyOf(speaker).Name)}, not {wantedParty?.Name ?? "-"}")}");
                    }
                }
            }

            Console.WriteLine($"{reports.Count} reports, {all} statements: speaker {100.0 * right / all:0.0} %, party {100.0 * party / all:0.0} %, wrong party named {100.0 * wrong / all:0.0} %");
            Console.WriteLine($"{Speed(reports, language, actorReader, speakerReader):0} words a second");
        });
        return command;
    }

    private static bool Same(Actor? actor, GoldActor? gold)
    {
        if (actor is null || gold is null) return actor is null && gold is null;
        return gold.Names.Contains(GoldReport.Plain(actor.Name)) || gold.Kind == "state" && actor.Kind == ActorKind.State && gold.Country is not null && gold.Country == actor.Country;
    }

    private static void Show(GoldReport report, Document document, ActorTable table)
    {
        Console.WriteLine($"== {report.Id}");
        foreach (var actor in table.Actors)
            Console.WriteLine($"    {actor.Id} {actor.Name} [{actor.Kind}] {actor.Country} role: {actor.Role ?? "-"} for: {(actor.SpeaksFor is { } id ? table[id].Name : "-")} | {string.Join(" | ", actor.Mentions.Select(document.Slice))}");
        foreach (var gold in report.Actors.Values.Where(g => !table.Actors.Any(a => Same(a, g)))) Console.WriteLine($"    missing: {gold.Name}");
        foreach (var actor in table.Actors.Where(a => !report.Actors.Values.Any(g => Same(a, g)))) Console.WriteLine($"    spare: {actor.Name}");
    }

    private static double Speed(List<GoldReport> reports, EnglishLanguage language, ActorReader actorReader, SpeakerReader speakerReader)
    {
        var documents = reports.Select(r => (language.Analyze(r.Report.Text), r.Attributions)).ToList();
        var fastest = double.MaxValue;
        for (var round = 0; round < 20; round++)
        {
            var watch = Stopwatch.StartNew();
            foreach (var (document, attributions) in documents) speakerReader.Read(document, actorReader.Read(document, attributions), [], attributions);
            fastest = Math.Min(fastest, watch.Elapsed.TotalSeconds);
        }

        return documents.Sum(d => d.Item1.Tokens.Length) / fastest;
    }
}
