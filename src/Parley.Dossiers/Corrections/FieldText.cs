using System.Globalization;
using Parley.Language;

namespace Parley.Dossiers.Corrections;

/// <summary>How values of an entry are written: "red-line", "RED_LINE" and "RedLine" are one; a span is "120-160".</summary>
public static class FieldText
{
    public static bool TryEnum<T>(string? text, out T value) where T : struct, Enum
    {
        value = default;
        var bare = text?.Replace("-", "", StringComparison.Ordinal).Replace("_", "", StringComparison.Ordinal).Replace(" ", "", StringComparison.Ordinal);
        return bare is { Length: > 0 } && !char.IsAsciiDigit(bare[0]) && Enum.TryParse(bare, ignoreCase: true, out value);
    }

    /// <summary>Lower case, words joined by hyphens: "red-line".</summary>
    public static string Of<T>(T value) where T : struct, Enum
    {
        var name = value.ToString();
        var text = new System.Text.StringBuilder(name.Length + 2);
        foreach (var c in name)
        {
            if (char.IsAsciiLetterUpper(c) && text.Length > 0) text.Append('-');
            text.Append(char.ToLowerInvariant(c));
        }

        return text.ToString();
    }

    public static string? Of<T>(T? value) where T : struct, Enum => value is { } v ? Of(v) : null;

    public static string Of(Span span) => string.Create(CultureInfo.InvariantCulture, $"{span.Start}-{span.End}");

    public static string? OfDay(int day) => day > 0 ? DateOnly.FromDayNumber(day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) : null;

    public static bool TrySpan(string? text, out Span span)
    {
        span = default;
        var dash = text?.IndexOf('-', StringComparison.Ordinal) ?? -1;
        if (dash < 1
            || !int.TryParse(text.AsSpan(0, dash), NumberStyles.None, CultureInfo.InvariantCulture, out var start)
            || !int.TryParse(text.AsSpan(dash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var end)
            || end <= start)
            return false;
        span = new(start, end);
        return true;
    }
}
