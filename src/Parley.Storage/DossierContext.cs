using Microsoft.EntityFrameworkCore;
using Parley.Storage.Rows;

namespace Parley.Storage;

/// <summary>The one model of a dossier. A provider brings its migrations and its full-text index.</summary>
public abstract class DossierContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<DossierRow> Dossiers => Set<DossierRow>();

    public DbSet<ReportRow> Reports => Set<ReportRow>();

    public DbSet<ContentRow> Contents => Set<ContentRow>();

    public DbSet<ActorRow> Actors => Set<ActorRow>();

    public DbSet<MandateRow> Mandates => Set<MandateRow>();

    public DbSet<IssueRow> Issues => Set<IssueRow>();

    public DbSet<CorrectionRow> Corrections => Set<CorrectionRow>();

    public DbSet<JudgementRow> Judgements => Set<JudgementRow>();

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        modelBuilder.Entity<DossierRow>(e =>
        {
            e.ToTable("Dossier");
            e.HasKey(r => r.Number);
            e.Property(r => r.Number).ValueGeneratedNever();
        });
        modelBuilder.Entity<ContentRow>(e =>
        {
            e.ToTable("Contents");
            e.HasKey(r => r.Number);
            e.Property(r => r.Number).ValueGeneratedNever();
        });
        modelBuilder.Entity<ReportRow>().HasIndex(r => r.Key).IsUnique();
        modelBuilder.Entity<ReportRow>().HasIndex(r => r.Id).IsUnique();
        foreach (var revised in modelBuilder.Model.GetEntityTypes().Where(t => t.ClrType.IsSubclassOf(typeof(RevisedRow))).ToList())
        {
            modelBuilder.Entity(revised.ClrType).HasKey(nameof(RevisedRow.Number));
            modelBuilder.Entity(revised.ClrType).Property(nameof(RevisedRow.Number)).ValueGeneratedNever();
            modelBuilder.Entity(revised.ClrType).HasIndex(nameof(RevisedRow.Revision));
        }
    }
}
