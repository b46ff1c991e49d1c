using System.Collections;

namespace Parley.Reading.Statements;

/// <summary>Which characters stand inside double quotation marks, the marks included; a quotation ends with its paragraph.</summary>
internal static class QuoteMask
{
    public static BitArray Of(string chars)
    {
        var mask = new BitArray(chars.Length);
        var inside = false;
        for (var i = 0; i < chars.Length; i++)
        {
            switch (chars[i])
            {
                case '\n': inside = false; break;
                case '\u201C' or '\u00AB' or '\u201E': inside = mask[i] = true; break;
                case '\u201D' or '\u00BB': (inside, mask[i]) = (false, true); break;
                case '"': (inside, mask[i]) = (!inside, true); break;
                default: mask[i] = inside; break;
            }
        }

        return mask;
    }
}
