using System.Text.Json;
using Parley.Analysis.Bargaining;

namespace Parley.Exchange.Forecasts;

/// <summary>Reads issues with known outcomes: JSON with "issues", each with id, prop, rp, outcome and actors (id, pos, sal, cap).</summary>
public static class DecidedIssuesFile
{
    /// <exception cref="ForecastFileException">A broken issue.</exception>
    public static IReadOnlyList<DecidedIssue> Read(string file, string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            return [.. json.RootElement.GetProperty("issues").EnumerateArray().Select(Issue)];
        }
        catch (JsonException problem)
        {
            throw new ForecastFileException(file, (int)(problem.LineNumber ?? 0) + 1, "not valid JSON here");
        }
        catch (Exception problem) when (problem is KeyNotFoundException or InvalidOperationException or BargainingException)
        {
            throw new ForecastFileException(file, $"expected issues with id, prop, outcome and actors (id, pos, sal, cap): {problem.Message}");
        }
    }

    private static DecidedIssue Issue(JsonElement issue)
    {
        var actors = issue.GetProperty("actors").EnumerateArray().Where(a => a.GetProperty("pos").ValueKind == JsonValueKind.Number).ToList();
        IReadOnlyList<IReadOnlyList<double>> Column(string name) => [.. actors.Select(a => (IReadOnlyList<double>)[a.GetProperty(name).GetDouble()])];
        var id = issue.GetProperty("id").GetString()!;
        return new(
            id, issue.GetProperty("prop").GetString()!,
            new([.. actors.Select(a => a.GetProperty("id").GetString()!)], [id], [.. actors.Select(a => a.GetProperty("cap").GetDouble())], Column("pos"), Column("sal")),
            issue.TryGetProperty("rp", out var reference) && reference.ValueKind == JsonValueKind.Number ? reference.GetDouble() : null,
            issue.GetProperty("outcome").GetDouble());
    }
}
