using Parley.Exchange.Networks;

namespace Parley.Exchange.Tests.Networks;

/// <summary>Statements for the tests: from text, or the shared fixture where it lies beside the repository.</summary>
internal static class Tables
{
    public static string Shared
    {
        get
        {
            for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
            {
                var folder = Path.Combine(at.FullName, "shared", "networks");
                if (Directory.Exists(folder))
                    return folder;
            }

            Assert.Skip("../shared/networks is not there");
            return "";
        }
    }

    public static StatementFile Of(string csv, string? documents = null) =>
        new(FieldTable.Read("statements.csv", new StringReader(csv)), documents is null ? null : FieldTable.Read("reports.csv", new StringReader(documents)));

    public static StatementFile Fixture() => Of(
        File.ReadAllText(Path.Combine(Shared, "fixture", "statements.csv")), File.ReadAllText(Path.Combine(Shared, "fixture", "documents.csv")));
}
