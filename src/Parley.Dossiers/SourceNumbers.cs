using Parley.Dossiers.Reports;

namespace Parley.Dossiers;

/// <summary>Numbers the outlets, so that independent sources are counted without comparing names.</summary>
internal static class SourceNumbers
{
    /// <summary>By report: its outlet's, or that of the report it repeats; one of its own where that names none.</summary>
    public static int[] Of(ReportHead?[] reports, int[] original)
    {
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        var sources = new int[reports.Length];
        for (var i = 1; i < reports.Length; i++)
        {
            if (reports[original[i]] is not { } head) continue;
            var name = head.Outlet ?? $"#{head.Number}";
            if (!numbers.TryGetValue(name, out var number)) numbers[name] = number = numbers.Count;
            sources[i] = number;
        }

        return sources;
    }
}
