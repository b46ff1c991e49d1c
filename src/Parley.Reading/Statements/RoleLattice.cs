namespace Parley.Reading.Statements;

/// <summary>What weighs the roles of tokens and the changes of role between them.</summary>
internal sealed record RoleModel(IScorer Tokens, IScorer Boundaries);

/// <summary>The roles of all tokens around one cue, scored and decoded together.</summary>
/// <remarks>
/// A linear-chain model whose transitions are scored only where the role changes, by the words at that boundary. Its states also
/// remember whether the source has been read: a cue is one run of tokens and has one source at most, as in PolNeAR.
/// </remarks>
internal sealed class RoleLattice
{
    public const int Roles = 4;
    public const int States = 7;
    private const float Never = -1e9f;

    private static readonly Role[] RoleOf = [Role.None, Role.Source, Role.Cue, Role.Content, Role.None, Role.Cue, Role.Content];

    // Successors of each state; those after a source are 4, 5 and 6.
    private static readonly int[][] Next = [[0, 1, 2, 3], [1, 4, 5, 6], [0, 1, 2, 3], [0, 1, 2, 3], [4, 5, 6], [4, 5, 6], [4, 5, 6]];

    private readonly RoleFeatures _window = new();
    private readonly FeatureList _features = new(RoleFeatures.Capacity);
    private float[] _tokens = [];
    private float[] _boundaries = [];
    private float[] _best = [];
    private byte[] _from = [];

    public RoleFeatures Window => _window;

    public FeatureList Features => _features;

    public int Length => _window.End - _window.First;

    public int Cue { get; private set; }

    /// <summary>Turns to a cue and scores its window.</summary>
    public void Open(Traits traits, int cue, RoleModel model, Rivals? rivals)
    {
        _window.Open(traits, cue, rivals);
        Cue = cue - _window.First;
        var length = Length;
        if (_from.Length < length * States)
        {
            _tokens = new float[length * 2 * Roles];
            _boundaries = new float[length * 2 * Roles * Roles];
            _best = new float[length * 2 * States];
            _from = new byte[length * 2 * States];
        }

        for (var i = 0; i < length; i++)
        {
            _window.Token(_window.First + i, _features);
            model.Tokens.Score(_features.Items, _tokens.AsSpan(i * Roles, Roles));
            if (i == 0) continue;
            _window.Boundary(_window.First + i, _features);
            var scores = _boundaries.AsSpan(i * Roles * Roles, Roles * Roles);
            model.Boundaries.Score(_features.Items, scores);
            for (var role = 0; role < Roles; role++) scores[role * (Roles + 1)] = 0;
        }
    }

    public float TokenScore(int i, Role role) => _tokens[(i * Roles) + (int)role];

    public float BoundaryScore(int i, Role before, Role after) => _boundaries[(i * Roles * Roles) + ((int)before * Roles) + (int)after];

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

    /// <summary>The best roles; returns their score.</summary>
    public float Decode(Span<Role> roles, ReadOnlySpan<float> cost = default)
    {
        var length = Length;
        for (var s = 0; s < States; s++) _best[s] = s <= 3 && Allows(0, s, Cue) ? Local(0, s, cost) : Never;
        for (var i = 1; i < length; i++)
        {
            var now = _best.AsSpan(i * States, States);
            var before = _best.AsSpan((i - 1) * States, States);
            now.Fill(Never);
            for (var p = 0; p < States; p++)
            {
                if (before[p] <= Never) continue;
                foreach (var s in Next[p])
                {
                    if (!Allows(i, p, s, Cue)) continue;
                    var score = before[p] + BoundaryScore(i, RoleOf[p], RoleOf[s]);
                    if (score <= now[s]) continue;
                    (now[s], _from[(i * States) + s]) = (score, (byte)p);
                }
            }

            for (var s = 0; s < States; s++)
                if (now[s] > Never) now[s] += Local(i, s, cost);
        }

        var best = 0;
        var last = _best.AsSpan((length - 1) * States, States);
        for (var s = 1; s < States; s++)
            if (last[s] > last[best]) best = s;
        var total = last[best];
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
        var score = TokenScore(Cue, Role.Cue);
        for (var i = 0; i < Length; i++)
            if (i != Cue) score += TokenScore(i, Role.None);
        if (Cue > 0) score += BoundaryScore(Cue, Role.None, Role.Cue);
        if (Cue + 1 < Length) score += BoundaryScore(Cue + 1, Role.Cue, Role.None);
        return score;
    }

    private float Local(int i, int state, ReadOnlySpan<float> cost)
    {
        var role = (int)RoleOf[state];
        return _tokens[(i * Roles) + role] + (cost.IsEmpty ? 0 : cost[(i * Roles) + role]);
    }
}
