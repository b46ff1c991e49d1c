using System.Diagnostics;
using System.Text;
using CsCheck;
using Parley.Language;

namespace Parley.Reading.Tests;

/// <summary>The whole reader on input nobody would call a report.</summary>
public sealed class RobustnessTests
{
    private static readonly Lazy<ReportReader> Reader = new(ReportReader.Load);

    private static readonly Gen<string> Words = Gen.OneOf<string>(
        "said", "\"", "“", "”", "'", "Norland", "the minister", "will", "not", ",", ".", "...", "\n", "\n\n", "(", ")", "Tuesday", "12 March", "that", "U.S.", "—",
        "\u00AD", "\u200B", "\U0001F600", "e\u0301", "1,000", "accept", "demanded", "talks", "He", "unless", ":", ";", "-", "Geneva", "on", "2024-03-14", "\r\n", "\u00A0")
        .Array[0, 80].Select(words => string.Join(' ', words));

    public static IEnumerable<TheoryDataRow<string>> Monsters() =>
        new[] { "no space", "quotation marks", "apostrophes", "brackets", "full stops", "line ends", "one long sentence", "many cues", "digits", "dates", "names" }.Select(m => new TheoryDataRow<string>(m));

    [Fact]
    public void Random_bytes_never_crash_the_reader() =>
        Gen.Byte.Array[0, 2000].Sample(bytes => Check(Encoding.Latin1.GetString(bytes)), iter: 150);

    [Fact]
    public void Random_unicode_never_crashes_the_reader() =>
        Gen.Char.Array[0, 1000].Sample(chars => Check(new string(chars)), iter: 150);

    [Fact]
    public void Words_of_reports_in_any_order_never_crash_the_reader() => Words.Sample(Check, iter: 400);

    [Theory]
    [MemberData(nameof(Monsters))]
    public void Monsters_are_read_in_time_linear_in_their_length(string kind)
    {
        Check(Monster(kind, 2_000));
        var half = Time(Monster(kind, 100_000));
        var whole = Time(Monster(kind, 200_000));
        // Twice the text may take three times as long on a busy machine, but never four; below a second nothing is told from noise.
        if (whole > TimeSpan.FromSeconds(1)) whole.ShouldBeLessThan(half * 3.5, $"{kind}: {half.TotalMilliseconds:F0} ms, twice as long {whole.TotalMilliseconds:F0} ms");
        whole.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Fact]
    public void A_megabyte_without_a_space_is_read()
    {
        var reading = Reader.Value.Read(new("monster", new SourceText(new string('x', 1_000_000))), TestContext.Current.CancellationToken);
        reading.Statements.ShouldBeEmpty();
        reading.Report.Length.ShouldBe(1_000_000);
    }

    private static TimeSpan Time(string text)
    {
        var best = TimeSpan.MaxValue;
        for (var round = 0; round < 2; round++) // other tests run beside this one
        {
            var watch = Stopwatch.StartNew();
            Reader.Value.Read(new("monster", new SourceText(text)), TestContext.Current.CancellationToken);
            if (watch.Elapsed < best) best = watch.Elapsed;
        }

        return best;
    }

    private static string Monster(string kind, int length)
    {
        var part = kind switch
        {
            "no space" => "x",
            "quotation marks" => "\"",
            "apostrophes" => "'",
            "brackets" => "(",
            "full stops" => ". ",
            "line ends" => "\n",
            "one long sentence" => "the minister of the country and ",
            "many cues" => "he said she said they demanded that ",
            "digits" => "12 ",
            "dates" => "on Tuesday 12 March 2024, ",
            _ => "Kari Holm of Norland, ",
        };
        return string.Concat(Enumerable.Repeat(part, length / part.Length));
    }

    private static void Check(string text)
    {
        var source = new SourceText(text);
        var reading = Reader.Value.Read(new("fuzz", source) { Published = new(new(2024, 3, 14), "2024-03-14") }, TestContext.Current.CancellationToken);
        var ids = reading.Actors.Select(a => a.Id).ToHashSet();
        var statements = reading.Statements.Select(s => s.Id).ToHashSet();
        var issues = reading.Issues.Select(i => i.Id).ToHashSet();
        foreach (var span in Spans(reading))
        {
            span.Start.ShouldBeGreaterThanOrEqualTo(0);
            span.End.ShouldBeGreaterThan(span.Start);
            span.End.ShouldBeLessThanOrEqualTo(source.Length);
        }

        foreach (var s in reading.Statements) ids.ShouldContainAll(s.Speaker, s.Addressee);
        foreach (var p in reading.Positions)
        {
            ids.ShouldContainAll(p.Party, p.Target);
            statements.ShouldContainAll(p.Statement);
            issues.ShouldContainAll(p.Issue);
            p.Evidence.ShouldNotBeEmpty();
        }

        foreach (var m in reading.Meetings) ids.ShouldContainAll([m.Convenor, .. m.Participants]);
        foreach (var a in reading.Actors) ids.ShouldContainAll(a.SpeaksFor);
    }

    private static IEnumerable<Span> Spans(ReportReading reading) =>
    [
        .. reading.Actors.SelectMany(a => a.Mentions), .. reading.Dates.Select(d => d.Span),
        .. reading.Statements.SelectMany(s => s.Source.Concat(s.Cue).Concat(s.Content)), .. reading.Positions.SelectMany(p => p.Evidence),
        .. reading.Meetings.SelectMany(m => m.Evidence), .. reading.Deadlines.SelectMany(d => d.Evidence),
    ];
}

internal static class IdAssertions
{
    /// <summary>Every id that is not null must be known.</summary>
    public static void ShouldContainAll(this HashSet<string> known, params string?[] ids)
    {
        foreach (var id in ids)
            if (id is not null) known.ShouldContain(id);
    }
}
