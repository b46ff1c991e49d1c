using System.Globalization;
using Parley.Language;
using Parley.Reading.Dates;

namespace Parley.Reading.Tests.Dates;

public sealed class DatelineReaderTests
{
    private static readonly DatelineReader Reader = new(new DateReader());

    [Theory]
    [InlineData("GENEVA, March 3 (Wire) — The envoys met.", "Geneva", null)]
    [InlineData("TALLINN, 3 March 2024 (Baltic Wire) - The envoys met.", "Tallinn", "2024-03-03")]
    [InlineData("Moscow - The envoys met.", "Moscow", null)]
    [InlineData("PORT VILA, Vanuatu (Wire) -- The envoys met.", "Port Vila", null)]
    [InlineData("By Ann Orre in Bergen\n\nThe envoys met.", "Bergen", null)]
    [InlineData("Talks falter\nLast updated: 3 March 2024\nThe envoys met.", null, "2024-03-03")]
    [InlineData("Talks falter\nTuesday 5 March 2024\n\nThe envoys met.", null, "2024-03-05")]
    [InlineData("Published 2024-03-05T10:00:00Z\nThe envoys met.", null, "2024-03-05")]
    [InlineData("The envoys - all three - met in Bergen.", null, null)]
    [InlineData("They met on 3 March 2020 in Bergen, where the pact was signed and sealed for the first time since the war.", null, null)]
    [InlineData("", null, null)]
    public void The_head_of_a_report_says_where_and_when(string text, string? place, string? published)
    {
        var (dateline, day) = Reader.Read(EnglishLanguage.Load().Analyze(new SourceText(text), TestContext.Current.CancellationToken));
        dateline?.Place.ShouldBe(place);
        (dateline is null).ShouldBe(place is null);
        day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture).ShouldBe(published);
        (day is null).ShouldBe(published is null);
    }
}
