using CsCheck;
using Parley.Dossiers.Entries;
using Parley.Language;
using Parley.Reading;

namespace Parley.Dossiers.Tests;

public sealed class EntriesTests
{
    [Theory]
    [InlineData("12/s5", 12, EntryKind.Statement, 5)]
    [InlineData("3/p+7", 3, EntryKind.Position, -7)]
    [InlineData("1/m1", 1, EntryKind.Meeting, 1)]
    public void An_entry_is_named_by_report_kind_and_place(string text, int report, EntryKind kind, int ordinal)
    {
        EntryId.TryParse(text, out var id).ShouldBeTrue();
        id.ShouldBe(new(report, kind, ordinal));
        id.ToString().ShouldBe(text);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("/s1")]
    [InlineData("12/")]
    [InlineData("12/x1")]
    [InlineData("12/s0")]
    [InlineData("12/s-1")]
    [InlineData("12/s1 ")]
    public void What_names_no_entry_is_refused(string? text) => EntryId.TryParse(text, out _).ShouldBeFalse();

    [Fact]
    public void Entries_survive_packing()
    {
        var span = Gen.Select(Gen.Int[0, 100_000], Gen.Int[0, 500]).Select((s, l) => new Span(s, s + l));
        var number = Gen.Int[0, 70_000];
        var statement = Gen.Select(Gen.Int[-9, 5000].Where(o => o != 0), number, number, Gen.Int[0, 800_000], Gen.Enum<StatementMode>(), Gen.Enum<StatementKind>(), span, Gen.Enum<EntryMark>())
            .Select((o, a, b, day, mode, kind, s, mark) => new StatementEntry(7, o, a, b, a, day, mode, kind, s, s, mark));
        var position = Gen.Select(number, Gen.Enum<Act>(), Gen.Enum<Stance>().Nullable(), Gen.Enum<Firmness>().Nullable(), Gen.Bool, span, Gen.Byte[0, 100], Gen.Enum<EntryMark>())
            .Select((n, act, stance, firmness, flag, s, sure, mark) => new PositionEntry(7, 3, n, n, n, 0, -2, n, act, stance, firmness, null, flag, !flag, s, sure, mark));
        var meeting = Gen.Select(Gen.String.Null(), Gen.String.Null(), number.Array[0, 4], Gen.Int[0, 9].Nullable(), Gen.Enum<MeetingStatus>(), span)
            .Select((d, p, who, round, status, s) => new MeetingEntry(7, 1, d, p, [.. who], 0, round, status, s, EntryMark.Read));
        Gen.Select(statement.Array[0, 5], position.Array[0, 5], meeting.Array[0, 3]).Sample((s, p, m) =>
        {
            ReportEntries entries = new() { Statements = [.. s], Positions = [.. p], Meetings = [.. m], Mandates = [new(3, 4, "envoy")], Given = s.Length > 2 ? new(s.Length, 700, 0, 1) : default };
            var back = EntriesCodec.Read(7, EntriesCodec.Write(entries));
            back.Statements.ShouldBe(entries.Statements);
            back.Positions.ShouldBe(entries.Positions);
            back.Mandates.ShouldBe(entries.Mandates);
            back.Given.ShouldBe(entries.Given);
            back.Meetings.Select(x => x with { Participants = [] }).ShouldBe(entries.Meetings.Select(x => x with { Participants = [] }));
            back.Meetings.SelectMany(x => x.Participants).ShouldBe(entries.Meetings.SelectMany(x => x.Participants));
        });
    }

    [Fact]
    public void Bytes_cut_short_are_refused()
    {
        var bytes = EntriesCodec.Write(new() { Deadlines = [new(1, 1, "2026-03-01", "reply", 2, new(0, 5), EntryMark.Read)] });
        for (var length = 1; length < bytes.Length; length++) Should.Throw<InvalidDataException>(() => EntriesCodec.Read(1, bytes.AsSpan(0, length)));
    }

    [Fact]
    public void Days_are_ordered_as_a_stable_sort_orders_them()
    {
        Gen.OneOf(Gen.Const(DayOrder.None), Gen.Const(0), Gen.Int[738_000, 738_900]).Array[0, 300].Sample(days =>
            DayOrder.Of(days).ShouldBe(Enumerable.Range(0, days.Length).Where(i => days[i] != DayOrder.None).OrderBy(i => days[i])));
    }

    [Fact]
    public void Entries_cut_short_are_found_out_before_they_are_unpacked()
    {
        var bytes = EntriesCodec.Write(new()
        {
            Statements = [new(1, 1, 2, 3, 0, 738_000, default, default, new(0, 90), new(5, 90), EntryMark.Read)],
            Meetings = [new(1, 1, "2026-03-01", "Kessel", [2, 3], 0, 2, default, new(0, 5), EntryMark.Read)],
        });
        EntryPlaces.Of(bytes).ShouldSatisfyAllConditions(p => p.Statements.ShouldBe(1), p => p.Meetings.ShouldBe(1), p => p.Mandates.ShouldBe(0), p => p.MandatesAt.ShouldBe(bytes.Length));
        for (var length = 1; length < bytes.Length; length++) Should.Throw<InvalidDataException>(() => EntryPlaces.Of(bytes[..length]));
    }
}
