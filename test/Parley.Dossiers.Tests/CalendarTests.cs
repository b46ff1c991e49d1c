using Parley.Dossiers.Answers;
using Parley.Dossiers.Tests.Made;
using Parley.Reading;

namespace Parley.Dossiers.Tests;

public sealed class CalendarTests
{
    private static readonly string[] Both = ["Norland", "Estava"];

    [Fact]
    public async Task Announced_for_Tuesday_and_met_on_Tuesday_are_one_meeting()
    {
        var meeting = (await Calendar(
            ("2026-03-05", "2026-03-10", MeetingStatus.Scheduled, "Norland and Estava will meet in Vell on Tuesday"),
            ("2026-03-11", "2026-03-10", MeetingStatus.Held, "Norland and Estava met in Vell on Tuesday"))).Meetings.ShouldHaveSingleItem();
        meeting.Outcome.ShouldBe(MeetingOutcome.Held);
        meeting.Told.Length.ShouldBe(2);
        meeting.Postponed.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_postponed_meeting_keeps_the_date_that_did_not_hold()
    {
        var meeting = (await Calendar(
            ("2026-03-05", "2026-03-10", MeetingStatus.Scheduled, "They will meet on Tuesday"),
            ("2026-03-09", "2026-03-10", MeetingStatus.Postponed, "Tuesday's round was put off"),
            ("2026-03-12", "2026-03-24", MeetingStatus.Scheduled, "They will meet on March 24"),
            ("2026-03-25", "2026-03-24", MeetingStatus.Held, "They met yesterday"))).Meetings.ShouldHaveSingleItem();
        meeting.Date.ShouldBe("2026-03-24");
        meeting.Outcome.ShouldBe(MeetingOutcome.Held);
        meeting.Postponed.ShouldBe(["2026-03-10"]);
    }

    [Fact]
    public async Task Put_off_without_a_date_is_about_the_meeting_to_come()
    {
        var meeting = (await Calendar(
            ("2026-03-05", "2026-03-10", MeetingStatus.Scheduled, "They will meet on Tuesday"),
            ("2026-03-09", null, MeetingStatus.Postponed, "The round was put off without a new date"))).Meetings.ShouldHaveSingleItem();
        meeting.Outcome.ShouldBe(MeetingOutcome.Postponed);
        meeting.Postponed.ShouldBe(["2026-03-10"]);
    }

    [Fact]
    public async Task A_past_date_that_nobody_reports_as_held_is_unconfirmed()
    {
        var meeting = (await Calendar(("2026-03-05", "2026-03-10", MeetingStatus.Scheduled, "They will meet on Tuesday"))).Meetings.ShouldHaveSingleItem();
        meeting.Outcome.ShouldBe(MeetingOutcome.Unconfirmed);
    }

    [Fact]
    public async Task As_of_a_day_before_the_date_the_meeting_is_still_to_come()
    {
        var meeting = (await Calendar(new DateOnly(2026, 3, 6), ("2026-03-05", "2026-03-10", MeetingStatus.Scheduled, "They will meet on Tuesday"))).Meetings.ShouldHaveSingleItem();
        meeting.Outcome.ShouldBe(MeetingOutcome.Scheduled);
    }

    [Fact]
    public async Task Two_rounds_held_on_different_days_stay_two()
    {
        var calendar = await Calendar(
            ("2026-03-05", "2026-03-04", MeetingStatus.Held, "They met on Wednesday"),
            ("2026-03-12", "2026-03-11", MeetingStatus.Held, "They met again on Wednesday"));
        calendar.Meetings.Length.ShouldBe(2);
    }

    private static Task<Calendar> Calendar(params (string Reported, string? Date, MeetingStatus Status, string Words)[] told) => Calendar(null, told);

    private static async Task<Calendar> Calendar(DateOnly? asOf, params (string Reported, string? Date, MeetingStatus Status, string Words)[] told)
    {
        await using var dossier = await TestDossier.OpenAsync();
        foreach (var (reported, date, status, words) in told) await dossier.AddAsync(new ReportMaker(reported, "Wire").Meets(date, status, words, null, null, Both));
        return await dossier.CalendarAsync(new() { AsOf = asOf }, default);
    }
}
