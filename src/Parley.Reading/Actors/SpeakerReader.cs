using System.Collections.Immutable;
using Parley.Language;
using Parley.Reading.Statements;

namespace Parley.Reading.Actors;

/// <summary>Who made each attribution, to whom and when: attributions become statements.</summary>
/// <remarks>A verb joined to one before it ("… and warned") keeps that verb's speaker. Passives without an agent have none.</remarks>
public sealed class SpeakerReader
{
    private static readonly string[] s_telling = ["told", "tells", "telling", "tell", "urged", "urges", "urging", "asked", "asks", "asking", "informed", "assured", "warned", "reminded", "appealed"];

    public ImmutableArray<Statement> Read(
        Document document, ActorTable actors, ImmutableArray<DateExpression> dates, ImmutableArray<Attribution> attributions)
    {
        var speakers = Speakers(document, actors, attributions);
        var statements = ImmutableArray.CreateBuilder<Statement>(attributions.Length);
        for (var i = 0; i < attributions.Length; i++)
        {
            var a = attributions[i];
            statements.Add(new($"s{i + 1}", speakers[i], a.Source, a.Cue, a.Content, a.Mode, a.Kind, Addressee(document, actors, a, speakers[i]), Said(document, dates, a), a.Confidence));
        }

        return statements.MoveToImmutable();
    }

    private static string?[] Speakers(Document document, ActorTable actors, ImmutableArray<Attribution> attributions)
    {
        var speakers = new string?[attributions.Length];
        var order = Enumerable.Range(0, attributions.Length).OrderBy(i => Start(attributions[i])).ToArray();
        var previous = -1;
        foreach (var i in order)
        {
            var attribution = attributions[i];
            speakers[i] = i < actors.Speakers.Length ? actors.Speakers[i] : null;
            if (attribution.Source.IsEmpty && previous >= 0 && !attribution.Cue.IsEmpty && !IsPassive(document, attribution) && Follows(document, attributions[previous], attribution))
                speakers[i] = speakers[previous];
            previous = i;
        }

        return speakers;
    }

    private static int Start(Attribution attribution) =>
        attribution.Cue.IsEmpty ? attribution.Content[0].Start : attribution.Cue[0].Start;

    /// <summary>Whether a cue without source stands in the sentence of the cue before it.</summary>
    private static bool Follows(Document document, Attribution before, Attribution after) =>
        !before.Cue.IsEmpty && document.SentenceAt(before.Cue[0].Start) == document.SentenceAt(after.Cue[0].Start);

    private static bool IsPassive(Document document, Attribution attribution)
    {
        var words = document.Slice(attribution.Cue[0]).Split(' ');
        return words.Length >= 2 && words[..^1].Any(w => w is "is" or "are" or "was" or "were" or "be" or "been" or "being") && words[^1].EndsWith("ed", StringComparison.Ordinal)
            || words.Any(w => w is "understood" or "thought" or "believed" or "reported" or "said" or "known" or "expected") && words[0] is "is" or "are" or "was" or "were" or "It" or "it";
    }

    /// <summary>The actor named right after a verb of telling; nobody where it is a crowd of reporters or an outlet.</summary>
    private static string? Addressee(Document document, ActorTable actors, Attribution attribution, string? speaker)
    {
        if (attribution.Cue is not [.., var cue]) return null;
        var word = document.Slice(cue).Split(' ')[^1];
        if (Array.IndexOf(s_telling, word) < 0) return null;
        var window = new Span(cue.End, Math.Min(cue.End + 40, document.Text.Length));
        foreach (var (span, actor) in actors.MentionsIn(window))
        {
            if (span.Start < cue.End || span.Start > cue.End + 8) continue;
            if (attribution.Content.Any(c => c.Overlaps(span))) return null;
            return actor.Id == speaker ? null : actor.Id;
        }

        return null;
    }

    /// <summary>Whether a TIMEX3 value names a day or a month: "2024-03-14", "2024-03-14T10:00", "2024-03".</summary>
    private static bool IsDay(string value) =>
        value.Length >= 7 && value[4] == '-' && char.IsDigit(value[0]) && char.IsDigit(value[5]) && char.IsDigit(value[6])
        && (value.Length == 7 || (value.Length >= 10 && value[7] == '-' && char.IsDigit(value[8]) && char.IsDigit(value[9])));

    /// <summary>The date beside the cue: in its sentence, outside the content, nearest first.</summary>
    private static string? Said(Document document, ImmutableArray<DateExpression> dates, Attribution attribution)
    {
        if (attribution.Cue.IsEmpty || dates.IsEmpty) return null;
        var cue = attribution.Cue[0];
        var at = document.SentenceAt(cue.Start);
        if (at < 0) return null;
        var sentence = document.Sentences[at].Span;
        string? best = null;
        var nearest = int.MaxValue;
        foreach (var date in dates)
        {
            if (date.Type is not (TimexType.Date or TimexType.Time) || date.Value is not { } value || !IsDay(value)) continue;
            if (!sentence.Contains(date.Span) || attribution.Content.Any(c => c.Overlaps(date.Span)) || attribution.Source.Any(s => s.Overlaps(date.Span))) continue;
            var distance = date.Span.Start >= cue.End ? date.Span.Start - cue.End : cue.Start - date.Span.End;
            if (distance >= nearest) continue;
            (best, nearest) = (value.Length > 10 ? value[..10] : value, distance);
        }

        return best;
    }
}
