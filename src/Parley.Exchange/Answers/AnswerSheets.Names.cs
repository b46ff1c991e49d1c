using System.Collections.Immutable;
using System.Globalization;
using Parley.Dossiers;
using Parley.Dossiers.Codebooks;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Parties;

namespace Parley.Exchange.Answers;

public static partial class AnswerSheets
{
    public static Sheet Of(IEnumerable<DossierIssue> issues)
    {
        ArgumentNullException.ThrowIfNull(issues);
        return new(
            ["Number", "Issue", "Definition", "Terms", "Part of", "Accepted"],
            [.. issues.Select(i => (ImmutableArray<string>)[Number(i.Number), i.Label, i.Definition ?? "", string.Join("; ", i.Terms), i.Parent > 0 ? Number(i.Parent) : "", i.Accepted ? "yes" : "suggested"])],
            "No issue.");
    }

    public static Sheet Of(CodebookAdvice advice)
    {
        ArgumentNullException.ThrowIfNull(advice);
        return new(
            ["Suggestion", "Number", "Issue", "Into", "Into issue", "Why"],
            [
                .. advice.Merges.Select(m => (ImmutableArray<string>)
                    ["merge", Number(m.Issue.Number), m.Issue.Name, Number(m.Into.Number), m.Into.Name, string.Create(CultureInfo.InvariantCulture, $"{m.Likeness:0.00} of their words are shared")]),
                .. advice.New.Select(n => (ImmutableArray<string>)["accept", Number(n.Issue.Number), n.Issue.Name, "", "", $"{n.Positions} positions in {n.Reports} reports"]),
            ],
            "Nothing to suggest.");
    }

    public static Sheet Of(DossierView view, IEnumerable<DossierActor> actors)
    {
        ArgumentNullException.ThrowIfNull(view);
        ArgumentNullException.ThrowIfNull(actors);
        var mandates = view.MandatesRead.Concat(view.Mandates.Select(m => new MandateRead(m.Person, m.Party, m.Role, m.From, m.To, Set: true))).ToLookup(m => m.Person);
        return new(
            ["Number", "Name", "Kind", "Country", "Other names", "Part", "Speaks for"],
            [.. actors.Select(a => (ImmutableArray<string>)
            [
                Number(a.Number), a.Name, FieldText.Of(a.Kind), a.Country ?? "", string.Join("; ", a.Aliases), a.Part == ActorPart.Unsaid ? "" : FieldText.Of(a.Part),
                string.Join("; ", mandates[a.Number].Select(m => $"{view.ActorName(m.Party)}{(m.Role is { } role ? $" ({role})" : "")} {Day(m.From)}–{Day(m.To)}{(m.Set ? " [set by analyst]" : "")}")),
            ])],
            "No actor.");
    }
}
