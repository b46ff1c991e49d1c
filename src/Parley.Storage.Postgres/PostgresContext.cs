using Microsoft.EntityFrameworkCore;

namespace Parley.Storage.Postgres;

/// <summary>The model on PostgreSQL.</summary>
public sealed class PostgresContext(DbContextOptions<PostgresContext> options) : DossierContext(options);
