using Parley.Exchange.Readings;
using Parley.Language;
using Parley.Reading;

namespace Parley.Exchange.Tests.Readings;

/// <summary>A small report with a reading made by hand.</summary>
internal static class Sample
{
    public const string Text = "Norland \U0001F600 “never” <b>said</b> Kari Holm.\n\nTalks resume in Oslo on Friday.";

    public static Account Account()
    {
        var report = new Report("sample", new SourceText(Text)) { Title = "A | title <script>", Outlet = "Wire", Published = new(new(2024, 3, 14), "2024-03-14") };
        var reading = new ReportReading(new("parley", "0.1.0", ["m"]), new("sample", "00", report.Text.Length, report.Title, "Wire", null, "en", "2024-03-14", new("Oslo", new(0, 3))))
        {
            Actors =
            [
                new("a1", "Norland", ActorKind.State, "NO", null, null, [new(0, 7)]),
                new("a2", "Kari Holm", ActorKind.Person, null, "minister", "a1", [Find("Kari Holm")]),
            ],
            Dates = [new(Find("Friday"), "Friday", TimexType.Date, "2024-03-15")],
            Statements = [new("s1", "a2", [Find("Kari Holm")], [Find("said")], [Find("“never”")], StatementMode.Direct, StatementKind.Speech, null, null, 0.9)],
            Issues = [new("i1", "Quota", ["quota"])],
            Positions =
            [
                new("p1", "a1", "i1", Act.RedLine, Stance.Against, Firmness.RedLine, null, false, false, null, "s1", [Find("“never”")], null, "REJECT", "120", 0.8),
            ],
            Meetings = [new("m1", "2024-03-15", "Oslo", ["a1"], null, 2, MeetingStatus.Scheduled, [Find("Talks resume in Oslo on Friday")])],
            Deadlines = [new("2024-04-01", "sign", "a1", [Find("Friday")])],
        };
        return new(report, reading);

        Span Find(string words)
        {
            var start = report.Text.Chars.IndexOf(words, StringComparison.Ordinal);
            return new(start, start + words.Length);
        }
    }
}
