using System.Runtime.Intrinsics;
using Parley.Language;
using Parley.Reading.Statements;

namespace Parley.Reading.Tests.Statements;

public sealed class OpinionTests
{
    private static readonly EnglishLanguage Language = EnglishLanguage.Load();
    private static readonly StatementModel Model = StatementModel.Load();
    private static readonly CueLexicon Lexicon = CueLexicon.Load();

    [Fact]
    public void What_is_said_is_content_and_the_word_that_says_it_heads_a_cue()
    {
        var traits = Traits("The minister said that the ferry would sail on Friday.");
        using var opinion = new Opinion(traits, Model.Opinion);
        var (minister, said, ferry) = (1, 2, 5);
        opinion[said].Head.ShouldBeGreaterThan((byte)LogOdds.Even);
        opinion[ferry].Head.ShouldBeLessThan((byte)LogOdds.Even);
        opinion[ferry].Content.ShouldBeGreaterThan((byte)LogOdds.Even);
        var pairs = opinion.Pairs(Window(traits, said));
        pairs[minister].Source.ShouldBeGreaterThan((byte)LogOdds.Even);
        pairs[ferry].Content.ShouldBeGreaterThan((byte)LogOdds.Even);
        pairs[minister].Content.ShouldBeLessThan((byte)LogOdds.Even);
    }

    [Fact]
    public void The_words_of_a_quotation_are_anothers_content_to_each_cue()
    {
        var traits = Traits("\u201CWe will sail,\u201D said the captain, and the mayor warned that the quay was closed.");
        var document = traits.Document;
        using var opinion = new Opinion(traits, Model.Opinion);
        int At(string form) => document.Tokens.Select(t => t.Form).ToList().IndexOf(form);
        opinion.Pairs(Window(traits, At("said")))[At("sail")].Content.ShouldBeGreaterThan(opinion.Pairs(Window(traits, At("warned")))[At("sail")].Content);
        opinion.Pairs(Window(traits, At("warned")))[At("closed")].Content.ShouldBeGreaterThan(opinion.Pairs(Window(traits, At("said")))[At("closed")].Content);
    }

    [Theory]
    [InlineData("")]
    [InlineData("said")]
    [InlineData("\u201C\n\n\u201D , ,")]
    public void Any_text_is_thought_the_same_of_twice(string text)
    {
        var traits = Traits(string.Concat(Enumerable.Repeat(text + " ", 700)));
        using var opinion = new Opinion(traits, Model.Opinion);
        using var again = new Opinion(traits, Model.Opinion);
        for (var i = -1; i <= traits.Count; i++) opinion[i].ShouldBe(again[i]);
        if (traits.Count > 0) opinion.Pairs(Window(traits, traits.Count / 2)).ShouldBe(again.Pairs(Window(traits, traits.Count / 2)));
    }

    [Fact]
    public void Scores_become_probabilities_of_those_counted()
    {
        float[] scores = [1, 2, 3, 90, 90, 90, 90, 90];
        LogOdds.Raise(scores, 3);
        scores[2].ShouldBe(1, 1e-5);
        scores[..3].ShouldAllBe(p => p > 0 && p < 1.00001f);
        scores[3..].ShouldAllBe(p => p == 0);
    }

    [Fact]
    public void Log_odds_go_in_steps_of_a_half_from_surely_not_to_surely()
    {
        var steps = LogOdds.StepsOf(Vector256.Create(0f, 0.5f, 1f, 0.731059f, 0.268941f, 0, 0, 0), 1);
        (steps[0], steps[1], steps[2], steps[3], steps[4]).ShouldBe((0, LogOdds.Even, LogOdds.Steps - 1, LogOdds.Even + 2, LogOdds.Even - 2));
    }

    [Fact]
    public void Every_feature_of_a_verdict_has_a_ground_to_name()
    {
        var traits = Traits("The minister said that the ferry would sail on Friday.");
        using var opinion = new Opinion(traits, Model.Opinion);
        traits.Opinion = opinion;
        AttributionReader.ScoreCues(traits, Model.NeverCues, Model.Cues);
        var drafts = AttributionReader.Draft(traits, Model.Roles, Model.CueThreshold, new(traits));
        var features = new FeatureList(VerdictFeatures.Capacity);
        VerdictFeatures.Extract(traits, drafts[0], drafts, 0, features);
        features.Items.Length.ShouldBe(AttributionExplainer.Grounds.Length);
    }

    private static Traits Traits(string text)
    {
        var document = Language.Analyze(new(text));
        return new(document, Lexicon, QuoteMask.Of(document.Chars));
    }

    private static CueWindow Window(Traits traits, int cue)
    {
        var window = new CueWindow();
        window.Open(traits, cue, null);
        return window;
    }
}
