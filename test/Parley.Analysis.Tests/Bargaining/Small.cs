using CsCheck;
using Parley.Analysis.Bargaining;

namespace Parley.Analysis.Tests.Bargaining;

internal static class Small
{
    public static Gen<(double Capability, double Position, double Salience)[]> Actors { get; } =
        Gen.Select(Gen.Int[100, 9999], Gen.Int[0, 99], Gen.Int[500, 9999]).Array[2, 8].Select(drawn => drawn.Select(d => (d.Item1 / 100.0, (double)d.Item2, d.Item3 / 100.0)).ToArray());

    public static Negotiation Issue(params (double Capability, double Position, double Salience)[] actors) => new(
        [.. actors.Select((_, i) => $"A{i}")], ["issue"], [.. actors.Select(a => a.Capability)],
        [.. actors.Select(a => (IReadOnlyList<double>)[a.Position])], [.. actors.Select(a => (IReadOnlyList<double>)[a.Salience])]);
}
