using System.Runtime.Intrinsics;

namespace Parley.Reading.Statements;

/// <summary>What weighs the roles of tokens and the changes of role between them.</summary>
internal sealed record RoleModel(LinearModel Tokens, LinearModel Boundaries);

/// <summary>Weighs the roles of all tokens around one cue after another of a document.</summary>
/// <remarks>
/// Nearly all of a reading's time would be spent here. Sums of weights are kept: by word for all cues, by branch and state for
/// the tokens that follow one another.
/// </remarks>
internal sealed class RoleScores(Traits traits, RoleModel model, Rivals? rivals)
{
    public const int Roles = 4;
    private const int Pairs = Roles * Roles;

    private readonly FeatureList _features = new(RoleFeatures.Capacity);
    private readonly LinearModel _tokenModel = model.Tokens;
    private readonly LinearModel _boundaryModel = model.Boundaries;
    private Vector128<short>[] _words = []; // by token and side
    private Vector256<short>[] _boundaryWords = [];
    private Vector256<short>[] _edges = []; // by token, for the state of edges that was asked for last
    private byte[] _known = []; // of a token: bits for words before and behind a cue, for words of the boundary
    private byte[] _edgesOf = [];
    private float[] _tokens = [];
    private float[] _boundaries = [];

    public CueWindow Window { get; } = new();

    public int Length => Window.End - Window.First;

    public int Cue => Window.Cue - Window.First;

    /// <summary>Turns to a cue and weighs its window.</summary>
    public void Open(int cue)
    {
        if (_known.Length == 0)
        {
            (_known, _edgesOf) = (new byte[traits.Count], new byte[traits.Count]);
            (_words, _boundaryWords, _edges) = (new Vector128<short>[traits.Count * 2], new Vector256<short>[traits.Count], new Vector256<short>[traits.Count]);
        }

        Window.Open(traits, cue, rivals);
        if (_tokens.Length < Length * Roles) (_tokens, _boundaries) = (new float[Length * 2 * Roles], new float[Length * 2 * Pairs]);
        WeighTokens();
        WeighBoundaries();
    }

    public ReadOnlySpan<float> TokenScores(int i) => _tokens.AsSpan(i * Roles, Roles);

    /// <summary>Scores of the changes between the token before and this one, by role before and role after; 0 where it does not change.</summary>
    public ReadOnlySpan<float> BoundaryScores(int i) => _boundaries.AsSpan(i * Pairs, Pairs);

    private void WeighTokens()
    {
        var (w, scale) = (Window, Vector128.Create(_tokenModel.Scale));
        var (branch, state) = (Vector128<short>.Zero, Vector128<short>.Zero);
        var (branchKey, stateKey) = ((Token: -1, Key: 0u), (Key: ulong.MaxValue, Arm: 0u));
        for (var j = w.First; j < w.End; j++)
        {
            var at = j - w.First;
            var side = RoleFeatures.SideOf(w, j);
            var branchNow = (w.Branch[at], (side * 256) + w.Level[at]);
            if (branchNow != branchKey)
            {
                branchKey = branchNow;
                _features.Clear();
                RoleFeatures.Branch(w, j, _features);
                branch = _tokenModel.SumOf4(_features.Items);
            }

            var stateNow = (StateOf(j), w.Arm[at]);
            if (stateNow != stateKey)
            {
                stateKey = stateNow;
                _features.Clear();
                RoleFeatures.State(w, j, _features);
                state = _tokenModel.SumOf4(_features.Items);
            }

            var shared = branch + state + WordsOf(j, side);
            _features.Clear();
            RoleFeatures.Own(w, j, _features);
            var sum = shared + _tokenModel.SumOf4(_features.Items);
            (Vector128.ConvertToSingle(Vector128.WidenLower(sum)) * scale).StoreUnsafe(ref _tokens[at * Roles]);
        }
    }

