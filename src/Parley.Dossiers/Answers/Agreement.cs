using System.Collections.Immutable;
using Parley.Reading;

namespace Parley.Dossiers.Answers;

/// <summary>On which issues the parties agree already, and who stands together.</summary>
/// <param name="Islands">Groups of parties of which no two are apart on an issue and every two agree on one at least.</param>
public sealed record Agreement(DateOnly? AsOf, ImmutableArray<Named> Parties, ImmutableArray<IssueAgreement> Issues, ImmutableArray<Island> Islands);

/// <param name="Unknown">Parties of whom no position on the issue was found.</param>
public sealed record IssueAgreement(Named Issue, AgreementState State, ImmutableArray<MatrixCell> Positions, ImmutableArray<Named> Unknown);

public enum AgreementState
{
    /// <summary>All that have spoken take the same side.</summary>
    Agreed,

    /// <summary>Nobody stands against another firmly: one of each pair is open or flexible.</summary>
    Near,

    /// <summary>Some stand for and some against, and hold to it.</summary>
    Apart,

    /// <summary>Fewer than two parties have spoken.</summary>
    Unknown,
}

/// <summary>Parties that stand together.</summary>
/// <param name="Issues">The issues on which they do.</param>
public sealed record Island(ImmutableArray<Named> Parties, ImmutableArray<Named> Issues);
