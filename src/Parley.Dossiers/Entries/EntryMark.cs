namespace Parley.Dossiers.Entries;

/// <summary>Who vouches for an entry: the reader alone, or an analyst as well.</summary>
public enum EntryMark : byte
{
    /// <summary>As read.</summary>
    Read,

    /// <summary>An analyst confirmed it as read.</summary>
    Confirmed,

    /// <summary>An analyst changed a part of it.</summary>
    Edited,

    /// <summary>An analyst put it in; no reader found it.</summary>
    Added,

    /// <summary>An analyst rejected it: kept, shown in the history, left out of every answer.</summary>
    Rejected,
}
