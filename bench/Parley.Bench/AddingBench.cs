using System.Diagnostics;
using Parley.Dossiers;
using Parley.Exchange.Reports;
using Parley.Reading;
using Parley.Storage.Sqlite;

namespace Parley.Bench;

/// <summary>Reads reports with the real reader and adds them: processor time of reading and of storing, and memory as the dossier grows.</summary>
/// <remarks>Reports of a JSONL file as they are; or, where more are asked for, made of them: paragraphs of three, drawn by a seed.</remarks>
internal static class AddingBench
{
    private const int Steps = 5;

    public static async Task<int> RunAsync(string jsonl, int made)
    {
        var given = (await File.ReadAllLinesAsync(jsonl)).Select(ReportJsonLines.Read).ToList();
        var texts = given.ConvertAll(r => r.Text.Original.Split("\n\n"));
        var reports = made > 0 ? made : given.Count;
        var folder = Directory.CreateTempSubdirectory("parley-adding-").FullName;
        var file = Path.Combine(folder, "adding.parley");
        await SqliteDossiers.CreateAsync(file, "adding", TimeProvider.System, default);
        await using (var dossier = await Dossier.OpenAsync(await SqliteDossiers.OpenAsync(file, default), TimeProvider.System, default))
        {
            var reader = ReportReader.Load();
            var (reading, storing, length) = (0.0, 0.0, 0L);
            for (var n = 0; n < reports; n++)
            {
                var report = made > 0 ? Report(texts, n) : given[n];
                length += report.Text.Length;
                var (read, time) = Time(() => reader.Read(report));
                reading += time;
                storing += await TimeAsync(() => dossier.AddAsync(report, read, default));
                if ((n + 1) % Math.Max(1, reports / Steps) == 0)
                    Console.WriteLine($"{n + 1} reports of {length / (n + 1)} characters: reading {reading / (n + 1):0.0} ms of processor a report, storing {storing / (n + 1):0.0} ms ({100 * storing / reading:0} %); memory {GC.GetTotalMemory(forceFullCollection: true) / 1e6:0} MB, working set {Environment.WorkingSet / 1e6:0} MB");
            }
        }

        Directory.Delete(folder, recursive: true);
        return 0;
    }

    private static Report Report(List<string[]> texts, int number)
    {
        var random = new Random(number);
        var paragraphs = Enumerable.Range(0, 3).SelectMany(_ => texts[random.Next(texts.Count)]).ToArray();
        random.Shuffle(paragraphs);
        PublicationDate.TryParse($"2026-{1 + (number % 12):00}-{1 + (number % 28):00}", out var day);
        return new($"made-{number}", new(string.Join("\n\n", paragraphs) + $"\n\nReport number {number}.")) { Outlet = $"Outlet {number % 30}", Published = day };
    }

    private static (T, double) Time<T>(Func<T> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var made = work();
        process.Refresh();
        return (made, (process.TotalProcessorTime - before).TotalMilliseconds);
    }

    private static async Task<double> TimeAsync(Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        await work();
        process.Refresh();
        return (process.TotalProcessorTime - before).TotalMilliseconds;
    }
}
