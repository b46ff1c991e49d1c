using CsCheck;
using Parley.Language;
using Parley.Reading.Actors;

namespace Parley.Reading.Tests.Actors;

public sealed class ActorReaderTests
{
    private static readonly Lazy<ReportReader> Reader = new(ReportReader.Load);

    private static readonly string[] Pieces =
    [
        "Norway's fisheries minister, Kari Holm,", "the minister", "she", "Oslo", "the union", "its president, Jan Vik,", "said that", "told reporters", "The UN",
        "officials", "Dr Amina Bello", "Mr Vik", "who", "and", "\"We will not sign,\"", ".", ",", "\n\n", "of", "the African Union", "both sides", "their", "Karvenian", "Karvenia",
    ];

    [Fact]
    public void Mentions_are_sorted_lie_in_the_text_and_every_id_exists() =>
        Gen.Int[0, Pieces.Length - 1].Select(i => Pieces[i]).Array[1, 40].Sample(
            pieces =>
            {
                var text = new SourceText(string.Join(' ', pieces));
                var reading = Read(text.Original);
                var ids = reading.Actors.Select(a => a.Id).ToHashSet();
                foreach (var actor in reading.Actors)
                {
                    actor.Mentions.ShouldNotBeEmpty();
                    actor.Mentions.ShouldBe(actor.Mentions.Order());
                    actor.Mentions.ShouldAllBe(m => m.Start >= 0 && m.End <= text.Length && m.Length > 0);
                    if (actor.SpeaksFor is not null) ids.ShouldContain(actor.SpeaksFor);
                    actor.SpeaksFor.ShouldNotBe(actor.Id);
                }

                reading.Statements.ShouldAllBe(s => s.Speaker == null || ids.Contains(s.Speaker));
            },
            iter: 200);

    [Fact]
    public void One_reader_reads_reports_in_any_order_alike()
    {
        string[] texts = ["Chile's envoy, Ana Soto, said she would stay. Soto said no more.", "The envoy said the union would vote. It refused."];
        var forth = texts.Select(Describe).ToList();
        texts.Reverse().Select(Describe).Reverse().ShouldBe(forth);
    }

    [Fact]
    public void A_party_is_never_an_office_in_between()
    {
        var reading = Read("A spokesman for the Peruvian trade ministry said the quota would stay.");
        var spokesman = reading.Actors.Single(a => a.Kind == ActorKind.Person);
        reading.Actors.Single(a => a.Id == spokesman.SpeaksFor).Name.ShouldBe("Peru");
    }

    private static string Describe(string text) =>
        string.Join('\n', Read(text).Actors.Select(a => $"{a.Id} {a.Name} {a.Kind} {a.Country} {a.Role} {a.SpeaksFor} {string.Join(' ', a.Mentions)}"));

    private static ReportReading Read(string text) => Reader.Value.Read(new("r", new SourceText(text)), TestContext.Current.CancellationToken);
}
