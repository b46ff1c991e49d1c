using System.Runtime.Intrinsics;

namespace Parley.Reading.Statements;

/// <summary>What a token may be, whatever the cue. Where it plays for two cues, the later label counts.</summary>
internal enum Label
{
    Other, ContentFirst, ContentFirstBehind, ContentRest, ContentRestBehind, ContentLast, ContentLastBehind, Source, SourceBehind, CueRest, CueHead,
}

/// <summary>What a token is thought to be, whatever the cue, in steps of <see cref="LogOdds"/>.</summary>
internal readonly record struct TokenOpinion(byte Head, byte Cue, byte Source, byte Content, byte First, byte Last)
{
    /// <summary>From scores of <see cref="Label"/>, which become probabilities.</summary>
    public static TokenOpinion Of(Span<float> scores)
    {
        LogOdds.Raise(scores, OpinionNetwork.LabelCount);
        var p = scores;
        var first = p[(int)Label.ContentFirst] + p[(int)Label.ContentFirstBehind];
        var last = p[(int)Label.ContentLast] + p[(int)Label.ContentLastBehind];
        var content = first + last + p[(int)Label.ContentRest] + p[(int)Label.ContentRestBehind];
        var (head, source) = (p[(int)Label.CueHead], p[(int)Label.Source] + p[(int)Label.SourceBehind]);
        var cue = head + p[(int)Label.CueRest];
        var s = LogOdds.StepsOf(Vector256.Create(head, cue, source, content, first, last, 0, 0), p[(int)Label.Other] + content + source + cue);
        return new((byte)s[0], (byte)s[1], (byte)s[2], (byte)s[3], (byte)s[4], (byte)s[5]);
    }
}
