using Parley.Language;

namespace Parley.Reading.Statements;

/// <summary>The part a token plays for one cue.</summary>
internal enum Role : byte { None, Source, Cue, Content }

/// <summary>What speaks for the role of a token given the head of a cue, and for a change of role between two tokens.</summary>
/// <remarks>
/// The tree around the cue orders the words: each token hangs on a branch of the cue or of one of its ancestors, and the relation
/// of that branch (subject of the cue, clause that the cue interrupts …) tells most of its role.
/// </remarks>
internal sealed class RoleFeatures
{
    public const int Capacity = 128;
    private const int Ancestors = 6;
    private const int WindowLimit = 250; // tokens to each side of the cue

    private int[] _branch = [];
    private byte[] _level = [];
    private byte[] _rivals = []; // other likely cues between a token and the cue
    private byte[] _commas = [];
    private byte[] _claims = []; // what other cues claim, by their first drafts
    private bool _contested;
    private uint[] _arm = []; // how a token's branch hangs on the cue
    private uint[] _mark = []; // what opens the clause of its branch
    private Traits _traits = null!;
    private int _cue;
    private uint _cueWord, _cueClass, _cueTag, _cueRelation, _cueQuote;

    /// <summary>First token that may play a role.</summary>
    public int First { get; private set; }

    /// <summary>Index after the last token that may play a role.</summary>
    public int End { get; private set; }

    /// <summary>Turns to a cue: finds its window and the branches of its tree.</summary>
    /// <param name="rivals">The first drafts of other cues; null while there are none.</param>
    public void Open(Traits t, int cue, Rivals? rivals)
    {
        (_traits, _cue) = (t, cue);
        (First, End) = (cue, cue + 1);
        while (First > 0 && cue - First < WindowLimit && t.Paragraph[First - 1] == t.Paragraph[cue]) First--;
        while (End < t.Count && End - cue < WindowLimit && t.Paragraph[End] == t.Paragraph[cue]) End++;
        var length = End - First;
        if (_branch.Length < length)
        {
            _branch = new int[length * 2];
            _level = new byte[length * 2];
            _rivals = new byte[length * 2];
            _commas = new byte[length * 2];
            _claims = new byte[length * 2];
            _arm = new uint[length * 2];
            _mark = new uint[length * 2];
        }

        (_cueWord, _cueClass, _cueTag, _cueRelation, _cueQuote) = (t.Lemma[cue], t.Classes[cue], t.Tag[cue], t.Relation[cue], t.Quote[cue]);
        _contested = rivals is not null;
        for (var i = 0; _contested && i < length; i++) _claims[i] = rivals!.Claim(First + i, cue);
        FindBranches();
        for (var i = 0; i < length; i++)
        {
            _arm[i] = Hashes.Of(_level[i], t.Relation[_branch[i]]);
            _mark[i] = t.Mark[_branch[i]];
        }

        CountBetween(-1);
        CountBetween(1);
    }

