using Parley.Reading.Statements;

namespace Parley.Reading.Tests.Statements;

public sealed class StatementModelTests
{
    [Fact]
    public void A_linear_model_adds_the_weights_of_its_features()
    {
        var model = new LinearModel([1, 2, 10, 20], outputs: 2, scale: 0.5f);
        var scores = new float[2];
        model.Score([0u, 1u, 3u], scores);
        scores.ShouldBe([10.5f, 21f]);
    }

    [Fact]
    public void Models_come_back_as_they_were_written()
    {
        var model = StatementModel.Load();
        using var stream = new MemoryStream();
        model.Write(stream);
        var again = StatementModel.Read(new MemoryStream(stream.ToArray()));
        again.Threshold.ShouldBe(model.Threshold);
        again.NeverCues.ShouldBe(model.NeverCues, ignoreOrder: true);
        Score(again).ShouldBe(Score(model));

        static float Score(StatementModel model)
        {
            var scores = new float[1];
            model.Cues.Score([1u, 22u, 333u, 4444u, 55555u], scores);
            return scores[0];
        }
    }

    [Fact]
    public void Words_of_wanting_are_attitudes_and_words_that_also_say_are_speech()
    {
        var lexicon = CueLexicon.Load();
        lexicon.IsAttitude(lexicon.ClassesOf("hope", Parley.Language.Upos.VERB)).ShouldBeTrue();
        lexicon.IsAttitude(lexicon.ClassesOf("say", Parley.Language.Upos.VERB)).ShouldBeFalse();
        lexicon.IsAttitude(lexicon.ClassesOf("suggest", Parley.Language.Upos.VERB)).ShouldBeFalse();
        lexicon.ClassesOf("ferry", Parley.Language.Upos.NOUN).ShouldBe(0u);
    }
}
