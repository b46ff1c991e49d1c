using Parley.Dossiers.Corrections;
using Parley.Workbench.Safety;

namespace Parley.Workbench.Asking;

/// <summary>Who makes this request.</summary>
internal sealed class Visit
{
    private Session? _session;
    private string _program = "";

    /// <summary>A program with the token, not a browser: it needs no form token.</summary>
    public bool IsProgram => _session is null;

    public string Analyst => _session?.Analyst ?? _program;

    public DateOnly? LastVisit => _session?.LastVisit;

    public void Begin(Session session) => _session = session;

    public void BeginProgram(string name) => _program = name;

    public void Rename(string analyst)
    {
        if (_session is not null) _session.Analyst = analyst;
    }

    /// <param name="note">Why, where it was said.</param>
    /// <param name="seen">The last correction of the entry that the page showed.</param>
    public Author Author(string? note = null, int? seen = null) => new(Analyst, string.IsNullOrWhiteSpace(note) ? null : note, seen);
}
