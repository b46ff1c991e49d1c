using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Parley.Language;
using Parley.Reading;

namespace Parley.Dossiers.Entries;

/// <summary>
/// Entries of a report as bytes: a version, then variable-length integers. About 15 bytes an entry, a few million entries a second.
/// </summary>
public static class EntriesCodec
{
    /// <summary>How many integers a statement is.</summary>
    internal const int StatementNumbers = 10;

    /// <summary>How many integers a position is.</summary>
    internal const int PositionNumbers = 11;

    private const int Once = 1; // read once: numbers of entries run from 1
    private const int Again = 2; // read again: numbers that are spent follow at the end

    public static byte[] Write(ReportEntries entries)
    {
        ArgumentNullException.ThrowIfNull(entries);
        var to = new ByteWriter();
        to.Int(entries.Given == default ? Once : Again);
        to.Int(entries.Statements.Length);
        foreach (var s in entries.Statements)
        {
            to.Signed(s.Ordinal);
            to.Int(s.Speaker);
            to.Int(s.Party);
            to.Int(s.Addressee);
            to.Int(s.Day);
            to.Int((int)s.Mode | ((int)s.Kind << 2) | ((int)s.Mark << 3));
            to.Span(s.Extent);
            to.Span(s.Content);
        }

        to.Int(entries.Positions.Length);
        foreach (var p in entries.Positions)
        {
            to.Signed(p.Ordinal);
            to.Int(p.Party);
            to.Int(p.Speaker);
            to.Int(p.Issue);
            to.Int(p.Target);
            to.Signed(p.Statement);
            to.Int(p.Day);
            to.Int((int)p.Act | (Code(p.Stance) << 4) | (Code(p.Firmness) << 6) | (Code(p.Polarity) << 8)
                | (p.Conditional ? 1 << 10 : 0) | (p.Negated ? 1 << 11 : 0) | ((int)p.Mark << 12));
            to.Span(p.Evidence);
            to.Int(p.Confidence);
        }

        to.Int(entries.Meetings.Length);
        foreach (var m in entries.Meetings)
        {
            to.Signed(m.Ordinal);
            to.Text(m.Date);
            to.Text(m.Place);
            to.Int(m.Participants.Length);
            foreach (var participant in m.Participants) to.Int(participant);
            to.Int(m.Convenor);
            to.Signed(m.Round ?? -1);
            to.Int((int)m.Status | ((int)m.Mark << 4));
            to.Span(m.Evidence);
        }

        to.Int(entries.Deadlines.Length);
        foreach (var d in entries.Deadlines)
        {
            to.Signed(d.Ordinal);
            to.Text(d.Date);
            to.Text(d.What);
            to.Int(d.SetBy);
            to.Int((int)d.Mark);
            to.Span(d.Evidence);
        }

        to.Int(entries.Mandates.Length);
        foreach (var m in entries.Mandates)
        {
            to.Int(m.Person);
            to.Int(m.Party);
            to.Text(m.Role);
        }

        if (entries.Given is var given && given != default)
        {
            to.Int(given.Statements);
            to.Int(given.Positions);
            to.Int(given.Meetings);
            to.Int(given.Deadlines);
        }

        return to.ToArray();
    }

    /// <exception cref="InvalidDataException">The bytes were written by a newer Parley, or are cut short.</exception>
    public static ReportEntries Read(int report, ReadOnlySpan<byte> bytes)
    {
        var from = new ByteReader(bytes);
        var version = Version(ref from);
        var statements = new StatementEntry[from.Int()];
        for (var i = 0; i < statements.Length; i++) statements[i] = Statement(ref from, report);
        var positions = new PositionEntry[from.Int()];
        for (var i = 0; i < positions.Length; i++) positions[i] = Position(ref from, report);
        var meetings = new MeetingEntry[from.Int()];
        for (var i = 0; i < meetings.Length; i++) meetings[i] = Meeting(ref from, report);
        var deadlines = new DeadlineEntry[from.Int()];
        for (var i = 0; i < deadlines.Length; i++) deadlines[i] = Deadline(ref from, report);
        var mandates = new MandateEntry[from.Int()];
        for (var i = 0; i < mandates.Length; i++) mandates[i] = Mandate(ref from);
        return new()
        {
            Statements = ImmutableArrayOf(statements),
            Positions = ImmutableArrayOf(positions),
            Meetings = ImmutableArrayOf(meetings),
            Deadlines = ImmutableArrayOf(deadlines),
            Mandates = ImmutableArrayOf(mandates),
            Given = version == Again ? new(from.Int(), from.Int(), from.Int(), from.Int()) : default,
        };
    }

    internal static int Version(ref ByteReader from) =>
        from.Int() is var version and >= Once and <= Again ? version : throw new InvalidDataException("the entries were written by a newer Parley");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static StatementEntry Statement(ref ByteReader from, int report)
    {
        var (ordinal, speaker, party, addressee, day, code) = (from.Signed(), from.Int(), from.Int(), from.Int(), from.Int(), from.Int());
        return new(
            report, ordinal, speaker, party, addressee, day,
            (StatementMode)(code & 3), (StatementKind)((code >> 2) & 1), from.Span(), from.Span(), (EntryMark)(code >> 3));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static PositionEntry Position(ref ByteReader from, int report)
    {
        var (ordinal, party, speaker, issue) = (from.Signed(), from.Int(), from.Int(), from.Int());
        var (target, statement, day, code) = (from.Int(), from.Signed(), from.Int(), from.Int());
        return new(
            report, ordinal, party, speaker, issue, target, statement, day, (Act)(code & 15),
            Decode<Stance>(code >> 4), Decode<Firmness>(code >> 6), Decode<Polarity>(code >> 8),
            (code & (1 << 10)) != 0, (code & (1 << 11)) != 0, from.Span(), (byte)from.Int(), (EntryMark)(code >> 12));
    }

    internal static MeetingEntry Meeting(ref ByteReader from, int report)
    {
        var (ordinal, date, place) = (from.Signed(), from.Text(), from.Text());
        var participants = new int[from.Int()];
        for (var p = 0; p < participants.Length; p++) participants[p] = from.Int();
        var (convenor, round, code) = (from.Int(), from.Signed(), from.Int());
        return new(
            report, ordinal, date, place, ImmutableArrayOf(participants), convenor, round < 0 ? null : round,
            (MeetingStatus)(code & 15), from.Span(), (EntryMark)(code >> 4));
    }

    internal static DeadlineEntry Deadline(ref ByteReader from, int report)
    {
        var (ordinal, date, what, setBy, mark) = (from.Signed(), from.Text(), from.Text(), from.Int(), (EntryMark)from.Int());
        return new(report, ordinal, date, what, setBy, from.Span(), mark);
    }

    internal static MandateEntry Mandate(ref ByteReader from) => new(from.Int(), from.Int(), from.Text());

    /// <summary>A mandate without its role.</summary>
    internal static (int Person, int Party) Mandated(ref ByteReader from)
    {
        var mandate = (from.Int(), from.Int());
        from.SkipText();
        return mandate;
    }

    private static ImmutableArray<T> ImmutableArrayOf<T>(T[] owned) =>
        System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(owned);

    private static int Code<T>(T? value) where T : struct, Enum => value is { } v ? System.Runtime.CompilerServices.Unsafe.BitCast<T, byte>(v) + 1 : 0;

    private static T? Decode<T>(int code) where T : struct, Enum => (code & 3) == 0 ? null : System.Runtime.CompilerServices.Unsafe.BitCast<byte, T>((byte)((code & 3) - 1));
}
