using System.Globalization;
using Parley.Dossiers.Codebooks;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Judgements;
using Parley.Dossiers.Parties;
using Parley.Dossiers.Reports;
using Parley.Reading;

namespace Parley.Dossiers;

public sealed partial class Dossier
{
    /// <summary>Changes an actor, issue or report: its names, what it is merged into, its part (<see cref="FieldRules"/>).</summary>
    /// <exception cref="DossierException">There is no such subject or field.</exception>
    public Task<Correction> RenameAsync(SubjectKind kind, int number, Fields changes, Author author, CancellationToken cancellationToken) =>
        NameAsync(kind, _ => number, CorrectionKind.Edit, changes, author, cancellationToken);

    /// <summary>Adds an issue to the codebook.</summary>
    /// <exception cref="DossierException">The codebook has it already.</exception>
    public Task<Correction> AddIssueAsync(string label, Fields fields, Author author, CancellationToken cancellationToken)
    {
        var all = new Fields { { "label", label }, { "accepted", "true" } };
        foreach (var (name, value) in fields) all.Add(name, value);
        return NameAsync(
            SubjectKind.Issue,
            writer => writer.Codebook.Find(label) > 0 ? throw new DossierException($"the codebook has the issue \"{label}\" already") : writer.Codebook.Next,
            CorrectionKind.Add, all, author, cancellationToken);
    }

