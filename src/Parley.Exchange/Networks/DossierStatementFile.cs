using System.Globalization;
using Parley.Dossiers.Models;

namespace Parley.Exchange.Networks;

/// <summary>The statements of a dossier as if they stood in a file, with the name of each entry in the column entry.</summary>
public static class DossierStatementFile
{
    public const string Entry = "entry";

    private static readonly string[] Columns = ["id", "document_id", "date", Entry, "party", "person", "issue", "stance", "firmness", "act", "outlet"];

    public static StatementFile Of(string dossier, NetworkStatements statements)
    {
        ArgumentNullException.ThrowIfNull(statements);
        return new(FieldTable.Of(dossier, Columns, statements.All.Select((s, i) => new[]
        {
            Number(i), Number(s.Entry.Report), s.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), s.Entry.ToString(), s.Party, s.Person, s.Issue,
            Number(s.Stance), s.Firmness, s.Act, s.Outlet,
        })));
    }

    private static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);
}
