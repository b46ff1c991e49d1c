using Parley.Analysis.Networks;
using Parley.Cli.Output;
using Parley.Exchange.Networks;

namespace Parley.Cli.Commands;

/// <summary>Measures how far the coders of a file agree.</summary>
internal static class AgreementRun
{
    public static int Run(string path, AgreementScale scale, NetworksOutput output)
    {
        using var reader = NetworksInput.Open(path);
        var table = FieldTable.Read(path, reader);
        foreach (var column in new[] { "unit", "coder", "value" })
        {
            if (!table.Has(column))
                throw new StatementFileException(path, 1, $"expected the columns unit, coder and value, found {string.Join(", ", table.Columns)}");
        }

        var ratings = Enumerable.Range(0, table.Count).Where(i => table.Get(i, "value").Length > 0)
            .Select(i => new Rating(table.Get(i, "unit"), table.Get(i, "coder"), table.Get(i, "value"))).ToList();
        var found = new CoderAgreement().Measure(ratings, scale);
        NetworksWriter.Write(
            new(
                $"{found.Units} units, {found.Coders} coders, {found.Pairable} ratings that can be paired", ["measure", "value"],
                [["Krippendorff's alpha", found.Alpha], ["Cohen's kappa", found.Kappa], ["percent agreement", found.Percent * 100]]),
            output);
        return ExitCode.Done;
    }
}