    /// <summary>Says for whom a person speaks, in which role, from when to when.</summary>
    /// <exception cref="DossierException">The person or party is not known.</exception>
    public Task<Correction> AddMandateAsync(int person, int party, string? role, DateOnly? from, DateOnly? to, Author author, CancellationToken cancellationToken) => NameAsync(
        SubjectKind.Mandate, _ => _state.Mandates.Count == 0 ? 1 : _state.Mandates.Last().Key + 1, CorrectionKind.Add,
        new()
        {
            { "person", person.ToString(CultureInfo.InvariantCulture) }, { "party", party.ToString(CultureInfo.InvariantCulture) }, { "role", role },
            { "from", from?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }, { "to", to?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) },
        },
        author, cancellationToken);

    /// <summary>Adds a judgement: shown as such wherever it is shown.</summary>
    /// <exception cref="DossierException">The value does not fit the kind.</exception>
    public Task<Judgement> JudgeAsync(JudgementKind kind, string subject, string value, string? reason, Author author, CancellationToken cancellationToken) => WriteAsync(
        async (_, _) =>
        {
            JudgementRules.Check(kind, subject, value);
            await ViewAsync(cancellationToken);
            var number = _state.Judgements.Count == 0 ? 1 : _state.Judgements.Last().Key + 1;
            var judgement = new Judgement(number, kind, subject, value, reason, author.By, _clock.GetUtcNow());
            return (new DossierChange { Judgements = [judgement] }, judgement);
        },
        (_, _) => { },
        cancellationToken);

    /// <summary>Takes a judgement back; it stays in the history.</summary>
    /// <exception cref="DossierException">There is no such judgement, or it was taken back already.</exception>
    public Task<Judgement> WithdrawAsync(int number, Author author, CancellationToken cancellationToken) => WriteAsync(
        async (_, _) =>
        {
            await ViewAsync(cancellationToken);
            var judgement = _state.Judgements.GetValueOrDefault(number) ?? throw new DossierException($"there is no judgement {number}");
            if (judgement.WithdrawnAt is not null) throw new DossierException($"judgement {number} was taken back by {judgement.WithdrawnBy} already");
            judgement = judgement with { WithdrawnBy = author.By, WithdrawnAt = _clock.GetUtcNow() };
            return (new DossierChange { Judgements = [judgement] }, judgement);
        },
        (_, _) => { },
        cancellationToken);

    private Task<Correction> NameAsync(
        SubjectKind kind, Func<DossierWriter, int> number, CorrectionKind how, Fields changes, Author author, CancellationToken cancellationToken) => WriteAsync(
        async (writer, _) =>
        {
            await ViewAsync(cancellationToken);
            FieldRules.Check(kind, changes);
            var subject = Subject.Of(kind, number(writer));
            var (before, change) = Names(writer, subject, how, changes);
            var after = how == CorrectionKind.Add ? changes : before.ChangesTo(changes);
            if (after.Count == 0) throw new DossierException("nothing to change: it reads so already");
            var correction = new Correction(NextCorrection(), how, subject, before, after, author.Note, author.By, _clock.GetUtcNow());
            return (change with { Corrections = [correction] }, correction);
        },
        (_, _) => { },
        cancellationToken);

    /// <summary>Puts back what a correction changed, unless a later one changed it again.</summary>
    private DossierChange UndoNames(DossierWriter writer, Correction undone)
    {
        var later = _state.Corrections.Values.LastOrDefault(
            c => c.Number > undone.Number && !c.Undone && c.Subject == undone.Subject && c.After.Any(f => undone.After[f.Key] is not null));
        if (later is not null) throw new DossierException($"correction {later.Number} changed the same; undo that one first");
        if (undone.Kind == CorrectionKind.Add && undone.Subject.Kind == SubjectKind.Issue)
        {
            var issue = _state.Issues[undone.Subject.Number]! with { Accepted = false };
            writer.Codebook.Put(issue);
            return new() { Issues = [issue], Corrections = [undone] };
        }

        var back = new Fields();
        foreach (var (name, _) in undone.After) back.Add(name, undone.Before[name] ?? "");
        var (_, change) = Names(writer, undone.Subject, undone.Kind == CorrectionKind.Add ? CorrectionKind.Reject : CorrectionKind.Edit, back);
        return change with { Corrections = [undone] };
    }

    /// <summary>The fields as they stand, and the change that lays others over them.</summary>
    private (Fields Before, DossierChange Change) Names(DossierWriter writer, Subject subject, CorrectionKind how, Fields changes)
    {
        var n = subject.Number;
        switch (subject.Kind)
        {
            case SubjectKind.Actor:
                var actor = n > 0 && n < _state.Actors.Length && _state.Actors[n] is { } a ? a : throw new DossierException($"there is no actor {n}");
                var renamed = NameFields.Apply(actor, changes);
                CheckMerge(renamed.MergedInto, n, _state.Actors, x => x.MergedInto);
                writer.Actors.Put(renamed);
                return (NameFields.Describe(actor), new() { Actors = [renamed] });
            case SubjectKind.Issue:
                var issue = how == CorrectionKind.Add ? new(n, changes["label"]!)
                    : n > 0 && n < _state.Issues.Length && _state.Issues[n] is { } i ? i : throw new DossierException($"there is no issue {n}");
                var reworded = NameFields.Apply(issue, changes);
                CheckMerge(reworded.MergedInto, n, _state.Issues, x => x.MergedInto);
                CheckMerge(reworded.Parent, n, _state.Issues, x => x.Parent);
                writer.Codebook.Put(reworded);
                return (how == CorrectionKind.Add ? Fields.None : NameFields.Describe(issue), new() { Issues = [reworded] });
            case SubjectKind.Mandate:
                var mandate = how == CorrectionKind.Reject ? _state.Mandates[n] with { Withdrawn = true } : NameFields.Mandate(n, changes);
                return (Fields.None, new() { Mandates = [mandate] });
            default:
                var head = n > 0 && n < _state.Reports.Length && _state.Reports[n] is { } h ? h : throw NoReport(n);
                var changed = NameFields.Apply(head, changes);
                CheckMerge(changed.CopyOf, n, _state.Reports, x => x.CopyOf);
                return (NameFields.Describe(head), new() { Updates = [new(changed, EntriesCodec.Write(_state.Entries.Of(n)!))] });
        }
    }

    private static void CheckMerge<T>(int into, int number, T?[] items, Func<T, int> next) where T : class
    {
        if (into == 0) return;
        if (into < 0 || into >= items.Length || items[into] is null) throw new DossierException($"there is no number {into}");
        for (var at = into; at > 0 && at < items.Length && items[at] is { } item; at = next(item))
            if (at == number) throw new DossierException($"{number} cannot be put under itself");
    }
}
