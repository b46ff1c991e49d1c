using System.Globalization;
using System.Text;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using Parley.Language;
using Parley.Reading;
using SmartReader;

namespace Parley.Exchange.Reports;

/// <summary>The article of an HTML page, without its menus and adverts: paragraphs parted by blank lines.</summary>
public static class HtmlReport
{
    private static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
    {
        "P", "DIV", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "BLOCKQUOTE", "SECTION", "ARTICLE", "TR", "UL", "OL", "TABLE", "FIGCAPTION", "PRE", "HR", "DD", "DT",
    };

    private static readonly HashSet<string> Unread = new(StringComparer.OrdinalIgnoreCase) { "SCRIPT", "STYLE", "NOSCRIPT", "TEMPLATE", "FIGURE", "SVG", "BUTTON", "FORM" };

    /// <summary>Reads a page.</summary>
    /// <param name="html">The page as text.</param>
    /// <param name="url">Where it was fetched, or null.</param>
    /// <exception cref="FormatException">The page holds no text.</exception>
    public static Report Read(string html, string? url = null)
    {
        using var reader = new Reader(url ?? "https://page.invalid/", html) { ContinueIfNotReadable = true };
        var article = reader.GetArticle();
        var text = Text(article.Content is { Length: > 0 } content ? content : html);
        if (text.Length == 0) throw new FormatException("is a page without text");
        var source = new SourceText(text);
        PublicationDate.TryParse(article.PublicationDate?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), out var published);
        return new(ReportId.Of(source), source)
        {
            Title = Known(article.Title),
            Outlet = Known(article.SiteName),
            Url = url,
            Published = published,
        };
    }

    /// <summary>The words of a piece of HTML, all of them: paragraphs parted by blank lines.</summary>
    internal static string Words(string html) => Text(html);

    private static string? Known(string? value) => string.IsNullOrWhiteSpace(value) ? null : value.Trim();

    private static string Text(string html)
    {
        var body = new HtmlParser().ParseDocument(html).Body;
        var paragraphs = new List<string>();
        var open = new StringBuilder();
        if (body is not null) Walk(body, open, paragraphs);
        Close(open, paragraphs);
        return string.Join("\n\n", paragraphs);
    }

    // An explicit stack: a page may nest deeper than the thread's.
    private static void Walk(INode root, StringBuilder open, List<string> paragraphs)
    {
        var stack = new Stack<(INode Node, bool Leaving)>();
        stack.Push((root, false));
        while (stack.TryPop(out var step))
        {
            var (node, leaving) = step;
            var block = node is IElement element && Blocks.Contains(element.TagName);
            if (block) Close(open, paragraphs);
            if (leaving) continue;
            if (node is IText words) open.Append(words.Data);
            else if (node is IElement { TagName: "BR" }) open.Append('\u2028');
            if (node is IElement unread && Unread.Contains(unread.TagName)) continue;
            if (block) stack.Push((node, true));
            for (var i = node.ChildNodes.Length - 1; i >= 0; i--) stack.Push((node.ChildNodes[i], false));
        }
    }

    private static void Close(StringBuilder open, List<string> paragraphs)
    {
        foreach (var part in open.ToString().Split('\u2028'))
        {
            var words = string.Join(' ', part.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
            if (words.Length > 0) paragraphs.Add(words);
        }

        open.Clear();
    }
}
