namespace Parley.Dossiers.Tests.Made;

internal static class TestDossier
{
    public static readonly StoppedClock Clock = new("2026-06-30T12:00:00Z");

    public static Task<Dossier> OpenAsync(MemoryStore? store = null) => Dossier.OpenAsync(store ?? new(), Clock, CancellationToken.None);

    public static async Task<int> AddAsync(this Dossier dossier, ReportMaker maker, string? id = null)
    {
        var (report, reading) = maker.Make(id);
        return (await dossier.AddAsync(report, reading, CancellationToken.None)).Report;
    }
}
