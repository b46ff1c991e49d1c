using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Parley.Dossiers;
using Parley.Storage.Sqlite;

namespace Parley.Bench;

/// <summary>Kills an importing process at random moments and checks that the dossier opens, is whole, and holds all that was confirmed, once.</summary>
internal static class KillBench
{
    private const int Reports = 400;

    /// <summary>The process that is killed: says each report's key once it is kept.</summary>
    public static async Task<int> ImportAsync(string location, int count, int seed)
    {
        var chronicle = new Chronicle(seed);
        await using var dossier = await Dossier.OpenAsync(await SqliteDossiers.OpenAsync(location, default), TimeProvider.System, default);
        Console.WriteLine("open");
        for (var n = 0; n < count; n++)
        {
            var (report, reading) = chronicle.Report(n);
            if (await dossier.FindAsync(report, default) == 0) await dossier.AddAsync(report, reading, default);
            Console.WriteLine(report.Id);
        }

        return 0;
    }

    public static async Task<int> RunAsync(int times)
    {
        var folder = Directory.CreateTempSubdirectory("parley-kill-").FullName;
        var random = new Random(7);
        var (unreadable, lost, doubled, round, writing) = (0, 0, 0, 0, 0);
        string? location = null;
        for (var n = 0; n < times; n++)
        {
            if (location is null)
            {
                location = Path.Combine(folder, $"{round++}.parley");
                await SqliteDossiers.CreateAsync(location, "kill", TimeProvider.System, default);
            }

            var confirmed = await KilledAsync(location, random.Next(1, 700), sinceFirst: n % 4 != 0);
            if (confirmed.Count is > 0 and < Reports) writing++;
            try
            {
                var ids = await IdsAsync(location);
                lost += confirmed.Except(ids).Count();
                doubled += ids.Count - ids.Distinct(StringComparer.Ordinal).Count();
                if (ids.Count == Reports) location = null;
            }
            catch (Exception e) when (e is DossierException or SqliteException or InvalidDataException)
            {
                Console.WriteLine($"kill {n}: {e.Message}");
                unreadable++;
                location = null;
            }
        }

        if (location is not null)
        {
            await ImportAsync(location, Reports, 3);
            var ids = await IdsAsync(location);
            if (ids.Count != Reports || ids.Distinct(StringComparer.Ordinal).Count() != Reports) doubled++;
        }

        Directory.Delete(folder, recursive: true);
        Console.WriteLine($"{times} kills over {round} dossiers, {writing} of them between the first and the last report: {unreadable} unreadable, {lost} confirmed reports lost, {doubled} doubled");
        return unreadable + lost + doubled == 0 && writing > 0 ? 0 : 1;
    }

    /// <param name="sinceFirst">Whether the time runs from the first report that the process confirms, else from the dossier's being open.</param>
    private static async Task<List<string>> KilledAsync(string location, int afterMilliseconds, bool sinceFirst)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!, ["import", location, Reports.ToString(CultureInfo.InvariantCulture), "3"]) { RedirectStandardOutput = true };
        using var process = Process.Start(start)!;
        var confirmed = new List<string>();
        var begun = new TaskCompletionSource();
        var reading = Task.Run(async () =>
        {
            while (await process.StandardOutput.ReadLineAsync() is { } line)
            {
                if (line.StartsWith("report-", StringComparison.Ordinal)) confirmed.Add(line);
                if (!sinceFirst || confirmed.Count > 0) begun.TrySetResult();
            }
        });
        await Task.WhenAny(begun.Task, process.WaitForExitAsync());
        await Task.Delay(afterMilliseconds);
        process.Kill();
        await process.WaitForExitAsync();
        await reading;
        return confirmed;
    }

    private static async Task<List<string>> IdsAsync(string location)
    {
        await using (var connection = new SqliteConnection($"Data Source={location};Pooling=false"))
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
            command.CommandText = "PRAGMA integrity_check";
            if (await command.ExecuteScalarAsync() is not "ok") throw new InvalidDataException("the integrity check failed");
        }

        await using var dossier = await Dossier.OpenAsync(await SqliteDossiers.OpenAsync(location, default), TimeProvider.System, default);
        var view = await dossier.ViewAsync(default);
        foreach (var report in view.Reports) await dossier.ReadingAsync(report.Number, default);
        return [.. view.Reports.Select(r => r.Id)];
    }
}
