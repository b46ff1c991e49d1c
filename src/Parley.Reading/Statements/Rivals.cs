namespace Parley.Reading.Statements;

/// <summary>What part every token is thought to play for other cues: words already spoken for are seldom anybody else's.</summary>
internal sealed class Rivals
{
    /// <summary>Log odds of a cue from which its claims are worth heeding.</summary>
    private const float From = -0.5f;

    private readonly Role[] _role; // for the likeliest cue that claims the token
    private readonly int[] _head;
    private readonly Role[] _nextRole; // for the next likeliest
    private readonly int[] _nextHead;
    private readonly float[] _odds;

    /// <param name="traits">With the odds of cues and an opinion.</param>
    public Rivals(Traits traits)
    {
        (_role, _head, _nextRole, _nextHead) = (new Role[traits.Count], new int[traits.Count], new Role[traits.Count], new int[traits.Count]);
        _odds = traits.CueOdds;
        var window = new CueWindow();
        foreach (var cue in AttributionReader.LikelyCues(traits, From))
        {
            window.Open(traits, cue, null);
            for (var i = 0; i < window.Opinions.Length; i++)
                if (window.Opinions[i].Role is var role && role != Role.None) Claim(window.First + i, role, cue);
        }
    }

    /// <summary>The part a token plays for the likeliest other cue: 0 for none, then by role, higher where that cue is likelier than this one.</summary>
    public byte Claim(int token, int cue)
    {
        var (role, head) = _head[token] == cue ? (_nextRole[token], _nextHead[token]) : (_role[token], _head[token]);
        return role == Role.None ? (byte)0 : (byte)((int)role + (_odds[head] > _odds[cue] ? 3 : 0));
    }

    private void Claim(int token, Role role, int head)
    {
        if (_role[token] == Role.None || _odds[head] > _odds[_head[token]])
        {
            (_nextRole[token], _nextHead[token]) = (_role[token], _head[token]);
            (_role[token], _head[token]) = (role, head);
        }
        else if (_nextRole[token] == Role.None || _odds[head] > _odds[_nextHead[token]])
        {
            (_nextRole[token], _nextHead[token]) = (role, head);
        }
    }
}
