using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Dossiers;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Workbench.Asking;
using Parley.Workbench.Parts;

namespace Parley.Workbench.Api;

/// <summary>Entries of reports: looked at, confirmed, edited, rejected, added, and all of it taken back.</summary>
internal static class EntriesApi
{
    public static void Map(RouteGroupBuilder api)
    {
        api.MapGet("/entries/{report:int}/{entry}", async (int report, string entry, Dossier dossier, CancellationToken c) => Results.Ok(await EntryAsync(dossier, PartRoutes.Id(report, entry), c)))
            .WithSummary("One entry with its words, its fields and the correction last seen").WithTags("Entries").Produces<EntryShown>().ProducesProblem(404);
        api.MapGet("/entries/{report:int}/{entry}/history", async (int report, string entry, Dossier dossier, CancellationToken c) =>
            Results.Ok((await EntrySheet.OfAsync(dossier, PartRoutes.Id(report, entry), c)).History.Select(CorrectionShown.Of).ToArray()))
            .WithSummary("What analysts did to an entry, undone corrections included").WithTags("Entries").Produces<CorrectionShown[]>().ProducesProblem(404);
        api.MapGet("/entries/{report:int}/{entry}/reasons", async (int report, string entry, Dossier dossier, Desk desk, CancellationToken c) =>
            Results.Ok(await WhyRead.ReasonsAsync(dossier, desk, PartRoutes.Id(report, entry), c)))
            .WithSummary("Why the reader of today reads an entry so; empty where it no longer finds it").WithTags("Entries").Produces<string[]>().ProducesProblem(404);
        api.MapGet("/review", ReviewAsync)
            .WithSummary("Positions of which the reader is not sure and that nobody has judged, the latest first").WithTags("Entries").Paged("as-of").Produces<Page<EntryShown>>();
        Correct(api, "confirm", "Vouch for an entry as it stands", (d, id, author, c) => d.ConfirmAsync(id, author, c));
        Correct(api, "reject", "Take an entry out of every answer; it stays in the history", (d, id, author, c) => d.RejectAsync(id, author, c));
        api.MapPatch("/entries/{report:int}/{entry}", async (int report, string entry, EntryEdit edit, Dossier dossier, Visit visit, CancellationToken c) =>
        {
            var id = PartRoutes.Id(report, entry);
            var made = await dossier.EditAsync(id, FieldsOf(edit.Fields), visit.Author(edit.Note, edit.Seen), c);
            return Results.Ok(new Corrected(id, made.Number, await EntryAsync(dossier, id, c)));
        }).WithSummary("Change fields of an entry; an empty value empties a field").WithTags("Entries").Produces<Corrected>().ProducesProblem(400).ProducesProblem(404).ProducesProblem(409);
        api.MapPost("/reports/{report:int}/entries", AddAsync)
            .WithSummary("Put an entry in that no reader found: a span in code points of the text, or words as they stand there").WithTags("Entries")
            .Produces<Corrected>(201).ProducesProblem(400).ProducesProblem(404);
        api.MapPost("/corrections/{number:int}/undo", async (int number, Dossier dossier, Visit visit, CancellationToken c) => Results.Ok(CorrectionShown.Of(await dossier.UndoAsync(number, visit.Author(), c))))
            .WithSummary("Take a correction back; it stays in the history").WithTags("Entries").Produces<CorrectionShown>().ProducesProblem(400).ProducesProblem(404);
    }

    public static Fields FieldsOf(IReadOnlyDictionary<string, string?>? given)
    {
        var fields = new Fields();
        foreach (var (name, value) in given ?? ImmutableDictionary<string, string?>.Empty) fields.Add(name, value ?? "");
        return fields;
    }

    private static void Correct(RouteGroupBuilder api, string how, string summary, Func<Dossier, EntryId, Author, CancellationToken, Task<Correction>> correct) =>
        api.MapPost($"/entries/{{report:int}}/{{entry}}/{how}", async (int report, string entry, EntryVote vote, Dossier dossier, Visit visit, CancellationToken c) =>
        {
            var id = PartRoutes.Id(report, entry);
            var made = await correct(dossier, id, visit.Author(vote.Note, vote.Seen), c);
            return Results.Ok(new Corrected(id, made.Number, await EntryAsync(dossier, id, c)));
        }).WithSummary(summary).WithTags("Entries").Produces<Corrected>().ProducesProblem(404).ProducesProblem(409);

