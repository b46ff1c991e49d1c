using Parley.Analysis.Networks;
using Parley.Exchange.Networks;

namespace Parley.Cli.Commands;

/// <summary>A file of statements read for one computation: the table of the variables it needs, and the settings with their names filled in.</summary>
internal sealed record NetworksInput(StatementFile File, StatementTable Table, NetworkSettings Settings)
{
    private static readonly string[] UsualRows = ["party", "actor", "organization", "organisation", "person"];
    private static readonly string[] UsualColumns = ["issue", "concept", "proposition"];
    private static readonly string[] UsualQualifiers = ["agreement", "stance"];

    /// <param name="all">Every variable rather than those that the network needs.</param>
    public static NetworksInput Read(NetworksRequest request, bool all = false, bool columnsNeeded = true)
    {
        var file = request.Dossier is { } held ? DossierStatementFile.Of(request.File, held) : Plain(request);
        var rows = request.Rows ?? Usual(file, UsualRows, "--rows", request.File);
        var columns = request.Columns ?? (columnsNeeded ? Usual(file, UsualColumns, "--columns", request.File) : rows);
        var qualifier = request.Qualifier ?? Array.Find(UsualQualifiers, file.Variables.Contains);
        var settings = request.Settings with
        {
            Rows = rows,
            Columns = columns,
            Qualifier = qualifier,
            From = request.Settings.From ?? file.First,
            To = request.Settings.To ?? file.Last,
        };
        IEnumerable<string> needed = [rows, columns, .. settings.Exclusions.Select(e => e.Variable), .. qualifier is null ? [] : new[] { qualifier }];
        return new(file, request.Dossier?.Table ?? file.Table(all ? file.Variables : needed, request.TextVariables), settings);
    }

    /// <summary>The names of the statements behind a tie: entries of a dossier, or the column id; null where the file has none.</summary>
    public Func<Network, Tie, IReadOnlyList<string>>? Behind()
    {
        var name = File.Variables.Contains(DossierStatementFile.Entry) ? DossierStatementFile.Entry : "id";
        if (!File.Variables.Contains(name))
            return null;
        var evidence = new NetworkEvidence(Table, Settings);
        return (network, tie) => [.. evidence.Behind(network, tie).Select(s => File.Field(Table.SourceRowOf(s), name))];
    }

    private static StatementFile Plain(NetworksRequest request)
    {
        using var reader = Open(request.File);
        var file = new StatementFile(FieldTable.Read(request.File, reader), request.Documents is { } path ? Documents(path) : null);
        return file.Count > 0 ? file : throw new StatementFileException(request.File, "expected at least one statement, found none");
    }

    private static FieldTable Documents(string path)
    {
        using var reader = Open(path);
        return Path.GetExtension(path).Equals(".json", StringComparison.OrdinalIgnoreCase)
            ? FieldTable.ReadJson(path, reader, "documents")
            : FieldTable.Read(path, reader);
    }

    public static TextReader Open(string path)
    {
        if (path == "-")
            return Console.In;
        if (!System.IO.File.Exists(path))
            throw new StatementFileException(path, "no such file");
        return new StreamReader(path);
    }

    private static string Usual(StatementFile file, string[] names, string option, string path) => Array.Find(names, file.Variables.Contains)
        ?? throw new StatementFileException(path, 1, $"expected a column {string.Join(" or ", names)}, or {option} with one of {string.Join(", ", file.Variables)}");
}
