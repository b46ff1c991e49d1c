using System.Collections.Immutable;

namespace Parley.Reading.Actors;

/// <summary>How words stand for a state or an organisation.</summary>
internal enum NameUse { Name, Demonym, Capital, Seat }

/// <summary>A string that stands for a state or for an organisation.</summary>
internal sealed record GazetteerEntry(string Text, NameUse Use, Country? Country, Organization? Organization);

/// <summary>States and organisations by every string that stands for them. Case counts; white space and apostrophes do not.</summary>
internal sealed class Gazetteer
{
    private readonly Dictionary<string, GazetteerEntry[]> _byStart; // longest first
    private readonly Dictionary<string, Country> _byCode = new(StringComparer.Ordinal);

    private Gazetteer()
    {
        var entries = new Dictionary<string, GazetteerEntry>(StringComparer.Ordinal);
        foreach (var row in ActorLexicon.Rows("countries.tsv"))
        {
            var country = new Country(row[0], row[1]);
            _byCode[row[0]] = country;
            Put(row[1], NameUse.Name);
            foreach (var text in ActorLexicon.Cells(row[2])) Put(text, NameUse.Name);
            foreach (var text in ActorLexicon.Cells(row[4])) Put(text, NameUse.Capital);
            foreach (var text in ActorLexicon.Cells(row[5])) Put(text, NameUse.Seat);
            foreach (var text in ActorLexicon.Cells(row[3]))
            {
                Put(text, NameUse.Demonym, weak: true);
                if (text.EndsWith("an", StringComparison.Ordinal) || text.EndsWith('i')) Put(text + "s", NameUse.Demonym, weak: true);
            }

            void Put(string text, NameUse use, bool weak = false) => Set(entries, new(text, use, country, null), weak);
        }

        foreach (var row in ActorLexicon.Rows("regions.tsv"))
        {
            var region = new Country("", row[1], row[0]);
            foreach (var text in ActorLexicon.Cells(row[2]).Prepend(row[1])) Set(entries, new(text, NameUse.Name, region, null), weak: true);
            foreach (var text in ActorLexicon.Cells(row[3])) Set(entries, new(text, NameUse.Demonym, region, null), weak: true);
            foreach (var text in ActorLexicon.Cells(row[4])) Set(entries, new(text, NameUse.Capital, region, null), weak: true);
        }

        foreach (var row in ActorLexicon.Rows("organizations.tsv"))
        {
            var organization = new Organization(row[0], [.. ActorLexicon.Cells(row[3])], row[4].Length > 0 ? row[4] : null, row.Length > 5 ? [.. row[5].Split(' ')] : []);
            Set(entries, new(row[0], NameUse.Name, null, organization), weak: false);
            foreach (var text in ActorLexicon.Cells(row[1])) Set(entries, new(text, NameUse.Name, null, organization), weak: false);
            foreach (var text in ActorLexicon.Cells(row[2])) Set(entries, new(text.TrimStart('~'), NameUse.Seat, null, organization), weak: false);
        }

        _byStart = entries.Values.GroupBy(e => StartOf(e.Text, 0)).ToDictionary(g => g.Key, g => g.OrderByDescending(e => e.Text.Length).ToArray(), StringComparer.Ordinal);
        Countries = [.. _byCode.Values];
    }

    public ImmutableArray<Country> Countries { get; }

    public static Gazetteer Load() => new();

    public Country? Country(string code) => _byCode.GetValueOrDefault(code);

    /// <summary>The longest entry that starts at a position and ends where a word ends, or null.</summary>
    public GazetteerEntry? Match(string chars, int start, out int end)
    {
        end = start;
        var lookup = _byStart.GetAlternateLookup<ReadOnlySpan<char>>();
        if (!lookup.TryGetValue(chars.AsSpan(start, EndOfStart(chars, start) - start), out var entries)) return null;
        foreach (var entry in entries)
        {
            if (!Matches(chars, start, entry.Text)) continue;
            end = start + entry.Text.Length;
            return entry;
        }

        return null;
    }

    private static bool Matches(string chars, int start, string text)
    {
        var end = start + text.Length;
        if (end > chars.Length) return false;
        for (var i = 0; i < text.Length; i++)
            if (Plain(chars[start + i]) != text[i]) return false;
        return end == chars.Length || !char.IsLetterOrDigit(chars[end]) && chars[end] != '$';
    }

    private static char Plain(char c) => c switch { '’' => '\'', '\n' or '\u00a0' or '\r' => ' ', '‑' => '-', _ => c };

    private static void Set(Dictionary<string, GazetteerEntry> entries, GazetteerEntry entry, bool weak)
    {
        if (weak) entries.TryAdd(entry.Text, entry);
        else entries[entry.Text] = entry;
    }

    private static string StartOf(string text, int start) => text[start..EndOfStart(text, start)];

    private static int EndOfStart(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsLetterOrDigit(text[end])) end++;
        return Math.Max(end, Math.Min(start + 1, text.Length));
    }
}
