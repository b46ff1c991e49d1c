using System.Text;

namespace Parley.Dossiers.Parties;

/// <summary>The form under which two spellings of a name meet: lower case, letters and digits, no article, no possessive, no accents.</summary>
internal static class NameKey
{
    public static string Of(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var c in name.Normalize(NormalizationForm.FormD))
        {
            if (char.IsLetterOrDigit(c)) key.Append(char.ToLowerInvariant(c));
            else if (c is '\'' or '’') key.Append('\'');
            else if ((char.IsWhiteSpace(c) || c is '-' or '–') && key.Length > 0 && key[^1] != ' ') key.Append(' ');
        }

        var text = key.ToString().TrimEnd(' ');
        if (text.StartsWith("the ", StringComparison.Ordinal)) text = text[4..];
        if (text.EndsWith("'s", StringComparison.Ordinal)) text = text[..^2];
        return text.Replace("'", "", StringComparison.Ordinal);
    }

    /// <summary>The last word of a person's name key.</summary>
    public static string Surname(string key) => key[(key.LastIndexOf(' ') + 1)..];
}
