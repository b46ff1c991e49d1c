using Parley.Dossiers.Answers;
using Parley.Dossiers.Models;

namespace Parley.Dossiers;

public sealed partial class Dossier
{
    /// <summary>The positions as input of the networks, each with its entry.</summary>
    public async Task<NetworkStatements> NetworkStatementsAsync(Question question, CancellationToken cancellationToken) =>
        NetworkStatements.Of(await ViewAsync(cancellationToken), question);

    /// <summary>A conflict model to start from: options from demands, offers and refusals, preferences from stances.</summary>
    /// <param name="options">Most options of the model; the number of states doubles with each.</param>
    /// <exception cref="DossierException">The dossier holds too little for a model.</exception>
    public Task<ConflictProposal> ProposeConflictAsync(Question question, int options, CancellationToken cancellationToken) =>
        AnswerAsync((view, basket) => new ConflictProposer(view).Build(question, options, basket), cancellationToken);

    /// <summary>Inputs of a forecast to start from: positions from stances and firmness, salience from how much is said.</summary>
    public Task<ForecastProposal> ProposeForecastAsync(Question question, CancellationToken cancellationToken) =>
        AnswerAsync((view, basket) => new ForecastProposer(view).Build(question, basket), cancellationToken);
}
