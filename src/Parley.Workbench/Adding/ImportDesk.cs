using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Security.Cryptography;
using Parley.Dossiers;
using Parley.Exchange.Reports;
using Parley.Workbench.Asking;

namespace Parley.Workbench.Adding;

/// <summary>Reads what was sent into the dossier, one import after the other, while pages ask how far it is.</summary>
internal sealed class ImportDesk(Dossier dossier, Desk desk, WorkbenchOptions options) : IAsyncDisposable
{
    private const int Kept = 50;
    private const int MostProblems = 200;
    private readonly ConcurrentDictionary<string, Job> _jobs = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly CancellationTokenSource _closing = new();

    public Import Start(ImmutableArray<Upload> uploads, Given given)
    {
        var job = new Job(new(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8)), ImportState.Waiting, uploads.Length, 0, [], 0, 0, []), CancellationTokenSource.CreateLinkedTokenSource(_closing.Token));
        _jobs[job.Now.Id] = job;
        _order.Enqueue(job.Now.Id);
        while (_order.Count > Kept && _order.TryDequeue(out var old)) _jobs.TryRemove(old, out _);
        job.Work = Task.Run(() => RunAsync(job, uploads, given));
        return job.Now;
    }

    /// <exception cref="DossierException">There is no such import.</exception>
    public Import Find(string id) => Known(id).Now;

    /// <summary>Stops an import; what was added stays.</summary>
    /// <exception cref="DossierException">There is no such import.</exception>
    public async Task<Import> CancelAsync(string id)
    {
        var job = Known(id);
        await job.Stop.CancelAsync();
        await job.Work;
        return job.Now;
    }

    public async ValueTask DisposeAsync()
    {
        await _closing.CancelAsync();
        await Task.WhenAll(_jobs.Values.Select(j => j.Work));
        _closing.Dispose();
        _turn.Dispose();
    }

    private Job Known(string id) => _jobs.GetValueOrDefault(id) ?? throw new DossierException($"there is no import {id}");

    private async Task RunAsync(Job job, ImmutableArray<Upload> uploads, Given given)
    {
        var stop = job.Stop.Token;
        var begun = false;
        try
        {
            await _turn.WaitAsync(stop);
            begun = true;
            job.Now = job.Now with { State = ImportState.Reading };
            using var fetcher = new PageFetcher(options.AllowPrivateAddresses);
            foreach (var upload in uploads)
            {
                try
                {
                    await foreach (var input in InputsAsync(fetcher, upload, stop)) await TakeAsync(job, input, upload.Name == "pasted text" ? given : given with { Title = null }, stop);
                }
                catch (Exception e) when (e is not OperationCanceledException)
                {
                    job.Tell(upload.Name, e is DossierException or FormatException or IOException ? e.Message : "could not be read: Parley met an error it did not expect");
                }

                job.Now = job.Now with { Finished = job.Now.Finished + 1 };
            }

            job.Now = job.Now with { State = ImportState.Done };
        }
        catch (OperationCanceledException)
        {
            job.Now = job.Now with { State = ImportState.Cancelled };
        }
        finally
        {
            if (begun) _turn.Release();
        }
    }

    /// <summary>A file that was sent is read as standard input is: nothing of its name reaches the disk.</summary>
    private static async IAsyncEnumerable<ReportInput> InputsAsync(PageFetcher fetcher, Upload upload, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        if (upload.Bytes is null && !upload.Name.StartsWith("http://", StringComparison.OrdinalIgnoreCase) && !upload.Name.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            yield return new(upload.Name, null, "is not an http or https address", 0);
            yield break;
        }

        using var stream = new MemoryStream(upload.Bytes ?? [], writable: false);
        var sources = new ReportSources(fetcher, () => stream);
        await foreach (var input in sources.ReadAsync([upload.Bytes is null ? upload.Name : "-"], cancellationToken))
            yield return upload.Bytes is not null && input.Where.StartsWith('-') ? input with { Where = upload.Name + input.Where[1..] } : input;
    }

    private async Task TakeAsync(Job job, ReportInput input, Given given, CancellationToken cancellationToken)
    {
        if (input.Problem is { } problem) job.Tell(input.Where, problem);
        if (input.Report is not { } bare) return;
        var report = bare with { Title = given.Title ?? bare.Title, Outlet = bare.Outlet ?? given.Outlet, Published = bare.Published ?? given.Published };
        if (await dossier.FindAsync(report, cancellationToken) > 0)
        {
            job.Now = job.Now with { Known = job.Now.Known + 1 };
            return;
        }

        var reading = desk.Reader.Read(report, cancellationToken);
        var addition = await dossier.AddAsync(report, reading, cancellationToken);
        job.Now = addition.Added
            ? job.Now with { Added = job.Now.Added.Add(addition.Report), Copies = job.Now.Copies + (addition.CopyOf > 0 ? 1 : 0) }
            : job.Now with { Known = job.Now.Known + 1 };
        if (addition.Added && reading.Statements.Length + reading.Positions.Length + reading.Meetings.Length + reading.Deadlines.Length == 0)
            job.Tell(input.Where, "was added, but nothing was read out of it: is it a report, and in English?");
    }

    private sealed class Job(Import now, CancellationTokenSource stop)
    {
        private volatile Import _now = now;

        public Import Now { get => _now; set => _now = value; }

        public CancellationTokenSource Stop => stop;

        public Task Work { get; set; } = Task.CompletedTask;

        public void Tell(string where, string what)
        {
            if (Now.Problems.Length < MostProblems) Now = Now with { Problems = Now.Problems.Add(new(where, what)) };
        }
    }
}
