namespace Parley.Storage.Postgres;

/// <summary>What the migrations of this project lead to.</summary>
public static class PostgresSchema
{
    /// <summary>The last migration; a test holds it to the migrations.</summary>
    public const string Latest = "20261124042306_First";

    /// <summary>Lexemes only, no text: the text stands in the reports.</summary>
    public const string FullText =
        """
        CREATE TABLE "EntryWords" ("Key" bigint PRIMARY KEY, "Words" tsvector NOT NULL);
        CREATE INDEX "IX_EntryWords_Words" ON "EntryWords" USING gin ("Words");
        """;
}
