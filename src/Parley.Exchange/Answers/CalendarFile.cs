using System.Globalization;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Corrections;

namespace Parley.Exchange.Answers;

/// <summary>A calendar as iCalendar (RFC 5545): meetings and deadlines with a day as all-day events. Those without a day have no place in it.</summary>
public static class CalendarFile
{
    /// <summary>So many reports, the last, are quoted for a meeting: a telephone shows no more.</summary>
    public const int MostQuoted = 5;

    /// <param name="calendar">What to write.</param>
    /// <param name="name">Of the negotiation; also the part of the event ids that tells dossiers apart.</param>
    /// <param name="stamp">When the file is made.</param>
    public static string Write(Parley.Dossiers.Answers.Calendar calendar, string name, DateTimeOffset stamp)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var file = new Ical.Net.Calendar { ProductId = "-//Parley//Dossier//EN", Method = "PUBLISH" };
        file.Properties.Add(new CalendarProperty("X-WR-CALNAME", Plain(name)));
        foreach (var m in calendar.Meetings)
        {
            if (Day(m.Date) is not { } day) continue;
            var words = string.Join("\n", m.Told.TakeLast(MostQuoted).Select(t => $"{t.Reported:yyyy-MM-dd} {t.Evidence.Report.Outlet ?? t.Evidence.Report.Id}: \"{t.Evidence.Words.ReplaceLineEndings(" ")}\" [{t.Id}]"));
            if (m.Told.Length > MostQuoted) words += $"\nand {m.Told.Length - MostQuoted} earlier reports";
            var moved = m.Postponed.Length > 0 ? $"\nPostponed from {string.Join(", ", m.Postponed)}" : "";
            file.Events.Add(Event(
                $"{m.Key}@{name}", day, stamp, $"{(m.Track.Length > 0 ? m.Track : "Meeting")}{(m.Round is { } n ? $", round {n}" : "")} ({FieldText.Of(m.Outcome)})",
                words + moved, m.Place, m.Outcome));
        }

        foreach (var d in calendar.Deadlines)
            if (Day(d.Date) is { } day)
                file.Events.Add(Event($"{d.Evidence.Id}@{name}", day, stamp, $"Deadline{(d.SetBy is { } by ? $" set by {by.Name}" : "")}", $"\"{d.Evidence.Words.ReplaceLineEndings(" ")}\" [{d.Evidence.Id}]", null, MeetingOutcome.Scheduled));
        return new CalendarSerializer().SerializeToString(file) ?? "";
    }

    private static CalendarEvent Event(string uid, DateOnly day, DateTimeOffset stamp, string summary, string description, string? place, MeetingOutcome outcome) => new()
    {
        Uid = Plain(uid),
        DtStamp = new CalDateTime(stamp.UtcDateTime, "UTC"),
        Start = new CalDateTime(day),
        End = day < DateOnly.MaxValue ? new CalDateTime(day.AddDays(1)) : null,
        Summary = Plain(summary),
        Description = Plain(description),
        Location = place is null ? null : Plain(place),
        Status = outcome switch
        {
            MeetingOutcome.Cancelled or MeetingOutcome.Postponed => EventStatus.Cancelled,
            MeetingOutcome.Proposed or MeetingOutcome.Unconfirmed => EventStatus.Tentative,
            _ => EventStatus.Confirmed,
        },
    };

    /// <summary>The library writes control characters as they are, but they may not stand in a calendar.</summary>
    private static string Plain(string text) => string.Concat(text.ReplaceLineEndings("\n").Where(c => c is '\n' or '\t' || !char.IsControl(c)));

    private static DateOnly? Day(string? date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
