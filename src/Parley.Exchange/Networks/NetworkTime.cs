using System.Globalization;

namespace Parley.Exchange.Networks;

/// <summary>Moments in files: ISO 8601, UTC where no offset is given.</summary>
public static class NetworkTime
{
    public static bool TryParse(string text, out DateTime time)
    {
        var parsed = DateTimeOffset.TryParse(
            text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AllowWhiteSpaces, out var moment);
        time = moment.UtcDateTime;
        return parsed && text.Length >= 10 && char.IsAsciiDigit(text[3]);
    }

    public static string Iso(DateTime time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);

    public static string Plain(DateTime time) => time.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    public static string Day(DateTime time) => time.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
