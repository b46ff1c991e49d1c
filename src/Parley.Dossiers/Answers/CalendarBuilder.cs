using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using Parley.Dossiers.Entries;
using Parley.Reading;

namespace Parley.Dossiers.Answers;

/// <summary>
/// Ties together what reports say of meetings: the same date, or a round with the same number, or a date that was given up and the next one
/// announced, among the same parties. O(entries).
/// </summary>
internal sealed class CalendarBuilder(DossierView view)
{
    /// <summary>A postponed meeting and a later one of the same parties are one when no more days than this lie between.</summary>
    private const int Deferral = 60;

    /// <summary>How many meetings of a party are looked back at.</summary>
    private const int Looked = 20;

    public Calendar Build(Question question, DateOnly? today, EvidenceBasket basket)
    {
        var scope = new Scope(view, question);
        return new(today, [.. Groups(question, scope).Skip(question.Offset).Take(question.Limit).Select(g => g.Show(view, today, basket))], Deadlines(scope, question, today, basket));
    }

    /// <summary>The meetings before their words are fetched, in the order of their dates.</summary>
    public IEnumerable<MeetingGroup> Groups(Question question, Scope scope) => view.MeetingsOnce(scope, () => Tied(scope))
        .Where(g => g.Participants.Any(scope.HasParty) || (g.Participants.Length == 0 && question.Parties.Length == 0))
        .Where(g => question.Since is not { } since || g.Day is not { } day || day >= since || g.LastReported >= since.DayNumber)
        .OrderBy(g => g.Date ?? "9999", StringComparer.Ordinal);

    private List<MeetingGroup> Tied(Scope scope)
    {
        var parties = new MeetingParties(view.Resolver);
        var all = new List<MeetingGroup>();
        var byParty = new Dictionary<int, List<MeetingGroup>>();
        var byPlace = new Dictionary<(string, string), MeetingGroup>();
        foreach (var (entry, reported) in InOrder(scope))
        {
            var participants = parties.Of(entry);
            var group = Find(byParty, participants, entry, reported) ?? AtPlace(byPlace, participants, entry, reported);
            if (group is null) all.Add(group = new());
            if (entry is { Date: { Length: 10 } date, Place: { } place }) byPlace[(date, place)] = group;
            foreach (var party in participants.DefaultIfEmpty())
            {
                ref var of = ref CollectionsMarshal.GetValueRefOrAddDefault(byParty, party, out _);
                if ((of ??= []).Count == 0 || of[^1] != group) of.Add(group);
            }

            group.Take(entry, reported, participants);
        }

        return all;
    }

    /// <summary>The meeting that an entry tells of: the last one of most of the same parties that takes it.</summary>
    private static MeetingGroup? Find(Dictionary<int, List<MeetingGroup>> byParty, ImmutableArray<int> participants, MeetingEntry entry, int reported)
    {
        MeetingGroup? found = null;
        var best = -1;
        foreach (var party in participants.DefaultIfEmpty())
        {
            if (!byParty.TryGetValue(party, out var groups)) continue;
            for (var i = groups.Count - 1; i >= 0 && i >= groups.Count - Looked; i--)
            {
                var shared = Shared(participants.AsSpan(), groups[i].Participants.AsSpan());
                if (shared <= best || 2 * shared < Math.Min(participants.Length, groups[i].Participants.Length) || !groups[i].Takes(entry, reported, Deferral)) continue;
                (found, best) = (groups[i], shared);
            }
        }

        return found;
    }

    /// <summary>
    /// The meeting of the same day and place, where both are told to be the same round, or one of the two names fewer than two parties and so not
    /// those who meet. Other parties on that day may well meet by themselves.
    /// </summary>
    private static MeetingGroup? AtPlace(Dictionary<(string, string), MeetingGroup> byPlace, ImmutableArray<int> participants, MeetingEntry entry, int reported) =>
        entry is { Date: { Length: 10 } date, Place: { } place } && byPlace.TryGetValue((date, place), out var group) && group.Takes(entry, reported, Deferral)
            && (participants.Length < 2 || group.Participants.Length < 2 || (entry.Round is not null && entry.Round == group.Round)) ? group : null;

    private static int Shared(ReadOnlySpan<int> a, ReadOnlySpan<int> b)
    {
        var shared = 0;
        foreach (var party in a)
            if (b.Contains(party)) shared++;
        return shared;
    }

    private List<(MeetingEntry Entry, int Reported)> InOrder(Scope scope)
    {
        var found = new List<(MeetingEntry Entry, int Reported)>();
        foreach (var entry in view.Meetings)
        {
            var reported = view.Report(entry.Report).Day?.DayNumber ?? 0;
            if (reported <= scope.To && scope.HasReport(entry.Report)) found.Add((entry, reported));
        }

        found.Sort((a, b) => a.Reported != b.Reported ? a.Reported.CompareTo(b.Reported) : a.Entry.Id.CompareTo(b.Entry.Id));
        return found;
    }

    public ImmutableArray<CalendarDeadline> Deadlines(Scope scope, Question question, DateOnly? today, EvidenceBasket basket)
    {
        var first = new Dictionary<(string?, int, string?), DeadlineEntry>();
        foreach (var d in view.Deadlines)
        {
            var reported = view.Report(d.Report).Day?.DayNumber ?? 0;
            var setBy = view.Resolver.Actor(d.SetBy);
            if (reported > scope.To || !scope.HasReport(d.Report) || (question.Parties.Length > 0 && !scope.HasParty(setBy))) continue;
            if (question.Since is { } since && string.CompareOrdinal(d.Date ?? "9999", since.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) < 0) continue;
            first.TryAdd((d.Date, setBy, d.Date is null ? d.What : null), d);
        }

        return
        [
            .. first.Values.OrderBy(d => d.Date ?? "9999", StringComparer.Ordinal).Take(question.Limit).Select(d => new CalendarDeadline(
                d.Date, d.What, d.SetBy == 0 ? null : new Named(view.Resolver.Actor(d.SetBy), view.ActorName(d.SetBy)),
                today is { } day && d.Date is { Length: 10 } && string.CompareOrdinal(d.Date, day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)) < 0,
                basket.Take(d))),
        ];
    }
}

/// <summary>The parties of a meeting: persons stand for the party they speak for.</summary>
internal sealed class MeetingParties(Resolver resolver)
{
    public ImmutableArray<int> Of(MeetingEntry entry) =>
        [.. entry.Participants.Select(p => resolver.Party(p, 0, 0)).Where(p => p > 0 && p != resolver.Actor(entry.Convenor)).Distinct().Order()];
}
