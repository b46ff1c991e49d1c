namespace Parley.Reading.Positions;

/// <summary>What an act is about, read as an outcome and a sign.</summary>
/// <param name="Words">The outcome, without what denies it or keeps it away.</param>
/// <param name="Not">Whether it shall not be: an odd number of turns.</param>
/// <param name="Never">Whether it shall never be.</param>
/// <param name="Change">What becomes of a thing in it: it is kept, ended or lessened; none where the outcome is the thing.</param>
/// <param name="Thing">The thing that is kept, ended or lessened; the outcome itself where it is none of these.</param>
/// <param name="Heads">The words walked through, from the first to the outcome's own head.</param>
/// <param name="Chain">The words that turned the sign or changed the thing, for those who doubt.</param>
internal sealed record Outcome(Tokens Words, bool Not, bool Never, Change Change, Tokens Thing, List<int> Heads, string Chain)
{
    public static Outcome Of(Tokens theme) => new(theme, false, false, Change.None, theme, [], "");

    /// <summary>Whether a trigger stands on the way to the outcome, not somewhere below it.</summary>
    public bool Passes(Event read)
    {
        foreach (var head in Heads)
            if (read.Words.Contains(head) || read.Head == head) return true;
        return false;
    }
}
