using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Parley.Exchange.Answers;

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
        services.AddOpenApi("v1");
    }

    public static void MapParleyApi(this IEndpointRouteBuilder site)
    {
        var api = site.MapGroup("/api/v1");
        AnswersApi.Map(api);
        NamesApi.Map(api);
        site.MapGet("/calendar.ics", AnswersApi.CalendarAsync).ExcludeFromDescription();
        site.MapOpenApi("/api/{documentName}.json");
    }
}
