using System.Diagnostics;
using System.Text;
using Parley.Dossiers;
using Parley.Dossiers.Answers;
using Parley.Storage.Postgres;
using Parley.Storage.Sqlite;

namespace Parley.Bench;

/// <summary>Makes a large dossier where there is none, then times opening and answers in this process: first time and best of five.</summary>
internal static class DossierBench
{
    public static async Task<int> RunAsync(string location, int reports)
    {
        if (await BeginAsync(location)) await FillAsync(location, reports);
        await AnswersAsync(location);
        return 0;
    }

    private static async Task<bool> BeginAsync(string location)
    {
        try
        {
            if (PostgresDossiers.Names(location)) await PostgresDossiers.CreateAsync(location, "bench", TimeProvider.System, default);
            else await SqliteDossiers.CreateAsync(location, "bench", TimeProvider.System, default);
            return true;
        }
        catch (DossierException e) when (e.Message.Contains("already", StringComparison.Ordinal))
        {
            return false;
        }
    }

    private static async Task FillAsync(string location, int reports)
    {
        var chronicle = new Chronicle(1);
        await using var dossier = await OpenAsync(location);
        var (text, storing) = (0L, 0.0);
        for (var n = 0; n < reports; n++)
        {
            var (report, reading) = chronicle.Report(n);
            text += Encoding.UTF8.GetByteCount(report.Text.Original);
            storing += (await TimeAsync(() => dossier.AddAsync(report, reading, default))).Cpu;
            if (n % 2500 == 2499) Console.WriteLine($"{n + 1} reports: {storing / (n + 1):0.00} ms of processor a report, memory {GC.GetTotalMemory(forceFullCollection: true) / 1e6:0} MB, working set {Environment.WorkingSet / 1e6:0} MB");
        }

        Console.WriteLine($"text {text / 1e6:0.0} MB");
        if (File.Exists(location)) Console.WriteLine($"file {new FileInfo(location).Length / 1e6:0.0} MB, {new FileInfo(location).Length / (double)text:0.00} × the text");
    }

    private static async Task AnswersAsync(string location)
    {
        await OpenOnceAsync(location); // loads the driver, which a serving process has done
        for (var run = 0; run < 5; run++) Console.WriteLine($"open: {Say(await OpenOnceAsync(location))}; open and load: {Say(await LoadOnceAsync(location))}");
        (string Name, Func<Dossier, Task> Ask)[] questions =
        [
            ("matrix", d => d.MatrixAsync(new(), null, default)),
            ("matrix compared", d => d.MatrixAsync(new(), new(2025, 6, 1), default)),
            ("changes of a week", d => d.ChangesAsync(new() { Since = new(2025, 12, 20) }, default)),
            ("contradictions (50)", d => d.ContradictionsAsync(new() { Limit = 50 }, 14, default)),
            ("statements of a party (50)", d => d.StatementsAsync(new() { Parties = ["Norland"], Limit = 50 }, default)),
            ("statements by words (50)", d => d.StatementsAsync(new() { Words = "norland", Limit = 50 }, default)),
            ("calendar of a month", d => d.CalendarAsync(new() { Since = new(2025, 12, 1), AsOf = new(2025, 12, 31) }, default)),
            ("calendar (100)", d => d.CalendarAsync(new() { Limit = 100 }, default)),
            ("agreement", d => d.AgreementAsync(new(), default)),
            ("silence", d => d.SilenceAsync(new(), 14, default)),
            ("sources", d => d.SourcesAsync(new(), default)),
            ("timeline of a month", d => d.TimelineAsync(new() { Since = new(2025, 12, 1) }, default)),
        ];
        Console.WriteLine($"{"",-28}{"at once",16}{"loaded",16}{"again",16}   milliseconds, and of processor time; at once: with opening and loading; loaded: the first question after it; again: best of five");
        foreach (var (name, ask) in questions)
        {
            var (first, loaded) = ((Wall: double.MaxValue, Cpu: double.MaxValue), (Wall: double.MaxValue, Cpu: double.MaxValue));
            for (var run = 0; run < 5; run++)
            {
                first = Least(first, await TimeAsync(async () =>
                {
                    await using var fresh = await OpenAsync(location);
                    await ask(fresh);
                }));
                await using var ready = await OpenAsync(location);
                await ReadyAsync(ready);
                loaded = Least(loaded, await TimeAsync(() => ask(ready)));
            }

            await using var dossier = await OpenAsync(location);
            await ask(dossier);
            var best = (Wall: double.MaxValue, Cpu: double.MaxValue);
            for (var run = 0; run < 5; run++) best = Least(best, await TimeAsync(() => ask(dossier)));
            Console.WriteLine($"{name,-28}{Say(first),16}{Say(loaded),16}{Say(best),16}");
        }
    }

    private static async Task<(double Wall, double Cpu)> OpenOnceAsync(string location) => await TimeAsync(async () =>
    {
        await using var dossier = await OpenAsync(location);
    });

    private static async Task<(double Wall, double Cpu)> LoadOnceAsync(string location) => await TimeAsync(async () =>
    {
        await using var dossier = await OpenAsync(location);
        await ReadyAsync(dossier);
    });

    private static async Task ReadyAsync(Dossier dossier)
    {
        var view = await dossier.ViewAsync(default);
        _ = (view.Positions.Count, view.Statements.Length);
    }

    private static (double Wall, double Cpu) Least((double Wall, double Cpu) a, (double Wall, double Cpu) b) => (Math.Min(a.Wall, b.Wall), Math.Min(a.Cpu, b.Cpu));

    private static string Say((double Wall, double Cpu) time) => $"{time.Wall:0} ({time.Cpu:0})";

    private static async Task<(double Wall, double Cpu)> TimeAsync(Func<Task> work)
    {
        using var process = Process.GetCurrentProcess();
        var (watch, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        await work();
        process.Refresh();
        return (watch.Elapsed.TotalMilliseconds, (process.TotalProcessorTime - before).TotalMilliseconds);
    }

    private static async Task<Dossier> OpenAsync(string location) => await Dossier.OpenAsync(
        PostgresDossiers.Names(location) ? await PostgresDossiers.OpenAsync(location, default) : await SqliteDossiers.OpenAsync(location, default), TimeProvider.System, default);
}
