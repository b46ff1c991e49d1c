namespace Parley.Exchange.Pictures;

/// <summary>Where a part of a picture may lead: within the site, to a part of the page, or over http. Anything else is left out.</summary>
internal static class PictureLink
{
    public static string? Safe(string? href)
    {
        if (string.IsNullOrWhiteSpace(href))
            return null;
        if (href.Any(char.IsControl))
            return null;
        var colon = href.IndexOf(':', StringComparison.Ordinal);
        var path = href.IndexOfAny(['/', '?', '#']);
        var hasScheme = colon >= 0 && (path < 0 || colon < path);
        return !hasScheme || href.StartsWith("https:", StringComparison.OrdinalIgnoreCase) || href.StartsWith("http:", StringComparison.OrdinalIgnoreCase) ? href.Trim() : null;
    }
}
