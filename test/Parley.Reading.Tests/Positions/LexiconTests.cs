using Parley.Reading.Positions;

namespace Parley.Reading.Tests.Positions;

/// <summary>The trigger lexicon: what its rows say, and that none of them is a slip.</summary>
public sealed class LexiconTests
{
    private static readonly TriggerLexicon Lexicon = TriggerLexicon.Load();

    [Fact]
    public void Every_class_has_its_meaning() => Lexicon.Classes.Count.ShouldBe(Enum.GetValues<EventClass>().Length);

    [Fact]
    public void Every_row_has_four_columns_and_a_known_kind() =>
        LexiconFile.Rows("triggers.tsv").ShouldAllBe(row => row.Length == 4 && Enum.IsDefined(Enum.Parse<TriggerKind>(row[1], true)));

    [Fact]
    public void Every_act_has_triggers() =>
        Enum.GetValues<EventClass>().Except(LexiconFile.Rows("triggers.tsv").Select(row => LexiconFile.Class(row[0]))).ShouldBeEmpty();

    [Fact]
    public void Every_trigger_begins_with_a_word() =>
        LexiconFile.Rows("triggers.tsv").SelectMany(row => LexiconFile.Triggers(row, Lexicon.Classes)).ShouldAllBe(t => t.Pattern[0].Place == PatternPlace.Word);

    [Theory]
    [InlineData("cut", "cutting", "cut" + "ted", "cuts")]
    [InlineData("refuse", "refusing", "refused", "refuses")]
    [InlineData("deny", "denying", "denied", "denies")]
    [InlineData("rebut", "rebutting", "rebutted", "rebuts")]
    [InlineData("push", "pushing", "pushed", "pushes")]
    public void Verbs_are_formed_regularly(string verb, string gerund, string past, string third)
    {
        VerbForms.Gerund(verb).ShouldBe(gerund);
        VerbForms.Past(verb).ShouldBe(past);
        VerbForms.Third(verb).ShouldBe(third);
    }
}