    private void WeighBoundaries()
    {
        var (w, scale) = (Window, Vector256.Create(_boundaryModel.Scale));
        var state = Vector256<short>.Zero;
        var stateKey = (Key: ulong.MaxValue, Left: 0u, Right: 0u);
        for (var j = w.First + 1; j < w.End; j++)
        {
            var at = j - w.First;
            var stateNow = (BoundaryStateOf(j), w.Arm[at - 1], w.Arm[at]);
            if (stateNow != stateKey)
            {
                stateKey = stateNow;
                _features.Clear();
                BoundaryFeatures.State(w, j, _features);
                state = _boundaryModel.SumOf16(_features.Items);
            }

            var shared = state + BoundaryWordsOf(j) + EdgesOf(j);
            _features.Clear();
            BoundaryFeatures.Own(w, j, _features);
            var sum = shared + _boundaryModel.SumOf16(_features.Items);
            var (low, high) = Vector256.Widen(sum);
            var scores = _boundaries.AsSpan(at * Pairs, Pairs);
            (Vector256.ConvertToSingle(low) * scale).StoreUnsafe(ref scores[0]);
            (Vector256.ConvertToSingle(high) * scale).StoreUnsafe(ref scores[8]);
            for (var role = 0; role < Roles; role++) scores[role * (Roles + 1)] = 0;
        }
    }

    // All that RoleFeatures.State looks at, but the arm.
    private ulong StateOf(int j)
    {
        var (w, at) = (Window, j - Window.First);
        ulong key = RoleFeatures.DistanceOf(w, j);
        key = (key * 8) + (uint)(RoleFeatures.SentencesOff(w, j) + 2);
        key = (key * 4) + traits.Quote[j];
        key = (key * 4) + w.Rivals[at];
        key = (key * 4) + w.Commas[at];
        key = (key * 2) + (traits.CueOdds[j] > 0 ? 1u : 0u);
        return (key * 8) + (w.Contested ? w.Claims[at] : 0u);
    }

    // All that BoundaryFeatures.State looks at, but the arms.
    private ulong BoundaryStateOf(int j)
    {
        var (w, at) = (Window, j - Window.First);
        ulong key = BoundaryFeatures.DistanceOf(w, j);
        key = (key * 8) + (uint)(RoleFeatures.SentencesOff(w, j) + 2);
        key = (key * 2) + BoundaryFeatures.SentenceEnds(traits, j);
        key = (key * 64) + BoundaryFeatures.QuotesOf(w, j);
        key = (key * 4) + w.Rivals[at];
        key = (key * 4) + w.Commas[at];
        return (key * 2) + BoundaryFeatures.SameBranch(w, at);
    }

    private Vector128<short> WordsOf(int j, uint side)
    {
        var (bit, kept) = ((byte)(1 << (int)(side / 2)), (j * 2) + (int)(side / 2));
        if (side != 1 && (_known[j] & bit) != 0) return _words[kept];
        _features.Clear();
        RoleFeatures.Words(traits, j, side, _features);
        var sum = _tokenModel.SumOf4(_features.Items);
        if (side == 1) return sum;
        _known[j] |= bit;
        return _words[kept] = sum;
    }

    private Vector256<short> BoundaryWordsOf(int j)
    {
        const byte bit = 4;
        if ((_known[j] & bit) != 0) return _boundaryWords[j];
        _known[j] |= bit;
        _features.Clear();
        BoundaryFeatures.Words(traits, j, _features);
        return _boundaryWords[j] = _boundaryModel.SumOf16(_features.Items);
    }

    private Vector256<short> EdgesOf(int j)
    {
        var edges = (byte)(BoundaryFeatures.EdgesOf(Window, j) + 1);
        if (_edgesOf[j] == edges) return _edges[j];
        _edgesOf[j] = edges;
        _features.Clear();
        BoundaryFeatures.Edges(Window, j, _features);
        return _edges[j] = _boundaryModel.SumOf16(_features.Items);
    }
}
