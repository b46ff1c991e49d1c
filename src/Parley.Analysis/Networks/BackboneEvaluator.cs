namespace Parley.Analysis.Networks;

/// <summary>How far the network of some of the columns lies from the network of all.</summary>
public sealed class BackboneEvaluator
{
    private readonly StatementSelection selection;
    private readonly NetworkMaker maker;
    private readonly NetworkSpectrum spectrum;
    private readonly StatementVariable columns;
    private readonly int[] codes;
    private readonly double[] whole;
    private readonly CancellationToken cancellationToken;

    /// <exception cref="NetworkException">A two-mode network, or no statements.</exception>
    public BackboneEvaluator(StatementTable table, NetworkSettings settings, CancellationToken cancellationToken = default)
    {
        if (settings.Mode != NetworkMode.OneMode)
            throw new NetworkException("a backbone belongs to a one-mode network");
        settings.Check(table);
        this.cancellationToken = cancellationToken;
        selection = new StatementSelector().Select(table, settings);
        maker = new(selection, settings with { Isolates = true }, kernel: false);
        spectrum = new(settings.Convention);
        columns = table.Variable(settings.Columns);
        codes = [.. selection.Kept.Select(s => columns.Codes[s]).Distinct().Order()];
        if (codes.Length == 0)
            throw new NetworkException("no statements are left for a backbone");
        whole = Spectrum(Enumerable.Repeat(true, codes.Length).ToArray());
    }

    /// <summary>The columns in use, in label order.</summary>
    public IReadOnlyList<string> Columns => [.. codes.Select(c => columns.Levels[c])];

    /// <summary>The loss of a backbone by names, and that of the columns it leaves out.</summary>
    /// <exception cref="NetworkException">A name that is no column.</exception>
    public (double Backbone, double Redundant) Evaluate(IReadOnlyCollection<string> backbone, double penalty = 0)
    {
        if (backbone.FirstOrDefault(name => !Columns.Contains(name)) is { } unknown)
            throw new NetworkException($"no column '{unknown}' among {string.Join(", ", Columns)}");
        bool[] inside = [.. Columns.Select(backbone.Contains)];
        return (Penalised(inside, penalty), Penalised([.. inside.Select(i => !i)], penalty));
    }

    internal double Loss(bool[] inside) => NetworkSpectrum.Distance(whole, Spectrum(inside));

    internal double Penalised(bool[] inside, double penalty) =>
        Loss(inside) * Math.Exp(-penalty * inside.Count(i => !i) / inside.Length);

    internal int StatementCount(bool[] inside) => Statements(inside).Length;

    internal IReadOnlyList<string> Names(bool[] inside) => [.. Columns.Where((_, c) => inside[c])];

    private double[] Spectrum(bool[] inside) => spectrum.Of(maker.Make(Statements(inside), [], default, cancellationToken));

    private int[] Statements(bool[] inside)
    {
        var wanted = new bool[columns.Levels.Count];
        for (var c = 0; c < codes.Length; c++)
            wanted[codes[c]] = inside[c];
        return Array.FindAll(selection.Kept, s => wanted[columns.Codes[s]]);
    }
}
