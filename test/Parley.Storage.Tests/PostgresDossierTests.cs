using Microsoft.EntityFrameworkCore;
using Parley.Dossiers;
using Parley.Storage.Postgres;

namespace Parley.Storage.Tests;

public sealed class PostgresDossierTests(PostgresServer server) : DossierStoreTests, IClassFixture<PostgresServer>
{
    [Fact]
    public void The_schema_says_its_last_migration()
    {
        using var context = new PostgresContext(new DbContextOptionsBuilder<PostgresContext>().UseNpgsql("Host=localhost").Options);
        context.Database.GetMigrations().Last().ShouldBe(PostgresSchema.Latest);
        context.Database.HasPendingModelChanges().ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_that_is_not_there_is_said_without_the_password()
    {
        var e = await Should.ThrowAsync<DossierException>(() => StoreAsync("postgres://anna:secret@127.0.0.1:1/talks"));
        e.Message.ShouldStartWith("postgres://127.0.0.1:1/talks: ");
        e.Message.ShouldNotContain("secret");
    }

    protected override string NewLocation()
    {
        Assert.SkipWhen(server.Missing is not null, server.Missing ?? "");
        return server.NewDatabase();
    }

    protected override Task CreateAsync(string location) => PostgresDossiers.CreateAsync(location, "Talks of Halden", Time, default);

    protected override Task<IDossierStore> StoreAsync(string location) => PostgresDossiers.OpenAsync(location, default);
}
