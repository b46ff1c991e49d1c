namespace Parley.Reading.Statements;

/// <summary>What part every token plays in the first drafts of other cues: words already spoken for are seldom anybody else's.</summary>
internal sealed class Rivals
{
    /// <summary>Log odds of a cue from which its draft is worth heeding.</summary>
    public const float From = -0.5f;

    private readonly Role[] _role; // in the draft of the likeliest cue that claims the token
    private readonly int[] _head;
    private readonly Role[] _nextRole; // in that of the next likeliest
    private readonly int[] _nextHead;
    private readonly float[] _odds;

    public Rivals(Traits traits, List<AttributionDraft> drafts)
    {
        (_role, _head, _nextRole, _nextHead) = (new Role[traits.Count], new int[traits.Count], new Role[traits.Count], new int[traits.Count]);
        _odds = traits.CueOdds;
        foreach (var draft in drafts)
            for (var i = 0; i < draft.Roles.Length; i++)
                if (draft.Roles[i] != Role.None) Claim(draft.First + i, draft.Roles[i], draft.Head);
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
