using System.Globalization;
using System.Text.Json;
using System.Xml;
using CodeHollow.FeedReader;
using Parley.Language;
using Parley.Reading;

namespace Parley.Exchange.Reports;

/// <summary>The items of a feed (RSS, Atom, JSON Feed) as reports: what the feed itself carries of each, its full text before its summary.</summary>
/// <remarks>Document type definitions are refused, for they may unfold without end or name other files.</remarks>
public static class FeedFile
{
    /// <summary>Whether a text opens like a feed.</summary>
    public static bool LooksLikeFeed(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var head = text.AsSpan(0, Math.Min(text.Length, 4096)).TrimStart("\uFEFF \t\r\n");
        if (head.StartsWith("{")) return head.Contains("jsonfeed.org/version", StringComparison.Ordinal);
        return head.StartsWith("<") && (Opens(head, "<rss") || Opens(head, "<feed") || Opens(head, "<rdf:RDF"));
    }

    /// <summary>The items in the order of the feed; one without words is a problem, not a report.</summary>
    /// <exception cref="FormatException">It is no feed; the message says what was found.</exception>
    public static IReadOnlyList<(Report? Report, string? Problem)> Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        text = text.TrimStart('\uFEFF', ' ', '\t', '\r', '\n');
        return text.StartsWith('{') ? ReadJson(text) : ReadXml(text);
    }

    private static List<(Report?, string?)> ReadXml(string text)
    {
        try
        {
            Proof(text);
            var feed = FeedReader.ReadFromString(text);
            return [.. feed.Items.Select(i => Item(
                i.Title, Words(i.Content) is { Length: > 0 } full ? full : Words(i.Description), feed.Title, i.Link, Date(i.PublishingDateString, i.PublishingDate)))];
        }
        catch (XmlException e)
        {
            throw new FormatException(
                e.Message.Contains("DTD", StringComparison.Ordinal) ? "declares a document type (DTD), which is not read" : $"is no well-formed feed: {e.Message}", e);
        }
        catch (Exception e) when (e is not (OutOfMemoryException or FormatException))
        {
            throw new FormatException($"is no feed that can be read: {e.Message.ReplaceLineEndings(" ")}", e);
        }
    }

    /// <summary>Walks the whole document with definitions forbidden, before a library that allows them sees it.</summary>
    private static void Proof(string text)
    {
        using var reader = XmlReader.Create(
            new StringReader(text), new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, MaxCharactersFromEntities = 1024 });
        while (reader.Read())
            if (reader.Depth > 200) throw new FormatException("nests its elements deeper than a feed does");
    }

    private static List<(Report?, string?)> ReadJson(string text)
    {
        try
        {
            using var json = JsonDocument.Parse(text);
            if (!json.RootElement.TryGetProperty("items", out var items) || items.ValueKind != JsonValueKind.Array) throw new FormatException("is a JSON Feed without \"items\"");
            var outlet = Text(json.RootElement, "title");
            return [.. items.EnumerateArray().Where(i => i.ValueKind == JsonValueKind.Object).Select(i => Item(
                Text(i, "title"), Text(i, "content_text") ?? Words(Text(i, "content_html") ?? Text(i, "summary")), outlet, Text(i, "url") ?? Text(i, "external_url"),
                Date(Text(i, "date_published"), null)))];
        }
        catch (JsonException e)
        {
            throw new FormatException($"is no well-formed JSON Feed (line {e.LineNumber + 1})", e);
        }
    }

    private static (Report?, string?) Item(string? title, string? words, string? outlet, string? url, PublicationDate? published)
    {
        if (string.IsNullOrWhiteSpace(words)) return (null, $"the item \"{title ?? url ?? "without title"}\" carries no words");
        var source = new SourceText(words);
        return (new(ReportId.Of(source), source) { Title = Known(title), Outlet = Known(outlet), Url = Known(url), Published = published }, null);
    }

    private static string Words(string? html) => string.IsNullOrWhiteSpace(html) ? "" : HtmlReport.Words(html);

    private static PublicationDate? Date(string? text, DateTime? understood)
    {
        var iso = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var at)
            ? at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : understood?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        return PublicationDate.TryParse(iso, out var date) ? date : null;
    }

    private static bool Opens(ReadOnlySpan<char> head, string root) =>
        head.IndexOf(root, StringComparison.Ordinal) is var at and >= 0 && at + root.Length < head.Length && (char.IsWhiteSpace(head[at + root.Length]) || head[at + root.Length] is '>' or ':');

    private static string? Known(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text ? text : null;
}
