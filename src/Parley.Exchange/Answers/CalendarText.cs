using System.Globalization;
using System.Text;

namespace Parley.Exchange.Answers;

/// <summary>Content lines of iCalendar (RFC 5545, 3.1): text escaped, lines folded at 75 octets and never inside a character.</summary>
internal sealed class CalendarText
{
    private const int LongestLine = 75;
    private readonly StringBuilder _written = new();
    private int _octets;

    /// <summary>A property whose value needs no escape.</summary>
    public void Line(string property, string value)
    {
        Start(property);
        foreach (var c in value) Put(new Rune(c), 1);
        End();
    }

    /// <summary>A property whose value is text; none is written where there is no text.</summary>
    public void Text(string property, string? value)
    {
        if (string.IsNullOrEmpty(value)) return;
        Start(property);
        foreach (var rune in value.EnumerateRunes())
        {
            switch (rune.Value)
            {
                case '\n':
                    Escaped('n');
                    break;
                case '\\' or ';' or ',':
                    Escaped((char)rune.Value);
                    break;
                case < ' ' and not '\t' or 0x7F:
                    break;
                default:
                    Put(rune, rune.Utf8SequenceLength);
                    break;
            }
        }

        End();
    }

    public void Day(string property, DateOnly day) => Line(property + ";VALUE=DATE", day.ToString("yyyyMMdd", CultureInfo.InvariantCulture));

    public void Moment(string property, DateTimeOffset moment) => Line(property, moment.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture));

    public override string ToString() => _written.ToString();

    private void Start(string property)
    {
        _written.Append(property).Append(':');
        _octets = property.Length + 1;
    }

    private void End() => _written.Append("\r\n");

    // An escape stands on one line: programs that unfold late read it right, too.
    private void Escaped(char c)
    {
        Room(2);
        _written.Append('\\').Append(c);
    }

    private void Put(Rune rune, int octets)
    {
        Room(octets);
        if (rune.IsBmp) _written.Append((char)rune.Value);
        else _written.Append(rune.ToString());
    }

    private void Room(int octets)
    {
        if (_octets + octets > LongestLine)
        {
            _written.Append("\r\n ");
            _octets = 1;
        }

        _octets += octets;
    }
}
