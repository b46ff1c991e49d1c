using CsCheck;
using Parley.Language.Networks;

namespace Parley.Language.Tests.Networks;

public sealed class WordFeaturesTests
{
    private static readonly WordFeatures Words = new(new Vocabulary([WordFeatures.HashOf("treaty"), WordFeatures.HashOf("we")]));

    [Fact]
    public void Known_words_have_a_row_of_their_own_whatever_their_case()
    {
        Rows("treaty")[0].ShouldBe(1);
        Rows("Treaty")[0].ShouldBe(1);
        Rows("WE")[0].ShouldBe(2);
        Rows("unheard")[0].ShouldBe(0);
    }

    [Fact]
    public void Curly_marks_count_as_straight_ones() => Rows("’s")[0..8].ShouldBe(Rows("'s")[0..8]);

    [Fact]
    public void Rows_of_any_word_lie_in_the_table() =>
        Gen.Select(Gen.String, Gen.Bool).Sample((form, first) =>
        {
            var rows = new int[WordFeatures.Count];
            Words.Write(form, first, rows);
            rows.ShouldAllBe(row => row >= 0 && row < Words.Rows);
        });

    private static int[] Rows(string form)
    {
        var rows = new int[WordFeatures.Count];
        Words.Write(form, false, rows);
        return rows;
    }
}
