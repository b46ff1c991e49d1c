namespace Parley.Reading.Statements;

/// <summary>The roles of all tokens around one cue, decoded together.</summary>
/// <remarks>
/// A linear-chain model whose transitions are scored only where the role changes, by the words at that boundary. Its states also
/// remember whether the source has been read: a cue is one run of tokens and has one source at most, as in PolNeAR.
/// </remarks>
internal sealed class RoleLattice(Traits traits, RoleModel model, Rivals? rivals)
{
    public const int Roles = RoleScores.Roles;
    public const int States = 7;
    private const float Never = -1e9f;

    private static readonly Role[] RoleOf = [Role.None, Role.Source, Role.Cue, Role.Content, Role.None, Role.Cue, Role.Content];

    // Successors of each state; those after a source are 4, 5 and 6.
    private static readonly int[][] Next = [[0, 1, 2, 3], [1, 4, 5, 6], [0, 1, 2, 3], [0, 1, 2, 3], [4, 5, 6], [4, 5, 6], [4, 5, 6]];

    private static readonly Step[] Before = StepsTo(0, 1), AtCue = StepsTo(1, 1), Behind = StepsTo(2, 1);

    private readonly RoleScores _scores = new(traits, model, rivals);
    private byte[] _from = [];

    public CueWindow Window => _scores.Window;

    public int Length => _scores.Length;

    public int Cue => _scores.Cue;

    /// <summary>Turns to a cue and weighs its window.</summary>
    public void Open(int cue)
    {
        _scores.Open(cue);
        if (_from.Length < Length * States) _from = new byte[Length * 2 * States];
    }

    /// <summary>Whether a state may stand at a token, given where the cue's head is.</summary>
    public static bool Allows(int i, int state, int cue) => i != cue || RoleOf[state] == Role.Cue;

    /// <summary>Whether one state may follow another between the token before <paramref name="i"/> and <paramref name="i"/>: a cue is one run around its head.</summary>
    public static bool Allows(int i, int before, int after, int cue)
    {
        if (!Allows(i, after, cue)) return false;
        var (a, b) = (RoleOf[before], RoleOf[after]);
        return a == b || (i <= cue ? a != Role.Cue : b != Role.Cue);
    }

    public static Role Of(int state) => RoleOf[state];

    public static ReadOnlySpan<int> After(int state) => Next[state];

    /// <summary>The steps from state to state that lead to a token, given where the cue's head is.</summary>
    public static ReadOnlySpan<Step> StepsAt(int i, int cue) => i < cue ? Before : i == cue ? AtCue : Behind;

    /// <summary>The best roles; returns their score.</summary>
    public float Decode(Span<Role> roles, ReadOnlySpan<float> cost = default)
    {
        var (length, cue) = (Length, Cue);
        Span<float> before = stackalloc float[States];
        Span<float> now = stackalloc float[States];
        for (var s = 0; s < States; s++) now[s] = s <= 3 && Allows(0, s, cue) ? Local(0, s, cost) : Never;
        for (var i = 1; i < length; i++)
        {
            now.CopyTo(before);
            now.Fill(Never);
            var changes = _scores.BoundaryScores(i);
            var from = _from.AsSpan(i * States, States);
            foreach (var step in StepsAt(i, cue))
            {
                var score = before[step.From] + changes[step.Change];
                if (score <= now[step.To] || before[step.From] <= Never) continue;
                (now[step.To], from[step.To]) = (score, step.From);
            }

            for (var s = 0; s < States; s++)
                if (now[s] > Never) now[s] += Local(i, s, cost);
        }

        var best = 0;
        for (var s = 1; s < States; s++)
            if (now[s] > now[best]) best = s;
        var total = now[best];
        for (var i = length - 1; i >= 0; i--)
        {
            roles[i] = RoleOf[best];
            if (i > 0) best = _from[(i * States) + best];
        }

        return total;
    }

    /// <summary>Score of the roles in which the head is a cue and nothing else plays a part.</summary>
    public float Bare()
    {
        var cue = Cue;
        var score = _scores.TokenScores(cue)[(int)Role.Cue];
        for (var i = 0; i < Length; i++)
            if (i != cue) score += _scores.TokenScores(i)[(int)Role.None];
        if (cue > 0) score += _scores.BoundaryScores(cue)[((int)Role.None * Roles) + (int)Role.Cue];
        if (cue + 1 < Length) score += _scores.BoundaryScores(cue + 1)[((int)Role.Cue * Roles) + (int)Role.None];
        return score;
    }

    private float Local(int i, int state, ReadOnlySpan<float> cost)
    {
        var role = (int)RoleOf[state];
        return _scores.TokenScores(i)[role] + (cost.IsEmpty ? 0 : cost[(i * Roles) + role]);
    }

    private static Step[] StepsTo(int token, int cue) =>
    [
        .. from p in Enumerable.Range(0, States)
           from s in Next[p]
           where Allows(token, p, s, cue)
           select new Step((byte)p, (byte)s, (byte)(((int)RoleOf[p] * Roles) + (int)RoleOf[s])),
    ];

    /// <summary>From one state to another; the change is the pair of their roles.</summary>
    internal readonly record struct Step(byte From, byte To, byte Change);
}
