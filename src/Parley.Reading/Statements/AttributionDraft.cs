namespace Parley.Reading.Statements;

/// <summary>What the models make of one likely cue, before it is judged against the others.</summary>
/// <param name="Head">Token that heads the cue.</param>
/// <param name="First">First token of the window.</param>
/// <param name="Roles">Role of every token of the window.</param>
/// <param name="Gain">Score of these roles above those of a cue that attributes nothing.</param>
internal sealed record AttributionDraft(int Head, int First, Role[] Roles, float Gain)
{
    public int End => First + Roles.Length;

    public Role this[int token] => token < First || token >= End ? Role.None : Roles[token - First];

    public bool Has(Role role) => Roles.AsSpan().Contains(role);

    /// <summary>The runs of tokens <c>[first, end)</c> that play a role, in text order.</summary>
    public IEnumerable<(int First, int End)> Runs(Role role)
    {
        for (var i = 0; i < Roles.Length; i++)
        {
            if (Roles[i] != role) continue;
            var start = i;
            while (i < Roles.Length && Roles[i] == role) i++;
            yield return (First + start, First + i);
        }
    }
}
