using System.Runtime.CompilerServices;

namespace Parley.Dossiers.Entries;

/// <summary>How many entries of each kind a report's bytes hold, and where the first of them stands.</summary>
internal readonly record struct EntryPlaces(
    int Statements, int StatementsAt, int Positions, int PositionsAt, int Meetings, int MeetingsAt, int Deadlines, int DeadlinesAt, int Mandates, int MandatesAt)
{
    /// <exception cref="InvalidDataException">The bytes were written by a newer Parley, or are cut short.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)] // the first dossier a process opens must not wait for the loop to warm up
    public static EntryPlaces Of(byte[] bytes)
    {
        var from = new ByteReader(bytes);
        EntriesCodec.Version(ref from);
        var (statements, statementsAt) = (from.Int(), from.At);
        from.Skip((long)statements * EntriesCodec.StatementNumbers);
        var (positions, positionsAt) = (from.Int(), from.At);
        from.Skip((long)positions * EntriesCodec.PositionNumbers);
        var (meetings, meetingsAt) = (from.Int(), from.At);
        for (var i = 0; i < meetings; i++)
        {
            from.Skip(1);
            from.SkipText();
            from.SkipText();
            from.Skip(from.Int() + 5L);
        }

        var (deadlines, deadlinesAt) = (from.Int(), from.At);
        for (var i = 0; i < deadlines; i++)
        {
            from.Skip(1);
            from.SkipText();
            from.SkipText();
            from.Skip(4);
        }

        return new(statements, statementsAt, positions, positionsAt, meetings, meetingsAt, deadlines, deadlinesAt, from.Int(), from.At);
    }
}
