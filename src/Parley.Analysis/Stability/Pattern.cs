namespace Parley.Analysis.Stability;

/// <summary>A set of states: those whose options under the mask are as the values say.</summary>
/// <param name="Mask">Options that are fixed.</param>
/// <param name="Values">Their values; bits outside the mask are zero.</param>
public readonly record struct Pattern(uint Mask, uint Values)
{
    public bool Matches(uint state) => (state & Mask) == Values;

    /// <summary>Reads "Y-N" or "1-0": one character an option, the first option first; "-" leaves it free.</summary>
    /// <exception cref="FormatException">Another length or character; the message says which.</exception>
    public static Pattern Parse(string text, int options)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length != options) throw new FormatException($"pattern \"{text}\": expected {options} characters, one an option, found {text.Length}");
        var (mask, values) = (0u, 0u);
        for (var i = 0; i < options; i++)
        {
            switch (text[i])
            {
                case 'Y' or 'y' or '1':
                    (mask, values) = (mask | 1u << i, values | 1u << i);
                    break;
                case 'N' or 'n' or '0':
                    mask |= 1u << i;
                    break;
                case '-':
                    break;
                default:
                    throw new FormatException($"pattern \"{text}\": expected Y, N or -, found \"{text[i]}\"");
            }
        }

        return new(mask, values);
    }

    /// <summary>The pattern as <see cref="Parse"/> reads it.</summary>
    public string Format(int options)
    {
        var (mask, values) = (Mask, Values);
        return string.Create(options, (mask, values), static (chars, p) =>
        {
            for (var i = 0; i < chars.Length; i++)
                chars[i] = (p.mask >> i & 1) == 0 ? '-' : (p.values >> i & 1) == 0 ? 'N' : 'Y';
        });
    }
}
