using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Parley.Workbench.Api;

/// <summary>Says in the description of the API which query values a route takes: <see cref="Asking.Ask"/> reads them, so no signature shows them.</summary>
internal static class Parameters
{
    private static readonly ImmutableArray<string> Question = ["as-of", "since", "party", "issue", "speaker", "outlet", "act", "mode", "q", "copies", "offset", "limit"];

    private static readonly FrozenDictionary<string, string> Meanings = new Dictionary<string, string>
    {
        ["as-of"] = "The dossier as it stood at the end of this day (2024-03-14)",
        ["since"] = "Only what came on or after this day",
        ["before"] = "Compare with this day",
        ["party"] = "Only this party; may be given again",
        ["issue"] = "Only this issue, by its label; may be given again",
        ["speaker"] = "Only this speaker; may be given again",
        ["outlet"] = "Only reports of this outlet; may be given again",
        ["act"] = "Only this act; may be given again",
        ["mode"] = "direct, mixed or indirect; may be given again",
        ["q"] = "Words and \"phrases\" to search for; a minus before a word leaves it out",
        ["copies"] = "true shows reports that repeat another, too",
        ["days"] = "Within so many days",
        ["offset"] = "Rows to skip",
        ["limit"] = "Most rows to give, up to 1,000",
        ["kind"] = "both, agreement or conflict",
        ["threshold"] = "Leave out ties weaker than so many percent of the strongest (json and csv)",
        ["most"] = "Only so many parties, those that say most (json and csv)",
        ["from"] = "Number of a party",
        ["to"] = "Number of another party",
        ["options"] = "Most options of the model; its states double with each",
        ["full"] = "true: all that is told of the period, not only what fits a page",
        ["format"] = "json, or another format of this answer",
    }.ToFrozenDictionary();

    /// <summary>The route takes a question, and these besides.</summary>
    public static RouteHandlerBuilder Asked(this RouteHandlerBuilder route, params string[] besides) => route.WithMetadata(new Takes([.. Question, .. besides]));

    /// <summary>The route gives some rows of a list.</summary>
    public static RouteHandlerBuilder Paged(this RouteHandlerBuilder route, params string[] besides) => route.WithMetadata(new Takes([.. besides, "offset", "limit"]));

    public static Task DescribeAsync(OpenApiOperation operation, OpenApiOperationTransformerContext context, CancellationToken cancellationToken)
    {
        foreach (var name in context.Description.ActionDescriptor.EndpointMetadata.OfType<Takes>().SelectMany(t => t.Names).Distinct())
        {
            operation.Parameters ??= [];
            operation.Parameters.Add(new OpenApiParameter { Name = name, In = ParameterLocation.Query, Description = Meanings[name], Schema = new OpenApiSchema { Type = JsonSchemaType.String } });
        }

        return Task.CompletedTask;
    }

    private sealed record Takes(ImmutableArray<string> Names);
}
