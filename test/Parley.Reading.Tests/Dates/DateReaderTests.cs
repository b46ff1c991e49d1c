using CsCheck;
using Parley.Language;
using Parley.Reading.Dates;

namespace Parley.Reading.Tests.Dates;

public sealed class DateReaderTests
{
    private static readonly DateOnly Published = new(2024, 3, 14);
    private static readonly DateReader Reader = new();

    private static readonly Gen<string> Words = Gen.OneOf<string>(
        "5", "the", "June", "may", "of", "2024", "Tuesday", "week", "two", "weeks", "after", "before", "noon", "on", "at", "3", ":", "30", "p.m.", "-", "–", "/", "1939", "45", "'", "89",
        "century", "19th", "BC", "31", "February", "next", "last", "ago", "every", "until", ".", ",", "(", "99999999999", "0", "quarter", "year", "9999", "years", "\n", "\u00A0")
        .Array[0, 40].Select(words => string.Join(' ', words));

    [Fact]
    public void Any_words_of_dates_are_read_in_order_and_within_the_text() => Words.Sample(text =>
    {
        var end = 0;
        foreach (var found in Reader.Find(text, Published))
        {
            found.Span.Start.ShouldBeGreaterThanOrEqualTo(end);
            found.Span.End.ShouldBeLessThanOrEqualTo(text.Length);
            found.Span.Length.ShouldBePositive();
            end = found.Span.End;
        }
    });

    [Fact]
    public void Every_day_is_read_as_it_is_written() => Gen.Int[0, 80_000].Sample(n =>
    {
        var day = new DateOnly(1900, 1, 1).AddDays(n);
        foreach (var text in (string[])[$"on {day:d MMMM yyyy}", $"on {day:MMMM d, yyyy}", $"on {day:yyyy-MM-dd}", $"on {day:MMM d, yyyy}", $"on {day:dddd, d MMMM yyyy}"])
            Reader.Find(text, Published).ShouldHaveSingleItem().Timex.Value.ShouldBe($"{day:yyyy-MM-dd}", text);
    });

    [Fact]
    public void A_weekday_lies_within_a_week_of_publication_on_the_side_its_tense_tells() => Gen.Int[0, 20_000].Sample(n =>
    {
        var today = new DateOnly(1990, 1, 1).AddDays(n);
        foreach (var name in Enum.GetNames<DayOfWeek>())
        {
            var past = DateOnly.Parse(Reader.Find($"They met on {name}.", today).Single().Timex.Value!);
            var future = DateOnly.Parse(Reader.Find($"They will meet on {name}.", today).Single().Timex.Value!);
            (today.DayNumber - past.DayNumber).ShouldBeInRange(0, 6);
            (future.DayNumber - today.DayNumber).ShouldBeInRange(0, 6);
            past.DayOfWeek.ShouldBe(future.DayOfWeek);
        }
    });

    [Theory]
    [InlineData("feb 30")]
    [InlineData("32 June 2020")]
    public void There_is_no_such_day(string text) => Reader.Find(text, Published).ShouldAllBe(e => e.Timex.Value == null || e.Timex.Value.Length < 10);

    [Fact]
    public void Spans_count_code_points()
    {
        var text = new SourceText("\U0001F600 on Tuesday");
        var date = Reader.Read(EnglishLanguage.Load().Analyze(text, TestContext.Current.CancellationToken), Published).ShouldHaveSingleItem();
        date.Span.ShouldBe(new Span(5, 12));
        date.Text.ShouldBe("Tuesday");
    }
}
