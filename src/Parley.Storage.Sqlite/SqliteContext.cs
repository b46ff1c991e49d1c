using Microsoft.EntityFrameworkCore;

namespace Parley.Storage.Sqlite;

/// <summary>The model on SQLite.</summary>
public sealed class SqliteContext(DbContextOptions<SqliteContext> options) : DossierContext(options);
