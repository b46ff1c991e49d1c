using System.Globalization;
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
        var file = new CalendarText();
        file.Line("BEGIN", "VCALENDAR");
        file.Line("METHOD", "PUBLISH");
        file.Line("PRODID", "-//Parley//Dossier//EN");
        file.Line("VERSION", "2.0");
        file.Text("X-WR-CALNAME", name);
        foreach (var m in calendar.Meetings)
        {
            if (Day(m.Date) is not { } day) continue;
            var words = string.Join("\n", m.Told.TakeLast(MostQuoted).Select(t => $"{t.Reported:yyyy-MM-dd} {t.Evidence.Report.Outlet ?? t.Evidence.Report.Id}: \"{t.Evidence.Words.ReplaceLineEndings(" ")}\" [{t.Id}]"));
            if (m.Told.Length > MostQuoted) words += $"\nand {m.Told.Length - MostQuoted} earlier reports";
            var moved = m.Postponed.Length > 0 ? $"\nPostponed from {string.Join(", ", m.Postponed)}" : "";
            var summary = $"{(m.Track.Length > 0 ? m.Track : "Meeting")}{(m.Round is { } n ? $", round {n}" : "")} ({FieldText.Of(m.Outcome)})";
            Event(file, $"{m.Key}@{name}", day, stamp, summary, words + moved, m.Place, m.Outcome);
        }

        foreach (var d in calendar.Deadlines)
            if (Day(d.Date) is { } day)
                Event(file, $"{d.Evidence.Id}@{name}", day, stamp, $"Deadline{(d.SetBy is { } by ? $" set by {by.Name}" : "")}", $"\"{d.Evidence.Words.ReplaceLineEndings(" ")}\" [{d.Evidence.Id}]", null, MeetingOutcome.Scheduled);
        file.Line("END", "VCALENDAR");
        return file.ToString();
    }

    private static void Event(CalendarText file, string uid, DateOnly day, DateTimeOffset stamp, string summary, string description, string? place, MeetingOutcome outcome)
    {
        file.Line("BEGIN", "VEVENT");
        file.Text("UID", uid);
        file.Moment("DTSTAMP", stamp);
        file.Day("DTSTART", day);
        if (day < DateOnly.MaxValue) file.Day("DTEND", day.AddDays(1));
        file.Line("STATUS", outcome switch
        {
            MeetingOutcome.Cancelled or MeetingOutcome.Postponed => "CANCELLED",
            MeetingOutcome.Proposed or MeetingOutcome.Unconfirmed => "TENTATIVE",
            _ => "CONFIRMED",
        });
        file.Text("SUMMARY", summary);
        file.Text("LOCATION", place);
        file.Text("DESCRIPTION", description);
        file.Line("END", "VEVENT");
    }

    private static DateOnly? Day(string? date) =>
        DateOnly.TryParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
