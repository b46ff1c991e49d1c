using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Parley.Exchange.Answers;
using Parley.Workbench.Safety;
using Scalar.AspNetCore;

namespace Parley.Workbench.Api;

/// <summary>The HTTP API under <c>/api/v1</c>: everything that the pages do.</summary>
internal static class ParleyApi
{
    public static void AddParleyApi(this IServiceCollection services)
    {
        services.ConfigureHttpJsonOptions(o =>
        {
            var json = AnswerJson.Options;
            (o.SerializerOptions.PropertyNamingPolicy, o.SerializerOptions.Encoder, o.SerializerOptions.DefaultIgnoreCondition) = (json.PropertyNamingPolicy, json.Encoder, json.DefaultIgnoreCondition);
            foreach (var converter in json.Converters) o.SerializerOptions.Converters.Add(converter);
        });
        // A body that cannot be read is told like any other fault, in development and out of it.
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddOpenApi("v1", o =>
        {
            o.AddOperationTransformer(Parameters.DescribeAsync);
            o.AddDocumentTransformer((document, _, _) =>
            {
                document.Info = new() { Title = "Parley workbench", Version = "v1", Description = "Everything the pages do. A browser sends its session and, with what changes something, the form token in X-Parley-Form; a program sends Authorization: Bearer with the token the workbench was given." };
                document.Servers = [];
                return Task.CompletedTask;
            });
        });
    }

    public static void MapParleyApi(this IEndpointRouteBuilder site)
    {
        var api = site.MapGroup("/api/v1");
        AnswersApi.Map(api);
        NamesApi.Map(api);
        ReportsApi.Map(api);
        EntriesApi.Map(api);
        ImportsApi.Map(api);
        CodebookApi.Map(api);
        JudgementsApi.Map(api);
        ModelsApi.Map(api);
        site.MapGet("/calendar.ics", AnswersApi.CalendarAsync).ExcludeFromDescription();
        site.MapOpenApi("/api/{documentName}.json");
        site.MapScalarApiReference("/api/scalar").ExcludeFromDescription();
        // Scalar's own page starts itself by an inline script, which no page of this site may hold.
        site.MapGet("/api", () => Results.Content(Bundle.Text("api.html"), "text/html; charset=utf-8")).ExcludeFromDescription();
    }
}
