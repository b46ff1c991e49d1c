using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Parley.Dossiers;
using Parley.Storage.Sqlite;

namespace Parley.Storage.Tests;

public sealed class SqliteDossierTests : DossierStoreTests, IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("parley-").FullName;
    private int _files;

    [Fact]
    public async Task A_dossier_of_the_first_version_opens()
    {
        var copy = NewLocation();
        File.Copy(Path.Combine(AppContext.BaseDirectory, "Old", "first.parley"), copy);
        await using var dossier = await OpenAsync(copy);
        var view = await dossier.ViewAsync(default);
        view.Reports.Count().ShouldBe(2);
        view.Corrections.ShouldHaveSingleItem().By.ShouldBe("Anna");
        (await dossier.MatrixAsync(new(), null, default)).Cells.ShouldNotBeEmpty();
        (await dossier.StatementsAsync(new() { Words = "inspector" }, default)).Total.ShouldBe(1, "the second report is a copy of the first");
    }

    [Fact]
    public void What_is_written_by_hand_are_the_columns_of_the_model()
    {
        using var context = new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=:memory:").Options);
        var model = context.Model.GetEntityTypes().ToDictionary(t => t.GetTableName()!, t => t.GetProperties().Select(p => p.GetColumnName()).Order().ToList());
        (string Name, IReadOnlyList<string> Columns)[] tables =
        [
            (RowTables.Reports.Name, RowTables.Reports.Columns), (RowTables.Contents.Name, RowTables.Contents.Columns), (RowTables.Actors.Name, RowTables.Actors.Columns),
            (RowTables.Mandates.Name, RowTables.Mandates.Columns), (RowTables.Issues.Name, RowTables.Issues.Columns),
            (RowTables.Corrections.Name, RowTables.Corrections.Columns), (RowTables.Judgements.Name, RowTables.Judgements.Columns),
        ];
        tables.Select(t => t.Name).Append("Dossier").Order().ShouldBe(model.Keys.Order());
        foreach (var (name, columns) in tables) columns.Order().ToList().ShouldBe(model[name], customMessage: name);
    }

    [Fact]
    public void The_schema_says_its_last_migration()
    {
        using var context = new SqliteContext(new DbContextOptionsBuilder<SqliteContext>().UseSqlite("Data Source=:memory:").Options);
        context.Database.GetMigrations().Last().ShouldBe(SqliteSchema.Latest);
        context.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public async Task A_file_that_is_no_dossier_is_said_in_one_line()
    {
        var text = NewLocation();
        await File.WriteAllTextAsync(text, new string('x', 5000));
        (await Should.ThrowAsync<DossierException>(() => StoreAsync(text))).Message.ShouldContain("is no dossier");
        var other = NewLocation();
        await using (var connection = new SqliteConnection($"Data Source={other};Pooling=false"))
        {
            await connection.OpenAsync();
            using var command = connection.CreateCommand();
            command.CommandText = "CREATE TABLE t(x)";
            command.ExecuteNonQuery();
        }

        (await Should.ThrowAsync<DossierException>(() => StoreAsync(other))).Message.ShouldEndWith("is no dossier");
        (await Should.ThrowAsync<DossierException>(() => StoreAsync(Path.Combine(_folder, "none.parley")))).Message.ShouldContain("there is no dossier");
    }

    [Fact]
    public async Task A_dossier_of_a_newer_parley_is_refused()
    {
        var location = await BeginAsync();
        await using (var connection = new SqliteConnection($"Data Source={location};Pooling=false"))
        {
            await connection.OpenAsync();
            using var command = connection.CreateCommand();
            command.CommandText = "INSERT INTO __EFMigrationsHistory VALUES ('99990101000000_Later', '99.0.0')";
            command.ExecuteNonQuery();
        }

        (await Should.ThrowAsync<DossierException>(() => StoreAsync(location))).Message.ShouldContain("newer Parley");
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    protected override string NewLocation() => Path.Combine(_folder, $"{++_files}.parley");

    protected override Task CreateAsync(string location) => SqliteDossiers.CreateAsync(location, "Talks of Halden", Time, default);

    protected override Task<IDossierStore> StoreAsync(string location) => SqliteDossiers.OpenAsync(location, default);
}
