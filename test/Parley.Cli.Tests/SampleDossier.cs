using Parley.Dossiers;
using Parley.Exchange.Reports;
using Parley.Reading;
using Parley.Storage.Sqlite;

namespace Parley.Cli.Tests;

/// <summary>The sample dossier, read by the real reader: thirty reports of three months on one invented negotiation.</summary>
public sealed class SampleDossier : IAsyncLifetime
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parley-sample-").FullName;

    public Dossier Dossier { get; private set; } = null!;

    public string File => Path.Combine(_folder, "sample.parley");

    public async ValueTask InitializeAsync()
    {
        await SqliteDossiers.CreateAsync(File, "River toll", TimeProvider.System, default);
        Dossier = await Dossier.OpenAsync(await SqliteDossiers.OpenAsync(File, default), TimeProvider.System, default);
        var reader = ReportReader.Load();
        await foreach (var line in System.IO.File.ReadLinesAsync(Path.Combine(Command.Samples, "dossier", "reports.jsonl")))
        {
            var report = ReportJsonLines.Read(line);
            await Dossier.AddAsync(report, reader.Read(report), default);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await Dossier.DisposeAsync();
        Directory.Delete(_folder, recursive: true);
    }
}
