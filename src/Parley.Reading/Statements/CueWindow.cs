namespace Parley.Reading.Statements;

/// <summary>The words around one cue, ordered by the tree: each hangs on a branch of the cue or of one of its ancestors.</summary>
/// <remarks>The relation of that branch (subject of the cue, clause that the cue interrupts …) tells most of a word's role.</remarks>
internal sealed class CueWindow
{
    private const int Ancestors = 6;
    private const int Limit = 250; // tokens to each side of the cue

    public Traits Traits { get; private set; } = null!;

    public int Cue { get; private set; }

    /// <summary>First token that may play a role.</summary>
    public int First { get; private set; }

    /// <summary>Index after the last token that may play a role.</summary>
    public int End { get; private set; }

    /// <summary>Whether it is known what other cues claim.</summary>
    public bool Contested { get; private set; }

    public uint CueWord { get; private set; }

    public uint CueClass { get; private set; }

    public uint CueTag { get; private set; }

    public uint CueRelation { get; private set; }

    public byte CueQuote { get; private set; }

    /// <summary>By place in the window: the token at the top of the branch.</summary>
    public int[] Branch { get; private set; } = [];

    /// <summary>How far up from the cue the branch hangs.</summary>
    public byte[] Level { get; private set; } = [];

    /// <summary>Other likely cues between a token and the cue.</summary>
    public byte[] Rivals { get; private set; } = [];

    public byte[] Commas { get; private set; } = [];

    /// <summary>What other cues claim.</summary>
    public byte[] Claims { get; private set; } = [];

    /// <summary>How many words on, within four, another likely cue stands; 0 for none.</summary>
    public byte[] Ahead { get; private set; } = [];

    /// <summary>How the branch hangs on the cue, as a hash.</summary>
    public uint[] Arm { get; private set; } = [];

    /// <summary>What opens the clause of the branch.</summary>
    public uint[] Mark { get; private set; } = [];

    /// <summary>What the tokens are thought to be to the cue; empty where no network was asked.</summary>
    public PairOpinion[] Opinions { get; private set; } = [];

    /// <summary>Turns to a cue.</summary>
    /// <param name="rivals">What other cues claim; null while that is not known.</param>
    public void Open(Traits t, int cue, Rivals? rivals)
    {
        (Traits, Cue) = (t, cue);
        (First, End) = (cue, cue + 1);
        while (First > 0 && cue - First < Limit && t.Paragraph[First - 1] == t.Paragraph[cue] && !t.EndsTimeStamp(First - 1)) First--;
        while (End < t.Count && End - cue < Limit && t.Paragraph[End] == t.Paragraph[cue]) End++;
        var length = End - First;
        if (Branch.Length < length)
        {
            (Branch, Arm, Mark) = (new int[length * 2], new uint[length * 2], new uint[length * 2]);
            (Level, Rivals, Commas) = (new byte[length * 2], new byte[length * 2], new byte[length * 2]);
            (Claims, Ahead) = (new byte[length * 2], new byte[length * 2]);
        }

        (CueWord, CueClass, CueTag, CueRelation, CueQuote) = (t.Lemma[cue], t.Classes[cue], t.Tag[cue], t.Relation[cue], t.Quote[cue]);
        Contested = rivals is not null;
        for (var i = 0; Contested && i < length; i++) Claims[i] = rivals!.Claim(First + i, cue);
        FindBranches();
        for (var i = 0; i < length; i++)
        {
            Arm[i] = Hashes.Of(Level[i], t.Relation[Branch[i]]);
            Mark[i] = t.Mark[Branch[i]];
        }

        CountBetween(-1);
        CountBetween(1);
        LookAhead();
        Opinions = t.Opinion?.Pairs(this) ?? [];
    }

    private void FindBranches()
    {
        var t = Traits;
        Array.Fill(Branch, -1, 0, End - First);
        Array.Fill(Level, (byte)0, 0, End - First);
        var up = Cue;
        for (var level = 1; level <= Ancestors && up >= First && up < End; level++, up = t.Head[up])
        {
            Level[up - First] = (byte)level; // an ancestor marks its own level and is its own branch
            Branch[up - First] = up;
        }

        for (var j = First; j < End; j++)
        {
            var (top, steps) = (j, 0);
            while (Branch[top - First] < 0 && t.Head[top] >= First && t.Head[top] < End && steps++ < 40)
            {
                var head = t.Head[top];
                if (Branch[head - First] >= 0) break;
                top = head;
            }

            if (Branch[top - First] >= 0 && top == j) continue;
            var parent = t.Head[top];
            int branch, reach;
            if (parent < First || parent >= End || Branch[parent - First] < 0) (branch, reach) = (top, Ancestors + 1);
            else if (IsAncestor(parent)) (branch, reach) = (top, Level[parent - First]);
            else (branch, reach) = (Branch[parent - First], Level[parent - First]);
            for (var k = j; ; k = t.Head[k])
            {
                (Branch[k - First], Level[k - First]) = (branch, (byte)(reach | 0x80));
                if (k == top) break;
            }
        }
    }

    // An ancestor's level is stored plain, that of a token on one of its branches with the high bit.
    private bool IsAncestor(int token) => (Level[token - First] & 0x80) == 0;

    /// <summary>How a token stands to the branch of another: its top, on it, off it, outside the window.</summary>
    public uint OnBranch(int token, int at)
    {
        if (token < First || token >= End) return 3;
        return token == Branch[at] ? 0u : Branch[token - First] == Branch[at] ? 1u : 2u;
    }

    private void CountBetween(int step)
    {
        byte rivals = 0, commas = 0;
        for (var j = Cue; j >= First && j < End; j += step)
        {
            (Rivals[j - First], Commas[j - First]) = (rivals, commas);
            if (j != Cue && Traits.CueOdds[j] > 0 && rivals < 2) rivals++;
            if (Traits.Document.Tokens[j].Form is "," && commas < 3) commas++;
        }
    }

    private void LookAhead()
    {
        var next = End + 4;
        for (var j = End - 1; j >= First; j--)
        {
            if (j != Cue && Traits.CueOdds[j] > 0) next = j;
            Ahead[j - First] = (byte)(next - j < 4 ? next - j + 1 : 0);
        }
    }
}
