using System.Text;
using Parley.Dossiers.Answers;
using Parley.Exchange.Answers;

namespace Parley.Exchange.Tests.Dossiers;

/// <summary>Text in iCalendar: what has a meaning there is escaped, lines are folded at 75 octets, nothing else changes.</summary>
public sealed class CalendarFileTests
{
    [Theory]
    [InlineData("Talks, round 2; “Sørvåg\\Øst”\nand on")]
    [InlineData("渡し船の料金についての協議は、来週の火曜日に港の事務所で再開される、と双方の代表が木曜日の夜に述べた")]
    [InlineData("🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶🛶")]
    [InlineData("Quay,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,,")]
    public void A_name_comes_back_as_it_was_and_no_line_is_too_long(string name)
    {
        var written = CalendarFile.Write(new(null, [], []), name, DateTimeOffset.UnixEpoch);
        var lines = written.Split("\r\n");
        lines.ShouldAllBe(l => Encoding.UTF8.GetByteCount(l) <= 75 && !l.Contains('\n') && !l.EndsWith('\\'));
        new UTF8Encoding(false, throwOnInvalidBytes: true).GetBytes(written).Length.ShouldBeGreaterThan(0);
        var unfolded = written.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n").Single(l => l.StartsWith("X-WR-CALNAME:", StringComparison.Ordinal))["X-WR-CALNAME:".Length..];
        unfolded.Replace("\\n", "\n", StringComparison.Ordinal).Replace("\\,", ",", StringComparison.Ordinal).Replace("\\;", ";", StringComparison.Ordinal).Replace("\\\\", "\\", StringComparison.Ordinal).ShouldBe(name);
    }

    [Fact]
    public void What_would_end_a_line_or_begin_a_property_stays_text() =>
        CalendarFile.Write(new(null, [], []), "a\r\nATTENDEE:x\u0007", DateTimeOffset.UnixEpoch).ShouldContain("X-WR-CALNAME:a\\nATTENDEE:x\r\n");
}
