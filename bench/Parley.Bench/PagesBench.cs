using System.Diagnostics;

namespace Parley.Bench;

/// <summary>Serves a dossier in this process and times every page and every list of the API: the first time, and the median of five more.</summary>
internal static class PagesBench
{
    private const int Runs = 5;

    public static async Task<int> RunAsync(string location, string[] paths)
    {
        var warm = paths is ["--warm", ..];
        if (warm) paths = paths[1..];
        var watch = Stopwatch.StartNew();
        await using var workbench = await OpenWorkbench.StartAsync(location, warm: warm);
        if (warm)
        {
            await workbench.WarmAsync();
            Console.WriteLine($"open and warm after {watch.Elapsed.TotalSeconds:0.0} s");
        }

        using var client = await workbench.ReaderAsync();
        Console.WriteLine($"{"",-44}{"first",8}{"processor",11}{"median",8}{"processor",11}{"kB",8}   milliseconds from the request to the last byte, median of {Runs}");
        var failed = false;
        foreach (var path in paths.Length > 0 ? paths : (await workbench.PagesAsync()).Concat(await workbench.ListsAsync(client)))
        {
            var first = await TimeAsync(client, path);
            List<Timed> runs = [];
            for (var run = 0; run < Runs; run++) runs.Add(await TimeAsync(client, path));
            failed |= first.Status != 200;
            Console.WriteLine($"{path,-44}{first.Wall,8:0}{first.Cpu,11:0}{Median(runs.Select(r => r.Wall)),8:0}{Median(runs.Select(r => r.Cpu)),11:0}{first.Bytes / 1000.0,8:0}{(first.Status == 200 ? "" : $"   {first.Status}")}");
        }

        return failed ? 1 : 0;
    }

    private static double Median(IEnumerable<double> values) => values.Order().ElementAt(Runs / 2);

    private static async Task<Timed> TimeAsync(HttpClient client, string path)
    {
        using var process = Process.GetCurrentProcess();
        var (watch, before) = (Stopwatch.StartNew(), process.TotalProcessorTime);
        using var answer = await client.GetAsync(path);
        var bytes = (await answer.Content.ReadAsByteArrayAsync()).Length;
        process.Refresh();
        return new(watch.Elapsed.TotalMilliseconds, (process.TotalProcessorTime - before).TotalMilliseconds, bytes, (int)answer.StatusCode);
    }

    private readonly record struct Timed(double Wall, double Cpu, int Bytes, int Status);
}