    private static async Task<IResult> ReviewAsync(HttpContext http, Ask ask, Dossier dossier, CancellationToken cancellationToken)
    {
        var view = await dossier.ViewAsync(cancellationToken);
        if (Tagged.IsFresh(http, view.Revision)) return Results.StatusCode(StatusCodes.Status304NotModified);
        var (question, ids) = (ask.Question(), Doubt.Of(view, ask.AsOf ?? DateOnly.MaxValue));
        var rows = ImmutableArray.CreateBuilder<EntryShown>();
        foreach (var id in ids.Skip(question.Offset).Take(question.Limit)) rows.Add(await EntryAsync(dossier, id, cancellationToken));
        return Results.Ok(new Page<EntryShown>(ids.Length, question.Offset, rows.DrainToImmutable()));
    }

    private static async Task<IResult> AddAsync(int report, EntryNew entry, Dossier dossier, Visit visit, CancellationToken cancellationToken)
    {
        if (!FieldText.TryEnum<EntryKind>(entry.Kind, out var kind)) throw new DossierException($"kind: expected statement, position, meeting or deadline, found \"{entry.Kind}\"");
        var span = entry.Span is [var start, var end]
            ? end > start ? new Language.Span(start, end) : throw new DossierException("span: expected the first code point and the one after the last, like [120, 160]")
            : entry.Span is null ? ReaderRoutes.SpanOf(await dossier.TextAsync(report, cancellationToken), entry.Words ?? "")
            : throw new DossierException("span: expected two numbers, like [120, 160]");
        var made = await dossier.AddEntryAsync(report, kind, span, FieldsOf(entry.Fields), visit.Author(entry.Note), cancellationToken);
        var id = new EntryId(report, kind, -made.Number);
        return Results.Created($"/api/v1/entries/{report}/{Uri.EscapeDataString(id.ToString().Split('/')[1])}", new Corrected(id, made.Number, await EntryAsync(dossier, id, cancellationToken)));
    }

    private static async Task<EntryShown> EntryAsync(Dossier dossier, EntryId id, CancellationToken cancellationToken) => EntryShown.Of(await EntrySheet.OfAsync(dossier, id, cancellationToken));
}

/// <param name="Seen">Number of the last correction of the entry that the analyst has seen (0 for none): where another came since, 409. Left out: whatever came.</param>
/// <param name="Note">Why; kept in the history.</param>
internal sealed record EntryVote(int? Seen = null, string? Note = null);

/// <param name="Fields">Those that change, by name.</param>
internal sealed record EntryEdit(Dictionary<string, string?>? Fields, int? Seen = null, string? Note = null);

/// <param name="Kind">statement, position, meeting or deadline.</param>
/// <param name="Span">First code point and the one after the last; null where <paramref name="Words"/> are given.</param>
/// <param name="Words">As they stand in the report.</param>
internal sealed record EntryNew(string Kind, int[]? Span = null, string? Words = null, Dictionary<string, string?>? Fields = null, string? Note = null);

/// <summary>A correction that was made, and the entry as it stands after it.</summary>
internal sealed record Corrected(EntryId Entry, int Correction, EntryShown Now);

/// <param name="Span">In code points of the report's text.</param>
/// <param name="Confidence">Percent; null where the reader gives none.</param>
/// <param name="Seen">Number of the last correction that stands; 0 for none. Send it back with a correction.</param>
/// <param name="Carried">Positions of a statement; the statement of a position.</param>
internal sealed record EntryShown(
    EntryId Entry, int[] Span, string Words, EntryMark Mark, int? Confidence, int Seen, SortedDictionary<string, string> Fields, ImmutableArray<EntryId> Carried)
{
    public static EntryShown Of(EntrySheet s) => new(
        s.Id, [s.Span.Start, s.Span.End], s.Paragraph.Words, s.Mark, s.Confidence, s.Seen,
        new(s.Fields.ToDictionary(f => f.Name, f => f.Value, StringComparer.Ordinal), StringComparer.Ordinal), s.Carried);
}

/// <param name="Entry">The entry that it is about; null for one of an actor, an issue or a report.</param>
internal sealed record CorrectionShown(
    int Number, CorrectionKind Kind, EntryId? Entry, string By, DateTimeOffset At, string? Note, SortedDictionary<string, string> Before, SortedDictionary<string, string> After, string? UndoneBy, DateTimeOffset? UndoneAt)
{
    public static CorrectionShown Of(Correction c) => new(
        c.Number, c.Kind, c.Subject.IsEntry ? new EntryId(c.Subject.Number, (EntryKind)c.Subject.Kind, c.Subject.Ordinal) : null, c.By, c.At, c.Note, Sorted(c.Before), Sorted(c.After), c.UndoneBy, c.UndoneAt);

    private static SortedDictionary<string, string> Sorted(Fields fields) => new(fields.ToDictionary(f => f.Key, f => f.Value, StringComparer.Ordinal), StringComparer.Ordinal);
}
