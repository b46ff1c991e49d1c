using System.Security.Cryptography;
using System.Text;
using Parley.Reading;

namespace Parley.Dossiers.Reports;

/// <summary>What makes two imports the same report: the same text from the same outlet. The same text elsewhere is a copy, and counts as one.</summary>
public static class ReportKey
{
    /// <summary>SHA-256 of outlet and text, hexadecimal.</summary>
    public static string Of(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes((report.Outlet ?? "").Trim().ToLowerInvariant() + "\0"));
        hash.AppendData(Encoding.UTF8.GetBytes(report.Text.Original));
        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }
}
