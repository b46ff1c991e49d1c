using System.Runtime.Intrinsics;

namespace Parley.Reading.Statements;

/// <summary>The part of a token for one cue.</summary>
internal enum PairRole { None, SourceFirst, SourceRest, Cue, ContentFirst, ContentRest, ContentLast }

/// <summary>What a token is thought to be to a cue, in steps of <see cref="LogOdds"/>.</summary>
internal readonly record struct PairOpinion(byte Source, byte SourceFirst, byte Cue, byte Content, byte First, byte Last)
{
    /// <summary>The role thought likelier than not; none where no role is.</summary>
    public Role Role => Content > LogOdds.Even ? Role.Content : Source > LogOdds.Even ? Role.Source : Cue > LogOdds.Even ? Role.Cue : Role.None;

    /// <summary>From scores of <see cref="PairRole"/>, which become probabilities.</summary>
    public static PairOpinion Of(Span<float> scores)
    {
        LogOdds.Raise(scores, OpinionNetwork.RoleCount);
        var p = scores;
        var (sourceFirst, cue, first, last) = (p[(int)PairRole.SourceFirst], p[(int)PairRole.Cue], p[(int)PairRole.ContentFirst], p[(int)PairRole.ContentLast]);
        var (source, content) = (sourceFirst + p[(int)PairRole.SourceRest], first + last + p[(int)PairRole.ContentRest]);
        var s = LogOdds.StepsOf(Vector256.Create(source, sourceFirst, cue, content, first, last, 0, 0), p[(int)PairRole.None] + source + cue + content);
        return new((byte)s[0], (byte)s[1], (byte)s[2], (byte)s[3], (byte)s[4], (byte)s[5]);
    }
}
