using System.Collections.Immutable;

namespace Parley.Dossiers.Entries;

/// <summary>
/// The entries of all reports as they are packed, and where in them each kind begins: a tenth of what they take unpacked, so that tables are
/// made straight from them. Immutable.
/// </summary>
internal sealed class EntryShelf
{
    private const int Slice = 512;

    private readonly byte[]?[] _packed;
    private readonly EntryPlaces[] _places;

    private EntryShelf(byte[]?[] packed, EntryPlaces[] places) => (_packed, _places) = (packed, places);

    public static EntryShelf Empty { get; } = new([], []);

    /// <summary>One more than the highest number of a report.</summary>
    public int End => _packed.Length;

    public EntryShelf With(ImmutableArray<ReportUpdate> updates)
    {
        if (updates.IsEmpty) return this;
        var end = Math.Max(End, updates.Max(u => u.Head.Number) + 1);
        var (packed, places) = (new byte[]?[end], new EntryPlaces[end]);
        _packed.CopyTo(packed, 0);
        _places.CopyTo(places, 0);
        foreach (var update in updates)
        {
            packed[update.Head.Number] = update.Entries;
            places[update.Head.Number] = EntryPlaces.Of(update.Entries);
        }

        return new(packed, places);
    }

    /// <summary>Every entry of a report, rejected ones too; null where there is no such report.</summary>
    public ReportEntries? Of(int report) => report > 0 && report < End && _packed[report] is { } bytes ? EntriesCodec.Read(report, bytes) : null;

    /// <summary>Where the entries of a report stand; empty where there is no such report.</summary>
    public EntryPlaces PlacesOf(int report) => report > 0 && report < End ? _places[report] : default;

    /// <summary>At the first statement of a report.</summary>
    public ByteReader StatementBytes(int report) => new(_packed[report], _places[report].StatementsAt);

    /// <summary>At its first position.</summary>
    public ByteReader PositionBytes(int report) => new(_packed[report], _places[report].PositionsAt);

    /// <summary>At its first mandate.</summary>
    public ByteReader MandateBytes(int report) => new(_packed[report], _places[report].MandatesAt);

    /// <summary>The bytes of a report's positions, to compare; so those of its statements, meetings and mandates.</summary>
    public ReadOnlySpan<byte> PackedPositions(int report) => Bytes(report, _places[report].PositionsAt, _places[report].MeetingsAt);

    public ReadOnlySpan<byte> PackedStatements(int report) => Bytes(report, _places[report].StatementsAt, _places[report].PositionsAt);

    public ReadOnlySpan<byte> PackedMeetings(int report) => Bytes(report, _places[report].MeetingsAt, _places[report].DeadlinesAt);

    public ReadOnlySpan<byte> PackedMandates(int report) => _packed[report].AsSpan(_places[report].MandatesAt);

    /// <summary>The meetings of all reports, rejected ones left out.</summary>
    public IEnumerable<MeetingEntry> Meetings()
    {
        for (var report = 0; report < End; report++)
            foreach (var meeting in MeetingsOf(report))
                if (meeting.Mark != EntryMark.Rejected) yield return meeting;
    }

    /// <summary>The deadlines of all reports, rejected ones left out.</summary>
    public IEnumerable<DeadlineEntry> Deadlines()
    {
        for (var report = 0; report < End; report++)
            foreach (var deadline in DeadlinesOf(report))
                if (deadline.Mark != EntryMark.Rejected) yield return deadline;
    }

    public MandateEntry[] Mandates(int report)
    {
        var from = MandateBytes(report);
        var mandates = new MandateEntry[_places[report].Mandates];
        for (var i = 0; i < mandates.Length; i++) mandates[i] = EntriesCodec.Mandate(ref from);
        return mandates;
    }

    /// <summary>Reads reports on all cores, some hundred at a time.</summary>
    /// <param name="work">The first report of a slice, and the one after its last.</param>
    public void InSlices(Action<int, int> work)
    {
        if (End <= Slice) work(0, End);
        else Parallel.For(0, (End + Slice - 1) / Slice, n => work(n * Slice, Math.Min(End, (n + 1) * Slice)));
    }

    /// <summary>By report, how many entries of a kind stand before its own, with all of them at the end.</summary>
    public int[] Before(Func<EntryPlaces, int> count)
    {
        var before = new int[End + 1];
        for (var report = 0; report < End; report++) before[report + 1] = before[report] + count(_places[report]);
        return before;
    }

    private ReadOnlySpan<byte> Bytes(int report, int from, int to) => _packed[report].AsSpan(from..to);

    private MeetingEntry[] MeetingsOf(int report)
    {
        var from = new ByteReader(_packed[report], _places[report].MeetingsAt);
        var meetings = new MeetingEntry[_places[report].Meetings];
        for (var i = 0; i < meetings.Length; i++) meetings[i] = EntriesCodec.Meeting(ref from, report);
        return meetings;
    }

    private DeadlineEntry[] DeadlinesOf(int report)
    {
        var from = new ByteReader(_packed[report], _places[report].DeadlinesAt);
        var deadlines = new DeadlineEntry[_places[report].Deadlines];
        for (var i = 0; i < deadlines.Length; i++) deadlines[i] = EntriesCodec.Deadline(ref from, report);
        return deadlines;
    }
}
