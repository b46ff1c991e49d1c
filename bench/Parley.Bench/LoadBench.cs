using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace Parley.Bench;

/// <summary>
/// Twenty readers, each of whom opens a page and reads it for a second, and two coders who edit the same three entries, each after a
/// look of one to three seconds, on a copy of a dossier. Counts errors, times answers, and looks for edits that were said to be kept and are not, or that took the
/// place of one their coder had not seen.
/// </summary>
internal sealed class LoadBench(OpenWorkbench workbench, double minutes)
{
    private const int Readers = 20;
    private const int Coders = 2;
    private static readonly TimeSpan Reading = TimeSpan.FromSeconds(1);
    private readonly ConcurrentBag<(string Path, double Milliseconds)> _read = [];
    private readonly ConcurrentBag<double> _edited = [];
    private readonly ConcurrentBag<(string Entry, int Seen, int Correction)> _kept = [];
    private readonly ConcurrentBag<string> _faults = [];
    private int _told;

    public static async Task<int> RunAsync(string file, double minutes)
    {
        var copy = Path.Combine(Directory.CreateTempSubdirectory("parley-load-").FullName, "copy.parley");
        File.Copy(file, copy);
        var unexpected = new ConcurrentBag<string>();
        await using (var workbench = await OpenWorkbench.StartAsync(copy, line => { if (line.StartsWith("error ", StringComparison.Ordinal)) unexpected.Add(line); }))
        {
            var code = await new LoadBench(workbench, minutes).RunAsync();
            foreach (var line in unexpected.Distinct().Take(5)) Console.WriteLine(line);
            if (code != 0) return code;
        }

        Directory.Delete(Path.GetDirectoryName(copy)!, recursive: true);
        return 0;
    }

    private async Task<int> RunAsync()
    {
        var pages = await workbench.PagesAsync();
        using (var first = await workbench.ReaderAsync())
            foreach (var page in pages) await first.GetStringAsync(page); // what is measured is the day, not its first minute
        var until = DateTime.UtcNow.AddMinutes(minutes);
        var readers = Enumerable.Range(0, Readers).Select(n => ReadAsync(pages, new Random(n), until));
        var coders = Enumerable.Range(0, Coders).Select(n => CodeAsync(n, new Random(100 + n), until));
        await Task.WhenAll(readers.Concat(coders));
        return await SayAsync();
    }

    private async Task ReadAsync(IReadOnlyList<string> pages, Random random, DateTime until)
    {
        using var client = await workbench.ReaderAsync();
        while (DateTime.UtcNow < until)
        {
            await Task.Delay(Reading * (0.5 + random.NextDouble()));
            var path = pages[random.Next(pages.Count)];
            var watch = Stopwatch.StartNew();
            try
            {
                using var answer = await client.GetAsync(path);
                await answer.Content.ReadAsByteArrayAsync();
                _read.Add((path, watch.Elapsed.TotalMilliseconds));
                if (answer.StatusCode != HttpStatusCode.OK) _faults.Add($"{path}: {(int)answer.StatusCode}");
            }
            catch (HttpRequestException e)
            {
                _faults.Add($"{path}: {e.Message}");
            }
        }
    }

    private async Task CodeAsync(int coder, Random random, DateTime until)
    {
        using var client = workbench.Coder();
        string[] acts = ["demand", "refuse"];
        for (var n = 0; DateTime.UtcNow < until; n++)
        {
            var entry = $"1/p{random.Next(1, 4)}";
            var found = await client.GetFromJsonAsync<JsonElement>($"/api/v1/entries/{entry}");
            var (seen, act) = (found.GetProperty("seen").GetInt32(), found.GetProperty("fields").GetProperty("act").GetString());
            await Task.Delay(random.Next(1000, 3000)); // thinks about it, while the other may be faster
            var watch = Stopwatch.StartNew();
            using var answer = await client.PatchAsJsonAsync($"/api/v1/entries/{entry}", new { fields = new { act = acts.First(a => a != act) }, seen, note = $"coder {coder}, edit {n}" });
            _edited.Add(watch.Elapsed.TotalMilliseconds);
            if (answer.StatusCode == HttpStatusCode.Conflict) Interlocked.Increment(ref _told);
            else if (answer.StatusCode == HttpStatusCode.OK) _kept.Add((entry, seen, (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("correction").GetInt32()));
            else _faults.Add($"{entry}: {(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}");
        }
    }

    private async Task<int> SayAsync()
    {
        var held = (await workbench.Dossier.ViewAsync(default)).Corrections.Select(c => c.Number).ToHashSet();
        var gone = _kept.Count(k => !held.Contains(k.Correction));
        var unseen = _kept.GroupBy(k => (k.Entry, k.Seen)).Sum(g => g.Count() - 1);
        Console.WriteLine($"{_read.Count} pages read: {Say(_read.Select(r => r.Milliseconds))}");
        foreach (var page in _read.GroupBy(r => r.Path).OrderByDescending(g => Percentile(g.Select(r => r.Milliseconds), 95)).Take(5)) Console.WriteLine($"  {page.Key,-44} {Say(page.Select(r => r.Milliseconds))}");
        Console.WriteLine($"{_edited.Count} edits: {Say(_edited)}; {_kept.Count} kept, {_told} told that another was faster, {gone} kept but gone, {unseen} over an edit not seen");
        Console.WriteLine($"{_faults.Count} errors{string.Concat(_faults.Distinct().Take(5).Select(f => $"\n  {f}"))}");
        return gone + unseen + _faults.Count == 0 ? 0 : 1;
    }

    private static string Say(IEnumerable<double> times) => times.ToList() is { Count: > 0 } all ? $"median {Percentile(all, 50):0} ms, p95 {Percentile(all, 95):0} ms, longest {all.Max():0} ms" : "none";

    private static double Percentile(IEnumerable<double> times, int percent) => times.Order().ToList() is var sorted ? sorted[Math.Min(sorted.Count - 1, sorted.Count * percent / 100)] : 0;
}