    /// <summary>Features of a token; its role is weighed against the others.</summary>
    public void Token(int j, FeatureList f)
    {
        f.Clear();
        var t = _traits;
        var (lemma, tag, at) = (t.Lemma[j], t.Tag[j], j - First);
        var side = j < _cue ? 0u : j == _cue ? 1u : 2u;
        var offset = j - _cue;
        var distance = side * 16 + Bucket(Math.Abs(offset));
        var branch = _branch[at];
        var armSide = Hashes.Of(_arm[at], side);
        var sentences = Math.Clamp(t.Document.SentenceOf(j) - t.Document.SentenceOf(_cue), -2, 2);
        var quote = (uint)(t.Quote[j] * 4 + _cueQuote);
        uint rivals = _rivals[at], commas = _commas[at];

        f.Add(distance);
        f.Add(armSide);
        f.Add(armSide, _cueWord);
        f.Add(armSide, _cueClass);
        f.Add(armSide, _cueRelation);
        f.Add(armSide, _cueTag);
        f.Add(armSide, lemma, branch == j ? 1u : 0u);
        f.Add(armSide, tag);
        f.Add(armSide, t.Relation[j]);
        f.Add(armSide, t.Lemma[branch]);
        f.Add(armSide, t.Lemma[branch], _cueWord);
        f.Add(armSide, t.Tag[branch], _cueClass);
        f.Add(armSide, rivals, quote);
        f.Add(armSide, _mark[at], _cueClass);
        f.Add(armSide, _mark[at], _cueWord);
        f.Add(side, lemma);
        f.Add(side, tag);
        f.Add(side, lemma, _cueWord);
        f.Add(side, tag, _cueWord);
        f.Add(side, tag, _cueClass);
        f.Add(side, quote, (uint)sentences);
        f.Add(side, quote, rivals, (uint)sentences);
        f.Add(side, quote, _cueClass);
        f.Add(side, rivals, commas);
        f.Add(side, rivals, distance);
        f.Add(distance, tag);
        f.Add(distance, quote);
        f.Add(side, At(t.Lemma, j - 1), lemma);
        f.Add(side, lemma, At(t.Lemma, j + 1));
        f.Add(side, At(t.Tag, j - 1), tag);
        f.Add(side, tag, At(t.Tag, j + 1));
        f.Add(side, t.CueOdds[j] > 0 ? 1u : 0u, rivals);
        f.Add(side, At(t.Tag, j - 1), tag, At(t.Tag, j + 1));
        if (_contested)
        {
            uint claim = _claims[at], cueClaim = _claims[_cue - First];
            f.Add(claim, side, cueClaim);
            f.Add(claim, armSide);
            f.Add(claim, armSide, cueClaim);
            f.Add(claim, quote, side);
            f.Add(claim, tag, side);
            f.Add(claim, distance, rivals);
            f.Add(claim, side, _cueClass);
        }
        else
        {
            f.Skip(7);
        }

        if (offset is < -5 or > 5)
        {
            f.Skip(6);
            return;
        }

        var near = (uint)(offset + 8);
        f.Add(near, lemma);
        f.Add(near, tag);
        f.Add(near, lemma, _cueWord);
        f.Add(near, tag, _cueClass);
        f.Add(near, tag, _cueTag);
        f.Add(near, armSide);
    }

    /// <summary>Features of a change of role between the token before <paramref name="j"/> and <paramref name="j"/> itself.</summary>
    public void Boundary(int j, FeatureList f)
    {
        f.Clear();
        var t = _traits;
        int at = j - First, i = j - 1;
        var (left, right) = (t.Lemma[i], t.Lemma[j]);
        var (leftTag, rightTag) = (t.Tag[i], t.Tag[j]);
        var (leftArm, rightArm) = (_arm[at - 1], _arm[at]);
        var sameBranch = _branch[at - 1] == _branch[at] ? 1u : 0u;
        var sentence = t.Document.SentenceOf(i) != t.Document.SentenceOf(j) ? 1u : 0u;
        var quotes = (uint)(t.Quote[i] * 16 + t.Quote[j] * 4 + _cueQuote);
        var side = j <= _cue ? 0u : 1u;
        var distance = side * 16 + Bucket(Math.Abs(j <= _cue ? _cue - j : i - _cue));
        var (opens, closes) = (t.Opens[j], t.Closes[i]);
        var edge = Hashes.Of(t.Relation[opens], OnBranch(opens, at));
        var end = Hashes.Of(t.Relation[closes], OnBranch(closes, at - 1));

        f.Add(side);
        f.Add(left);
        f.Add(right);
        f.Add(left, right);
        f.Add(leftTag);
        f.Add(rightTag);
        f.Add(leftTag, rightTag);
        f.Add(At(t.Tag, i - 1), leftTag, rightTag);
        f.Add(leftTag, rightTag, At(t.Tag, j + 1));
        f.Add(leftArm, rightArm, sameBranch);
        f.Add(leftArm, rightArm, _cueClass);
        f.Add(leftArm, rightArm, _cueWord);
        f.Add(leftArm, rightArm, left);
        f.Add(leftArm, rightArm, right);
        f.Add(edge, end);
        f.Add(edge, leftTag);
        f.Add(end, rightTag);
        f.Add(edge, sameBranch, rightArm);
        f.Add(end, sameBranch, leftArm);
        f.Add(quotes, sentence);
        f.Add(quotes, side, left);
        f.Add(quotes, side, right);
        f.Add(_cueWord, right);
        f.Add(_cueWord, left);
        f.Add(_cueClass, right);
        f.Add(_cueClass, left);
        f.Add(_cueClass, leftTag, rightTag);
        f.Add(distance);
        f.Add(distance, rightTag);
        f.Add(distance, leftTag);
        f.Add(distance, right, _cueTag);
        f.Add(distance, left, _cueTag);
        f.Add(right, At(t.Lemma, j + 1));
        f.Add(At(t.Lemma, i - 1), left);
        f.Add(side, _rivals[at], _commas[at]);
        f.Add(side, RivalAhead(j), right);
        f.Add(sentence, side, (uint)Math.Clamp(t.Document.SentenceOf(j) - t.Document.SentenceOf(_cue), -2, 2));
        f.Add(edge, right);
        f.Add(end, left);
        if (!_contested) return;
        var claims = (uint)((_claims[at - 1] * 8) + _claims[at]);
        uint next = Claim(at + 1), after = Claim(at + 2), before = Claim(at - 2);
        f.Add(claims, side);
        f.Add(claims, leftTag, rightTag);
        f.Add(claims, leftArm, rightArm);
        f.Add(claims, left);
        f.Add(claims, right);
        f.Add(claims, next, after);
        f.Add(claims, before, next);
        f.Add(claims, next, after, rightTag);
        f.Add(claims, edge, end);
        f.Add(claims, quotes, sentence);
    }

