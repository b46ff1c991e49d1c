using System.Diagnostics;
using Parley.Language;
using Parley.Reading;
using Parley.Reading.Actors;
using Parley.Reading.Dates;
using Parley.Reading.Meetings;
using Parley.Reading.Positions;
using Parley.Reading.Statements;

namespace Parley.Training.Speed;

/// <summary>Where the time of a reading goes: every stage on its own over all reports, one thread.</summary>
internal static class StageTimes
{
    public static IEnumerable<(string Stage, TimeSpan Time)> Measure(IReadOnlyList<Report> reports, EnglishLanguage language)
    {
        var (documents, analyze) = Timed(reports.Count, i => language.Analyze(reports[i].Text));
        yield return ("Language", analyze);
        var datelines = new DatelineReader();
        var (heads, dateline) = Timed(reports.Count, i => datelines.Read(documents[i]));
        yield return ("Dateline", dateline);
        var dateReader = new DateReader();
        var (dates, date) = Timed(reports.Count, i => dateReader.Read(documents[i], reports[i].Published?.Day));
        yield return ("Dates", date);
        var attributionReader = new AttributionReader();
        var (attributions, attribution) = Timed(reports.Count, i => attributionReader.Read(documents[i]));
        yield return ("Attributions", attribution);
        var actorReader = new ActorReader();
        var (actors, actor) = Timed(reports.Count, i => actorReader.Read(documents[i], attributions[i]));
        yield return ("Actors", actor);
        var speakerReader = new SpeakerReader();
        var (statements, speaker) = Timed(reports.Count, i => speakerReader.Read(documents[i], actors[i], dates[i], attributions[i]));
        yield return ("Speakers", speaker);
        var positionReader = new PositionReader();
        yield return ("Positions", Timed(reports.Count, i => positionReader.Read(documents[i], actors[i], dates[i], statements[i])).Time);
        var meetingReader = new MeetingReader();
        yield return ("Meetings", Timed(reports.Count, i => meetingReader.Read(documents[i], actors[i], dates[i], statements[i], reports[i].Published?.Day, heads[i].Dateline?.Place)).Time);
    }

    private static (T[] Results, TimeSpan Time) Timed<T>(int count, Func<int, T> work)
    {
        var results = new T[count];
        var watch = Stopwatch.StartNew();
        for (var i = 0; i < count; i++) results[i] = work(i);
        return (results, watch.Elapsed);
    }
}
