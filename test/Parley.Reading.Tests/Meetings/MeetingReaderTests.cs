using Parley.Language;

namespace Parley.Reading.Tests.Meetings;

public sealed class MeetingReaderTests
{
    private static readonly Lazy<ReportReader> Reader = new(ReportReader.Load);

    [Fact]
    public void The_evidence_is_the_clause_that_tells_of_the_meeting()
    {
        const string Text = "The crew was tired, but the two sides met in Bergen on Tuesday, while the wind rose.";
        var meeting = Read(Text).Meetings.ShouldHaveSingleItem();
        var span = meeting.Evidence.ShouldHaveSingleItem();
        Text[span.Start..span.End].ShouldBe("the two sides met in Bergen on Tuesday");
    }

    [Fact]
    public void Meetings_are_numbered_in_the_order_they_are_told() =>
        Read("They met in Lund on 2 February. They met in Oslo on 9 February.").Meetings.Select(m => m.Id).ShouldBe(["m1", "m2"]);

    [Fact]
    public void A_meeting_told_in_two_sentences_keeps_both_as_evidence() =>
        Read("The two sides met in Lund on Tuesday. Tuesday's meeting in Lund lasted four hours.").Meetings.ShouldHaveSingleItem().Evidence.Length.ShouldBe(2);

    [Fact]
    public void A_new_date_takes_the_place_of_the_old() =>
        Read("The session was due on Friday but was postponed to 22 March.").Meetings.ShouldAllBe(m => m.Date == "2024-03-22" || m.Status == MeetingStatus.Scheduled);

    [Fact]
    public void Without_a_day_of_publication_hours_count_from_nowhere() =>
        Reader.Value.Read(new("r", new SourceText("They must leave within 48 hours.")), TestContext.Current.CancellationToken).Deadlines.ShouldBeEmpty();

    private static ReportReading Read(string text) =>
        Reader.Value.Read(new("r", new SourceText(text)) { Published = new(new(2024, 3, 14), "2024-03-14") }, TestContext.Current.CancellationToken);
}
