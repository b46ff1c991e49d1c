namespace Parley.Storage.Sqlite;

/// <summary>What the migrations of this project lead to.</summary>
public static class SqliteSchema
{
    /// <summary>The last migration; a test holds it to the migrations.</summary>
    public const string Latest = "20261124035417_First";

    /// <summary>Words only, no text: the text stands in the reports. contentless_delete keeps replacing a report's words possible.</summary>
    public const string FullText =
        """CREATE VIRTUAL TABLE "EntryWords" USING fts5("Words", content = '', contentless_delete = 1, detail = full, tokenize = 'porter unicode61 remove_diacritics 2')""";
}
