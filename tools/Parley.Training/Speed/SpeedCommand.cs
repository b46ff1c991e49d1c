using System.CommandLine;
using System.Diagnostics;
using Parley.Exchange.Reports;
using Parley.Reading;

namespace Parley.Training.Speed;

/// <summary><c>measure speed</c>: words a second of the full reading, load time and resident memory.</summary>
internal static class SpeedCommand
{
    public static Command Create()
    {
        var file = new Argument<FileInfo>("reports") { Description = "Reports as JSON lines" };
        var threads = new Option<int[]>("--threads") { DefaultValueFactory = _ => [1, 2], Description = "Numbers of threads to try" };
        var rounds = new Option<int>("--rounds") { DefaultValueFactory = _ => 3, Description = "Rounds; the best counts" };
        var command = new Command("speed", "Words a second of the full reading.") { file, threads, rounds };
        command.SetAction(parsed => Run(parsed.GetValue(file)!, parsed.GetValue(threads)!, parsed.GetValue(rounds)));
        return command;
    }

    private static void Run(FileInfo file, int[] threads, int rounds)
    {
        var watch = Stopwatch.StartNew();
        var reader = ReportReader.Load();
        Console.WriteLine($"load {watch.Elapsed.TotalMilliseconds:F0} ms");
        var reports = File.ReadLines(file.FullName).Where(l => l.Length > 0).Select(ReportJsonLines.Read).ToList();
        var words = reports.Sum(r => r.Text.Original.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length);
        foreach (var report in reports.Take(20)) reader.Read(report);

        var stages = new StageTimes(reports, reader.Language, rounds);
        foreach (var (stage, cost) in stages.Reading().Concat(stages.Language())) Console.WriteLine($"  {stage,-12} {cost.Time.TotalMicroseconds / words,7:F2} µs a word, processor {cost.Bytes / words,7} bytes");
        foreach (var count in threads) Tell("full reading", count, rounds, words, r => reader.Read(r), reports);
        using var process = Process.GetCurrentProcess();
        Console.WriteLine($"resident {process.WorkingSet64 / 1e6:F0} MB, peak {process.PeakWorkingSet64 / 1e6:F0} MB");
    }

    private static void Tell(string what, int threads, int rounds, int words, Action<Report> work, List<Report> reports)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            if (threads == 1) reports.ForEach(work);
            else Parallel.ForEach(reports, new ParallelOptions { MaxDegreeOfParallelism = threads }, work);
            best = watch.Elapsed < best ? watch.Elapsed : best;
        }

        Console.WriteLine($"{what}, {threads} thread{(threads == 1 ? "" : "s")}: {words / best.TotalSeconds:F0} words/s ({words} words)");
    }
}
