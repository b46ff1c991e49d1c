using System.Collections.Immutable;
using Parley.Dossiers.Entries;
using Parley.Reading;

namespace Parley.Dossiers.Answers;

/// <summary>A question with its names looked up: the numbers an answer goes by.</summary>
internal sealed class Scope
{
    private readonly HashSet<int>? _parties;
    private readonly HashSet<int>? _issues;
    private readonly HashSet<int>? _speakers;
    private readonly HashSet<string>? _outlets;
    private readonly ImmutableArray<Act> _acts;
    private readonly ImmutableArray<StatementMode> _modes;
    private readonly DossierView _view;
    private readonly bool _copies;

    /// <exception cref="DossierException">A name is not known; the message names what is near.</exception>
    public Scope(DossierView view, Question question)
    {
        _view = view;
        _parties = Set(question.Parties, view.RequireActor);
        _issues = question.Issues.Length == 0 ? null : [.. question.Issues.SelectMany(i => view.WithChildren(view.RequireIssue(i)))];
        _speakers = Set(question.Speakers, view.RequireActor);
        _outlets = question.Outlets.Length == 0 ? null : new(question.Outlets, StringComparer.OrdinalIgnoreCase);
        _acts = question.Acts;
        _modes = question.Modes;
        _copies = question.Copies;
        From = question.Since?.DayNumber ?? 0;
        To = question.AsOf?.DayNumber ?? int.MaxValue;
    }

    /// <summary>First day (<see cref="DateOnly.DayNumber"/>).</summary>
    public int From { get; }

    /// <summary>Last day.</summary>
    public int To { get; }

    public bool ByPosition => _issues is not null || _acts.Length > 0;

    /// <summary>Whether every report counts that is no copy.</summary>
    public bool AllReports => _outlets is null && !_copies;

    public bool HasParty(int party) => _parties is null || _parties.Contains(party);

    public bool HasIssue(int issue) => _issues is null || _issues.Contains(issue);

    public bool HasDay(int day) => day >= From && day <= To;

    /// <summary>Whether a report counts: from one of the outlets, and no copy of another.</summary>
    public bool HasReport(int report) =>
        (_copies || !_view.IsCopy(report)) && (_outlets is null || (_view.Report(report).Outlet is { } outlet && _outlets.Contains(outlet)));

    public bool Has(in StatementEntry s) =>
        HasDay(s.Day) && HasParty(s.Party) && (_speakers is null || _speakers.Contains(s.Speaker))
        && (_modes.Length == 0 || _modes.Contains(s.Mode)) && HasReport(s.Report);

    public bool Has(in PositionEntry p) =>
        HasDay(p.Day) && HasParty(p.Party) && HasIssue(p.Issue) && (_speakers is null || _speakers.Contains(p.Speaker))
        && (_acts.Length == 0 || _acts.Contains(p.Act)) && HasReport(p.Report);

    private static HashSet<int>? Set(ImmutableArray<string> names, Func<string, int> number) => names.Length == 0 ? null : [.. names.Select(number)];
}
