using System.Collections.Immutable;
using System.Diagnostics;
using Parley.Language;
using Parley.Language.Lemmas;
using Parley.Language.Names;
using Parley.Language.Parsing;
using Parley.Language.Tagging;
using Parley.Language.Text;
using Parley.Reading;
using Parley.Reading.Actors;
using Parley.Reading.Dates;
using Parley.Reading.Meetings;
using Parley.Reading.Positions;
using Parley.Reading.Statements;

namespace Parley.Training.Speed;

/// <summary>What a stage takes over all reports.</summary>
/// <param name="Time">Processor time.</param>
/// <param name="Bytes">Bytes allocated.</param>
internal readonly record struct Cost(TimeSpan Time, long Bytes);

/// <summary>Where the time and memory of a reading go: every stage on its own over all reports, one thread, the best of some rounds.</summary>
internal sealed class StageTimes(IReadOnlyList<Report> reports, EnglishLanguage language, int rounds)
{
    public IEnumerable<(string Stage, Cost Cost)> Language()
    {
        var segmenter = new Segmenter();
        var (raw, segment) = Timed(i => segmenter.Segment(reports[i].Text));
        yield return ("- segments", segment);
        var tokens = raw.Select(document => document.Tokens.ToArray()).ToArray();
        var tagger = Tagger.Load();
        yield return ("- tags", Timed(i => Each(raw[i], tokens[i], (sentence, _) => tagger.Tag(sentence))).Cost);
        var lemmas = Lemmatizer.Load();
        yield return ("- lemmas", Timed(i => Lemmas(tokens[i], lemmas)).Cost);
        var parser = Parser.Load();
        yield return ("- trees", Timed(i => Each(raw[i], tokens[i], parser.Parse)).Cost);
        var names = NameTagger.Load(lemmas);
        yield return ("- names", Timed(i => names.Tag(ImmutableArray.Create(tokens[i]), raw[i].Sentences)).Cost);
    }

    public IEnumerable<(string Stage, Cost Cost)> Reading()
    {
        var (documents, analyze) = Timed(i => language.Analyze(reports[i].Text));
        yield return ("Language", analyze);
        var dateReader = new DateReader();
        var datelines = new DatelineReader(dateReader);
        var (heads, dateline) = Timed(i => datelines.Read(documents[i]));
        yield return ("Dateline", dateline);
        var (dates, date) = Timed(i => dateReader.Read(documents[i], reports[i].Published?.Day));
        yield return ("Dates", date);
        var attributionReader = new AttributionReader();
        var (attributions, attribution) = Timed(i => attributionReader.Read(documents[i]));
        yield return ("Attributions", attribution);
        var actorReader = new ActorReader();
        var (actors, actor) = Timed(i => actorReader.Read(documents[i], attributions[i]));
        yield return ("Actors", actor);
        var speakerReader = new SpeakerReader();
        var (statements, speaker) = Timed(i => speakerReader.Read(documents[i], actors[i], dates[i], attributions[i]));
        yield return ("Speakers", speaker);
        var positionReader = new PositionReader();
        yield return ("Positions", Timed(i => positionReader.Read(documents[i], actors[i], dates[i], statements[i])).Cost);
        var meetingReader = new MeetingReader();
        yield return ("Meetings", Timed(i => meetingReader.Read(documents[i], actors[i], dates[i], statements[i], reports[i].Published?.Day, heads[i].Dateline?.Place)).Cost);
    }

    private delegate void SentenceWork(Span<Token> sentence, int first);

    private static int Each(Document document, Token[] tokens, SentenceWork work)
    {
        foreach (var sentence in document.Sentences) work(tokens.AsSpan(sentence.First, sentence.Length), sentence.First);
        return tokens.Length;
    }

    private static int Lemmas(Token[] tokens, Lemmatizer lemmas)
    {
        foreach (ref var token in tokens.AsSpan()) token = token with { Lemma = lemmas.Lemma(token.Form, token.Upos, token.Xpos) };
        return tokens.Length;
    }

    private (T[] Results, Cost Cost) Timed<T>(Func<int, T> work)
    {
        var results = new T[reports.Count];
        var best = new Cost(TimeSpan.MaxValue, 0);
        using var process = Process.GetCurrentProcess();
        for (var round = 0; round <= rounds; round++) // the first round warms up
        {
            process.Refresh();
            var (start, bytes) = (process.TotalProcessorTime, GC.GetAllocatedBytesForCurrentThread());
            for (var i = 0; i < results.Length; i++) results[i] = work(i);
            process.Refresh();
            var cost = new Cost(process.TotalProcessorTime - start, GC.GetAllocatedBytesForCurrentThread() - bytes);
            if (round > 0 && cost.Time < best.Time) best = cost;
        }

        return (results, best);
    }
}
