using System.Diagnostics;
using System.Text;
using CsCheck;

namespace Parley.Language.Tests.Text;

public sealed class RobustnessTests
{
    private static readonly EnglishLanguage Language = EnglishLanguage.Load();

    private static readonly string[] Pieces =
    [
        " ", "  ", "\n", "\n\n", "\r\n", "\r", "\t", "\u00A0", "\u2028", "\u200B", "\uFEFF", "\u00AD", "\u0301", "\u200D", "\uFE0F", ".", "..", "...", "…", "!", "?", "?!", ",", ";", ":", "-", "--", "–", "—",
        "\"", "''", "``", "'", "’", "‘", "“", "”", "„", "«", "»", "‹", "›", "(", ")", "[", "]", "{", "}", "/", "//", "://", "@", "#", "$", "€", "%", "&", "*", "_", "<", ">", "\\", "\0", "\uD83D", "\uDE00", "😀", "👨‍👩‍👧", "é", "ñ", "İ", "ß", "Ω", "中", "ع", "न",
        "a", "I", "the", "The", "don't", "cannot", "U.S.", "Mr.", "J.", "No. 5", "5", "3.5", "1,000", "2024-03-14", "10:30", "15-20", "www.example.org", "a@b.org", "workers'", "'90s", "e.g.", "said", "Norland", "[12]", "6'2\"",
    ];

    private static readonly Gen<string> Jumble = Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[0, 60].Select(string.Concat);

    [Fact]
    public void Any_jumble_of_marks_and_words_gives_spans_in_order_within_the_text() => Jumble.Sample(Check, iter: 600, threads: 1);

    [Fact]
    public void Any_string_of_chars_gives_spans_in_order_within_the_text() =>
        Gen.Int[0, char.MaxValue].Array[0, 80].Select(chars => string.Concat(chars.Select(c => (char)c))).Sample(Check, iter: 400, threads: 1);

    [Fact]
    public void What_is_not_white_space_is_in_exactly_one_token() =>
        Jumble.Sample(text =>
        {
            var document = Language.Analyze(new(text));
            var covered = new int[document.Text.Length];
            foreach (var token in document.Tokens)
                for (var i = token.Span.Start; i < token.Span.End; i++) covered[i]++;
            for (var i = 0; i < covered.Length; i++)
                if (!char.IsWhiteSpace(document.Chars[i]) && document.Chars[i] is not ('\u200B' or '\uFEFF')) Require(covered[i] == 1, $"char {i} is in one token", text);
        }, iter: 300, threads: 1);

    public static TheoryData<string, string> Monsters => new()
    {
        { "no space", new string('a', 20_000) },
        { "no space, capitals", new string('A', 20_000) },
        { "digits", new string('7', 20_000) },
        { "dotted", Repeat("a.", 30_000) },
        { "dotted capitals", Repeat("A.", 20_000) },
        { "hyphens between digits", Repeat("12-", 20_000) },
        { "hyphenated prefixes", Repeat("non-", 20_000) },
        { "apostrophes", Repeat("n't", 20_000) },
        { "clitics", Repeat("'s", 20_000) },
        { "straight marks", new string('"', 30_000) },
        { "spaced straight marks", Repeat("\" ", 30_000) },
        { "opening marks", new string('“', 30_000) },
        { "closing marks", new string('”', 30_000) },
        { "single marks", Repeat(" 'a", 30_000) },
        { "curly single marks", Repeat(" ‘a", 30_000) },
        { "mixed nested marks", Repeat("“‘\"'«‹", 30_000) },
        { "brackets", new string('(', 20_000) + new string(')', 20_000) },
        { "notes", Repeat("x. [1] ", 30_000) },
        { "full stops", new string('.', 20_000) },
        { "spaced full stops", Repeat(". ", 20_000) },
        { "at signs", Repeat("a@", 20_000) },
        { "slashes", Repeat("://", 20_000) },
        { "www", Repeat("www.", 20_000) },
        { "lines", Repeat("\n", 20_000) },
        { "short lines", Repeat("word\n", 20_000) },
        { "emoji", Repeat("😀", 20_000) },
        { "combining marks", "e" + Repeat("\u0301", 30_000) },
        { "names", Repeat("Norland ", 30_000) },
        { "initials", Repeat("J. ", 20_000) },
    };

    [Theory]
    [MemberData(nameof(Monsters))]
    public void A_monster_is_read_in_linear_time(string name, string text)
    {
        var clock = Stopwatch.StartNew();
        Check(text);
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(10), name);
    }

    private static void Check(string text)
    {
        var document = Language.Analyze(new(text));
        var position = 0;
        foreach (var token in document.Tokens)
        {
            Require(token.Span.Start >= position && token.Span.End > token.Span.Start, "tokens stand in order and none is empty", text);
            position = token.Span.End;
        }

        Require(position <= document.Text.Length, "tokens lie within the text", text);
        var next = 0;
        foreach (var sentence in document.Sentences)
        {
            Require(sentence.First == next && sentence.End > sentence.First, "sentences follow on each other", text);
            Require(sentence.Span == new Span(document.Tokens[sentence.First].Span.Start, document.Tokens[sentence.End - 1].Span.End), "a sentence spans its tokens", text);
            Require(document.Paragraphs[sentence.Paragraph].Span.Contains(sentence.Span), "a sentence lies in its paragraph", text);
            next = sentence.End;
        }

        Require(next == document.Tokens.Length, "every token is in a sentence", text);
        var start = 0;
        foreach (var quotation in document.Quotations)
        {
            Require(quotation.Span.Start >= start && quotation.Span.Contains(quotation.Inner), "quotations stand in order", text);
            Require(document.Text.All.Contains(quotation.Span), "quotations lie within the text", text);
            start = quotation.Span.Start;
        }

        var end = 0;
        foreach (var found in document.Names)
        {
            Require(found.First >= end && found.End > found.First && found.End <= document.Tokens.Length, "names stand in order", text);
            Require(found.Confidence is >= 0 and <= 1, "confidence is between 0 and 1", text);
            end = found.End;
        }
    }

    private static void Require(bool holds, string what, string text)
    {
        if (!holds) Assert.Fail($"Not so: {what}; text: {text[..Math.Min(200, text.Length)]}");
    }

    private static string Repeat(string piece, int times) => new StringBuilder(piece.Length * times).Insert(0, piece, times).ToString();
}
