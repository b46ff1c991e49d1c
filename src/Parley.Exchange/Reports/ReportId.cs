using System.Security.Cryptography;
using System.Text;
using Parley.Language;

namespace Parley.Exchange.Reports;

/// <summary>The id of a report that brings none: the first 16 hexadecimal digits of its text's SHA-256.</summary>
public static class ReportId
{
    public static string Of(SourceText text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Original)))[..16];
    }
}
