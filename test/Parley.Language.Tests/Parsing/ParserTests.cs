using CsCheck;

namespace Parley.Language.Tests.Parsing;

public sealed class ParserTests
{
    private static readonly string[] Common =
        ["the", "talks", "said", "to", "of", ",", "minister", "Geneva", "that", "will", "not", "and", "\"", "(", ")", "who", "on", "Monday", "--", "😀", "accept", "'s", "?", "REFUSED", "12"];

    private static readonly Gen<string[]> Sentences = Gen.Int[0, Common.Length - 1].Select(i => Common[i]).Array[1, 60];

    [Fact]
    public void Every_sentence_is_one_tree() => Sentences.Sample(words => Check(Loaded.Annotate(words), 0), iter: 500);

    [Fact]
    public void A_sentence_of_any_characters_is_one_tree() => Gen.String[1, 8].Array[1, 40].Sample(words => Check(Loaded.Annotate(words), 0), iter: 200);

    [Theory]
    [InlineData(512)]
    [InlineData(513)]
    [InlineData(100_000)]
    public void A_sentence_without_end_is_one_tree(int length) =>
        Check(Loaded.Annotate(Enumerable.Range(0, length).Select(i => Common[i * 7 % Common.Length])), 0);

    [Fact]
    public void Heads_lie_inside_the_sentence_of_a_document()
    {
        var document = Loaded.Language.Analyze(new("Talks began on Monday. They failed, a spokesman said.\n\nNobody \"knows\" why!"));
        document.Sentences.Length.ShouldBeGreaterThan(2);
        foreach (var sentence in document.Sentences) Check(document.TokensOf(sentence), sentence.First);
    }

    [Fact]
    public void All_threads_read_the_same()
    {
        var text = new SourceText(string.Join(' ', Enumerable.Repeat("The envoy told reporters that neither side would accept a deal it had not helped to write.", 20)));
        var alone = Loaded.Language.Analyze(text);
        var others = Enumerable.Range(0, 8).AsParallel().WithDegreeOfParallelism(4).Select(_ => Loaded.Language.Analyze(text)).ToList();
        foreach (var other in others) other.Tokens.AsSpan().SequenceEqual(alone.Tokens.AsSpan()).ShouldBeTrue();
    }

    [Theory]
    [InlineData("The minister rejected the offer .", "2 3 0 5 3 3", "det nsubj root det obj punct")]
    [InlineData("Officials said the talks had failed", "2 0 4 6 6 2", "nsubj root det nsubj aux ccomp")]
    [InlineData("The deal was rejected by the union", "2 4 4 0 7 7 4", "det nsubj:pass aux:pass root case det obl:agent")]
    public void Plain_sentences_get_their_trees(string words, string heads, string relations)
    {
        var tokens = Loaded.Annotate(words.Split(' '));
        string.Join(' ', tokens.Select(token => token.Head + 1)).ShouldBe(heads);
        string.Join(' ', tokens.Select(token => token.Relation)).ShouldBe(relations);
    }

    private static void Check(ReadOnlySpan<Token> tokens, int first)
    {
        var roots = 0;
        for (var i = 0; i < tokens.Length; i++)
        {
            if (tokens[i].Head < 0) roots++;
            else tokens[i].Head.ShouldBeInRange(first, first + tokens.Length - 1);
            (tokens[i].Relation == "root").ShouldBe(tokens[i].Head < 0);
        }

        roots.ShouldBe(1);
        HasCycle(tokens, first).ShouldBeFalse();
    }

    /// <summary>Follows each word up, stopping at words seen on the way of an earlier one.</summary>
    private static bool HasCycle(ReadOnlySpan<Token> tokens, int first)
    {
        var seenBy = new int[tokens.Length];
        for (var i = 0; i < tokens.Length; i++)
            for (var at = i; at >= 0; at = tokens[at].Head < 0 ? -1 : tokens[at].Head - first)
            {
                if (seenBy[at] == i + 1) return true;
                if (seenBy[at] != 0) break;
                seenBy[at] = i + 1;
            }

        return false;
    }
}
