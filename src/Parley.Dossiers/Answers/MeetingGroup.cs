using System.Collections.Immutable;
using System.Globalization;
using Parley.Dossiers.Entries;
using Parley.Reading;

namespace Parley.Dossiers.Answers;

/// <summary>What several reports say of one meeting, while it is being put together.</summary>
internal sealed class MeetingGroup
{
    private readonly List<(MeetingEntry Entry, int Reported)> _told = [];
    private readonly Dictionary<int, int> _named = [];
    private readonly List<string> _given = []; // dates given up
    private string? _date;
    private int? _round;

    /// <summary>Those whom half of the reports name, and two at least where any report does: a host or a speaker is often taken for a party.</summary>
    public ImmutableArray<int> Participants { get; private set; } = [];

    public string? Date => _date;

    public int? Round => _round;

    public DateOnly? Day => Parse(_date);

    public int LastReported => _told[^1].Reported;

    /// <summary>Whether an entry tells of this meeting.</summary>
    public bool Takes(MeetingEntry entry, int reported, int deferral)
    {
        if (entry.Round is { } round && _round is { } own && round != own) return false;
        if (entry.Date is { } date)
        {
            if (_date == date || _given.Contains(date)) return true;
            if (_date is { } known && (known.StartsWith(date, StringComparison.Ordinal) || date.StartsWith(known, StringComparison.Ordinal))) return true;
            if (entry.Round is { } same && _round == same && Near(date, deferral)) return true;
            var open = Status is MeetingStatus.Postponed or MeetingStatus.Cancelled or MeetingStatus.Proposed;
            if (open && _date is null) return true;
            return open && entry.Status is not MeetingStatus.Cancelled && Near(date, deferral);
        }

        // "The talks were put off": the meeting still to come. "They met": the one just past.
        if (entry.Status is MeetingStatus.Postponed or MeetingStatus.Cancelled) return Status is MeetingStatus.Scheduled or MeetingStatus.Proposed && Coming(reported);
        return entry.Status == Status && reported - LastReported <= 3;
    }

    public void Take(MeetingEntry entry, int reported, ImmutableArray<int> participants)
    {
        foreach (var party in participants) _named[party] = _named.GetValueOrDefault(party) + 1;
        Participants = [.. _named.Where(n => 2 * n.Value > _told.Count || _named.Count <= 2).Select(n => n.Key).Order()];
        var before = Status;
        _told.Add((entry, reported));
        _round ??= entry.Round;
        if (entry.Date is not { } date || date == _date) return;
        if (_date is not null && date.Length < _date.Length && _date.StartsWith(date, StringComparison.Ordinal)) return;
        var moved = entry.Status == MeetingStatus.Postponed || before is MeetingStatus.Postponed;
        if (moved && _date is { Length: 10 } given && !_given.Contains(given)) _given.Add(given);
        var settled = before is MeetingStatus.Proposed && entry.Status is MeetingStatus.Scheduled; // the day agreed on, not the day asked for
        if (_date is null || moved || settled || date.StartsWith(_date, StringComparison.Ordinal) || entry.Status == MeetingStatus.Held) _date = _given.Contains(date) ? _date : date;
    }

    public CalendarMeeting Show(DossierView view, DateOnly? today, EvidenceBasket basket)
    {
        var outcome = Outcome(today);
        var convenor = _told.Select(t => t.Entry.Convenor).FirstOrDefault(c => c > 0);
        var names = Participants.Select(p => new Named(p, view.ActorName(p))).ToImmutableArray();
        var conflicting = _told.Select(t => t.Entry.Date).OfType<string>().Where(d => d.Length == 10 && d != _date && !_given.Contains(d)).Distinct().Order(StringComparer.Ordinal);
        var postponedFrom = outcome == MeetingOutcome.Postponed && _date is { Length: 10 } && !_given.Contains(_date) ? _given.Append(_date) : _given;
        return new(
            _told[0].Entry.Id.ToString(), _date, Place(), names, convenor == 0 ? null : new Named(view.Resolver.Actor(convenor), view.ActorName(convenor)), _round, outcome,
            string.Join(" – ", names.Select(n => n.Name)), [.. postponedFrom], [.. conflicting],
            _told.Select(t => view.Report(view.OriginalOf(t.Entry.Report)) is var r && r.Outlet is { } o ? o : "#" + r.Number).Distinct(StringComparer.OrdinalIgnoreCase).Count(),
            [.. _told.Select(t => new MeetingTold(
                t.Entry.Id, t.Reported > 0 ? DateOnly.FromDayNumber(t.Reported) : null, t.Entry.Date, t.Entry.Status, basket.Take(t.Entry)))]);
    }

    private MeetingStatus? Status => _told.Count == 0 ? null : _told[^1].Entry.Status;

    private MeetingOutcome Outcome(DateOnly? today)
    {
        if (_told.Exists(t => t.Entry.Status == MeetingStatus.Held)) return MeetingOutcome.Held;
        var past = today is { } day && Day is { } date && date < day;
        return Status switch
        {
            MeetingStatus.Ongoing => past ? MeetingOutcome.Held : MeetingOutcome.Ongoing,
            MeetingStatus.Postponed => MeetingOutcome.Postponed,
            MeetingStatus.Cancelled => MeetingOutcome.Cancelled,
            MeetingStatus.Proposed => past ? MeetingOutcome.Unconfirmed : MeetingOutcome.Proposed,
            _ => past ? MeetingOutcome.Unconfirmed : MeetingOutcome.Scheduled,
        };
    }

    /// <summary>The last place named for the date that stands.</summary>
    private string? Place() =>
        _told.LastOrDefault(t => t.Entry.Place is not null && t.Entry.Date == _date).Entry?.Place ?? _told.LastOrDefault(t => t.Entry.Place is not null).Entry?.Place;

    private bool Near(string date, int days) => Parse(date) is { } a && Day is { } b && Math.Abs(a.DayNumber - b.DayNumber) <= days;

    private bool Coming(int reported) => Day is not { } day || day.DayNumber >= reported - 1;

    private static DateOnly? Parse(string? date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
