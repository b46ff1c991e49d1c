using Parley.Language;
using Parley.Reading;
using Parley.Reading.Actors;
using Parley.Training.Actors;

namespace Parley.Training.Positions;

/// <summary>The positions of a gold report, against which those read are judged.</summary>
internal sealed class GoldPositions(GoldReading gold, GoldReport cast, Document document)
{
    private static readonly string[][] Coarse =
    [
        ["OFFER", "ACCEPT", "CONCEDE", "ENDORSE"], ["DEMAND", "APPEAL", "ULTIMATUM", "CONDITION"], ["REFUSE", "RED_LINE", "DENY"], ["THREATEN", "WARN", "ACCUSE"], ["OUTLOOK"],
    ];

    /// <summary>For each position read, whether the gold has one of that party, in these words or their sentence, of that coarse act and not turned round.</summary>
    public bool[] Judge(ReportReading reading, ActorTable actors)
    {
        var right = new bool[reading.Positions.Length];
        var taken = new HashSet<GoldPosition>();
        for (var i = 0; i < right.Length; i++)
            if (gold.Positions.FirstOrDefault(g => !taken.Contains(g) && Fits(g, reading.Positions[i], actors)) is { } found)
                right[i] = taken.Add(found);
        return right;
    }

    private bool Fits(GoldPosition wanted, Position read, ActorTable actors)
    {
        var act = read.Act == Act.RedLine ? "RED_LINE" : read.Act.ToString().ToUpperInvariant();
        if (!Coarse.Any(c => c.Contains(wanted.Act) && c.Contains(act))) return false;
        if (wanted.Stance is { } stance && read.Stance is Stance.For or Stance.Against && stance != "open" && stance != read.Stance.ToString()!.ToLowerInvariant()) return false;
        if (read.Party is not { } id || !Same(wanted.Party, actors[id])) return false;
        var at = document.Chars.IndexOf(wanted.Evidence, StringComparison.Ordinal);
        if (at < 0) return false;
        var evidence = new Span(at, at + wanted.Evidence.Length);
        return read.Evidence.Any(e => e.Overlaps(evidence) || document.SentenceAt(e.Start) == document.SentenceAt(evidence.Start));
    }

    private bool Same(string party, Actor read) => cast.Actors.TryGetValue(party, out var actor)
        && (actor.Names.Contains(GoldReport.Plain(read.Name)) || actor.Kind == "state" && read.Kind == ActorKind.State && actor.Country is { } country && country == read.Country);
}
