using Parley.Dossiers.Answers;
using Parley.Dossiers.Briefs;
using Parley.Dossiers.Codebooks;

namespace Parley.Dossiers;

public sealed partial class Dossier
{
    /// <summary>What was said about meetings and deadlines, and what happened. Dates before the day asked for, else before today, count as past.</summary>
    public Task<Calendar> CalendarAsync(Question question, CancellationToken cancellationToken) =>
        AnswerAsync((view, basket) => new CalendarBuilder(view).Build(question, question.AsOf ?? Today(), question.Unquoted ? new(view) : basket), cancellationToken);

    /// <summary>Fetches the words of evidence that an answer came without (<see cref="Question.Unquoted"/>).</summary>
    public Task QuoteAsync(IEnumerable<Evidence> evidence, CancellationToken cancellationToken) => AnswerAsync(
        (_, basket) =>
        {
            foreach (var e in evidence) basket.Take(e);
            return 0;
        },
        cancellationToken);

    /// <summary>What happened, day by day.</summary>
    public Task<Timeline> TimelineAsync(Question question, CancellationToken cancellationToken) =>
        AnswerAsync((view, basket) => new TimelineBuilder(view).Build(question, question.AsOf ?? Today(), basket), cancellationToken);

    /// <summary>Where a party stands on both sides of an issue within some days.</summary>
    public Task<Contradictions> ContradictionsAsync(Question question, int days, CancellationToken cancellationToken) =>
        AnswerAsync((view, basket) => new ContradictionsBuilder(view).Build(question, days, basket), cancellationToken);

    /// <summary>Where the parties agree already.</summary>
    public Task<Agreement> AgreementAsync(Question question, CancellationToken cancellationToken) =>
        AnswerAsync((view, basket) => new AgreementBuilder(view).Build(question, basket), cancellationToken);

    /// <summary>Live issues on which a party has said nothing for some days.</summary>
    public Task<Silence> SilenceAsync(Question question, int days, CancellationToken cancellationToken) =>
        AnswerAsync((view, basket) => new SilenceBuilder(view).Build(question, question.AsOf ?? Latest(view) ?? Today(), days, basket), cancellationToken);

    /// <summary>Outlets, what they bring, and which reports repeat others.</summary>
    public Task<Sources> SourcesAsync(Question question, CancellationToken cancellationToken) =>
        AnswerAsync((view, _) => new SourcesBuilder(view).Build(question), cancellationToken);

    /// <summary>Issues that the codebook might take in, and pairs that might be one.</summary>
    public Task<CodebookAdvice> AdviseAsync(int limit, CancellationToken cancellationToken) =>
        AnswerAsync((view, _) => new CodebookAdvisor(view).Advise(limit), cancellationToken);

    /// <summary>One page on a period, or all that is told of it; of the last thirty days where none is given.</summary>
    public async Task<Brief> BriefAsync(Question question, BriefWish wish, CancellationToken cancellationToken) => BriefBuilder.Write(await AnswerAsync(
        (view, basket) =>
        {
            var asOf = question.AsOf ?? Latest(view) ?? Today();
            return new BriefBuilder(view).Gather(question, question.Since ?? asOf.AddDays(-30), asOf, basket);
        },
        cancellationToken), wish);

    private DateOnly Today() => DateOnly.FromDateTime(_clock.GetUtcNow().UtcDateTime);

    /// <summary>The day of the last report: a silence is counted from what was read, not from when it is asked about.</summary>
    private static DateOnly? Latest(DossierView view) => view.Reports.Max(r => r.Day);
}