    private uint Claim(int at) => at >= 0 && at < End - First ? _claims[at] : 7u;

    private void FindBranches()
    {
        var t = _traits;
        Array.Fill(_branch, -1, 0, End - First);
        Array.Fill(_level, (byte)0, 0, End - First);
        var up = _cue;
        for (var level = 1; level <= Ancestors && up >= First && up < End; level++, up = t.Head[up])
        {
            _level[up - First] = (byte)level; // an ancestor marks its own level and is its own branch
            _branch[up - First] = up;
        }

        for (var j = First; j < End; j++)
        {
            var (top, steps) = (j, 0);
            while (_branch[top - First] < 0 && t.Head[top] >= First && t.Head[top] < End && steps++ < 40)
            {
                var head = t.Head[top];
                if (_branch[head - First] >= 0) break;
                top = head;
            }

            if (_branch[top - First] >= 0 && top == j) continue;
            var parent = t.Head[top];
            int branch, reach;
            if (parent < First || parent >= End || _branch[parent - First] < 0) (branch, reach) = (top, Ancestors + 1);
            else if (IsAncestor(parent)) (branch, reach) = (top, _level[parent - First]);
            else (branch, reach) = (_branch[parent - First], _level[parent - First]);
            for (var k = j; ; k = t.Head[k])
            {
                (_branch[k - First], _level[k - First]) = (branch, (byte)(reach | 0x80));
                if (k == top) break;
            }
        }
    }

    // An ancestor's level is stored plain, that of a token on one of its branches with the high bit.
    private bool IsAncestor(int token) => (_level[token - First] & 0x80) == 0;

    private uint OnBranch(int token, int at)
    {
        if (token < First || token >= End) return 3;
        return token == _branch[at] ? 0u : _branch[token - First] == _branch[at] ? 1u : 2u;
    }

    private void CountBetween(int step)
    {
        byte rivals = 0, commas = 0;
        for (var j = _cue; j >= First && j < End; j += step)
        {
            (_rivals[j - First], _commas[j - First]) = (rivals, commas);
            if (j != _cue && _traits.CueOdds[j] > 0 && rivals < 2) rivals++;
            if (_traits.Document.Tokens[j].Form is "," && commas < 3) commas++;
        }
    }

    private uint RivalAhead(int j)
    {
        for (var k = 0; k < 4 && j + k < End; k++)
            if (j + k != _cue && _traits.CueOdds[j + k] > 0) return (uint)k + 1;
        return 0;
    }

    private static uint Bucket(int distance) => distance switch
    {
        <= 6 => (uint)distance,
        <= 8 => 7,
        <= 12 => 8,
        <= 18 => 9,
        <= 28 => 10,
        <= 45 => 11,
        _ => 12,
    };

    private static uint At(uint[] values, int i) => (uint)i < (uint)values.Length ? values[i] : 7;
}
