using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Parley.Dossiers;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Briefs;
using Parley.Dossiers.Judgements;
using Parley.Exchange.Briefs;
using Parley.Workbench.Asking;

namespace Parley.Workbench.Parts;

/// <summary>Hands a brief on in the wording of the page: reworded lines keep their notes, lines left out are gone.</summary>
internal static class BriefForm
{
    public static void MapBrief(this IEndpointRouteBuilder site) => site.MapPost("/do/brief", WriteAsync);

    private static async Task<IResult> WriteAsync(Dossier dossier, Visit visit, TimeProvider clock, IFormCollection form, CancellationToken cancellationToken)
    {
        // Lines are known by their place: of a dossier that moved on they would be others.
        if ((await dossier.ViewAsync(cancellationToken)).Revision.ToString(CultureInfo.InvariantCulture) != form["revision"])
            throw new DossierConflictException("the dossier changed after the brief was written; write it anew (your wording is kept in this browser)");
        var question = new Question { Since = Day(form["since"]), AsOf = Day(form["asOf"]), Parties = [.. form["party"].OfType<string>()], Issues = [.. form["issue"].OfType<string>()] };
        var brief = await dossier.BriefAsync(question, new(form["full"] == "true"), cancellationToken);
        var keep = form["keep"].ToHashSet();
        brief = brief with
        {
            State = Lines("state", brief.State), Moved = Lines("moved", brief.Moved), Calendar = Lines("calendar", brief.Calendar), Watch = Lines("watch", brief.Watch),
            Judgements = form["judgement"].ToString().Trim() is { Length: > 0 } own
                ? brief.Judgements.Add(new Judgement(0, JudgementKind.Note, brief.Title, own, null, visit.Analyst, clock.GetUtcNow()))
                : brief.Judgements,
        };
        brief = brief.Numbered();
        var name = $"{string.Concat(brief.Title.Split(Path.GetInvalidFileNameChars()))} {brief.AsOf:yyyy-MM-dd}";
        switch (form["format"].ToString())
        {
            case "docx":
                var word = new MemoryStream();
                BriefWord.Write(brief, word);
                return Results.File(word.ToArray(), "application/vnd.openxmlformats-officedocument.wordprocessingml.document", name + ".docx");
            case "html":
                return Results.File(Encoding.UTF8.GetBytes(BriefHtml.Write(brief)), "text/html; charset=utf-8", name + ".html");
            default:
                return Results.File(Encoding.UTF8.GetBytes(BriefMarkdown.Write(brief)), "text/markdown; charset=utf-8", name + ".md");
        }

        ImmutableArray<BriefLine> Lines(string key, ImmutableArray<BriefLine> lines) =>
        [
            .. lines.Select((line, n) => (line, Name: $"{key}-{n}")).Where(l => keep.Contains(l.Name))
                .Select(l => form[l.Name].ToString().Trim() is { Length: > 0 } text ? l.line with { Text = text.ReplaceLineEndings(" ") } : l.line),
        ];
    }

    private static DateOnly? Day(string? text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
