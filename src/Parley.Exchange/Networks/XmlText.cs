using System.Xml;

namespace Parley.Exchange.Networks;

/// <summary>Text that XML can carry: control characters become spaces.</summary>
internal static class XmlText
{
    public static string Clean(string text)
    {
        if (IsClean(text))
            return text;
        var chars = text.ToCharArray();
        for (var i = 0; i < chars.Length; i++)
        {
            if (char.IsHighSurrogate(chars[i]) && i + 1 < chars.Length && char.IsLowSurrogate(chars[i + 1]))
                i++;
            else if (!XmlConvert.IsXmlChar(chars[i]))
                chars[i] = ' ';
        }

        return new(chars);
    }

    private static bool IsClean(string text)
    {
        foreach (var c in text)
        {
            if (!XmlConvert.IsXmlChar(c))
                return false;
        }

        return true;
    }
}
