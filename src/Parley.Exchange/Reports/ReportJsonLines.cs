using System.Text.Json;
using Parley.Language;
using Parley.Reading;

namespace Parley.Exchange.Reports;

/// <summary>Reports as JSON lines: <c>{id, text, title?, outlet?, url?, published?}</c>; a line of a corpus also reads with <c>date</c> or <c>dct</c>.</summary>
public static class ReportJsonLines
{
    /// <summary>Reads one line.</summary>
    /// <exception cref="FormatException">The line is no such object; the message says what was expected.</exception>
    public static Report Read(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            var root = json.RootElement;
            if (root.ValueKind != JsonValueKind.Object) throw new FormatException("expected an object {id, text, …}");
            var text = String(root, "text") ?? throw new FormatException("expected a \"text\" field with the report's text");
            var published = String(root, "published") ?? String(root, "date") ?? String(root, "dct");
            if (published is not null && !PublicationDate.TryParse(published, out _))
                throw new FormatException($"expected an ISO date in \"published\", found \"{published}\"");
            PublicationDate.TryParse(published, out var date);
            var source = new SourceText(text);
            return new(String(root, "id") ?? ReportId.Of(source), source)
            {
                Title = String(root, "title"),
                Outlet = String(root, "outlet") ?? String(root, "publisher"),
                Url = String(root, "url"),
                Published = date,
            };
        }
        catch (JsonException e)
        {
            throw new FormatException($"is no JSON (at byte {e.BytePositionInLine + 1}): expected an object {{id, text, …}}", e);
        }
    }

    private static string? String(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
