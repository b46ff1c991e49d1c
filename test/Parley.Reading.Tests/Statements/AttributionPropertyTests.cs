using CsCheck;
using Parley.Language;
using Parley.Reading.Statements;

namespace Parley.Reading.Tests.Statements;

public sealed class AttributionPropertyTests
{
    private static readonly EnglishLanguage Language = EnglishLanguage.Load();
    private static readonly AttributionReader Reader = new();

    private static readonly string[] Pieces =
    [
        "The minister", " said", " told reporters", " that the ferry would sail", ",", ".", " \u201C", "\u201D", "\"", " according to", " Ms Vale",
        " wants a truce", " its insistence", " and", " who", ":", "\n\n", " was asked", " but refused to pay", " (", ")", " \u2013", " \U0001F600",
    ];

    private static readonly Gen<string> Texts = Gen.Int[0, Pieces.Length - 1].List[0, 40].Select(picks => string.Concat(picks.Select(i => Pieces[i])));

    [Fact]
    public void Spans_lie_within_the_text_and_hold_words() => Texts.Sample(text =>
    {
        var document = Language.Analyze(new(text));
        foreach (var attribution in Reader.Read(document))
        {
            attribution.Content.ShouldNotBeEmpty();
            attribution.Cue.Length.ShouldBe(1);
            attribution.Source.Length.ShouldBeLessThanOrEqualTo(1);
            attribution.Confidence.ShouldBeInRange(0, 1);
            foreach (var span in attribution.Source.Concat(attribution.Cue).Concat(attribution.Content))
                document.Slice(span).Trim().ShouldNotBeEmpty();
        }
    }, iter: 60);

    [Fact]
    public void Attributions_share_no_words_but_their_source() => Texts.Sample(text =>
    {
        var read = Reader.Read(Language.Analyze(new(text)));
        foreach (var a in read)
            foreach (var b in read)
            {
                if (ReferenceEquals(a, b)) continue;
                a.Cue.Concat(a.Content).Any(x => b.Cue.Concat(b.Content).Concat(b.Source).Any(x.Overlaps)).ShouldBeFalse();
            }
    }, iter: 60);

    [Fact]
    public void Reading_twice_gives_the_same() => Texts.Sample(text =>
    {
        var document = Language.Analyze(new(text));
        Reader.Read(document).Select(a => (a.Confidence, a.Content[0])).ShouldBe(Reader.Read(document).Select(a => (a.Confidence, a.Content[0])));
    }, iter: 60);
}
