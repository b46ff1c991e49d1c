using System.Collections.Immutable;
using Parley.Language;
using Parley.Reading.Actors;

namespace Parley.Reading.Meetings;

/// <summary>Who met: the parties a clause names, else the main parties of the report; and who called them together.</summary>
internal sealed class Participants(Document document, ActorTable actors, ImmutableArray<Statement> statements)
{
    private readonly (Actor Actor, int Weight)[] _ranked = Rank(actors, statements);

    /// <summary>Actor ids of the parties, and of the convenor where the clause names one.</summary>
    public (ImmutableArray<string> Parties, string? Convenor) Read(SentenceView s, Trigger trigger, int first, int end, MeetingStatus status)
    {
        var span = s.SpanOf(first, Math.Min(end, s.Length));
        var named = new List<Actor>();
        string? convenor = null;
        foreach (var (mention, actor) in actors.MentionsIn(span))
        {
            var token = document.TokenAt(mention.Start) - s.Sentence.First;
            if (token > trigger.Token && s.Any(token, token + 5, MeetingWords.Saying)) continue; // who tells of it
            if (token < first || Places.IsPlace(s, token) || IsNobody(actor.Name) || s[token - 1] is "in" or "at" or "from" or "near" || (s[token - 1] is "the" or "neighbouring" or "neighboring" && s[token - 2] is "in" or "at")) continue;
            var party = actors.PartyOf(actor);
            if (IsConvenor(s, token, trigger, status)) convenor ??= party.Id;
            else if (!named.Contains(party)) named.Add(party);
        }

        if (trigger.Needs == Needed.Nothing && named.Count >= 2 || (named.Count == 1 && named[0].Kind != ActorKind.Person && s[trigger.Token].Contains("conven", StringComparison.Ordinal)))
            return ([.. named.Select(p => p.Id)], convenor);
        return ([.. _ranked.Where(p => p.Actor.Id != convenor).Take(Sides(s, first, end)).Select(p => p.Actor.Id)], convenor);
    }

    /// <summary>"Both sides", "mediators": words for those who meet, not names of them.</summary>
    private static bool IsNobody(string name)
    {
        foreach (var c in name.AsSpan(1))
            if (char.IsUpper(c)) return false;
        var last = name[(name.LastIndexOf(' ') + 1)..].ToLowerInvariant();
        return MeetingWords.People.Contains(last) || last is "mediator" or "mediation" or "reporters" or "people" or "sources";
    }

    private static bool IsConvenor(SentenceView s, int token, Trigger trigger, MeetingStatus status)
    {
        for (var i = token - 1; i >= Math.Max(0, token - 4); i--)
            if (s[i] is "under" && s[token + 1] is "'s" or "’s" or "auspices" or "mediation" or "chairmanship" || s[i] is "under" && (s[token + 2] is "auspices" or "mediation" || s[token + 3] is "auspices" or "mediation")) return true;
            else if (s[i] is "by" && s[i - 1] is "hosted" or "mediated" or "convened" or "chaired" or "brokered" or "facilitated" or "sponsored") return true;
        for (var i = token + 1; i < Math.Min(token + 9, trigger.End + 1); i++)
            if (s[i] is "host" or "hosts" or "hosted" or "hosting" or "mediate" or "mediated" or "mediating" or "invited" or "invites" or "brokered" or "-brokered" or "-mediated" or "convened" && i <= trigger.Token && (status == MeetingStatus.Proposed || s[i] is not "convened")) return true;
        return false;
    }

    /// <summary>How many sides a clause speaks of; two where it does not say.</summary>
    private int Sides(SentenceView s, int first, int end)
    {
        for (var i = 0; i < s.Length; i++)
            if (s[i] is "three" or "trilateral" or "tripartite" && (s[i] != "three" || MeetingWords.People.Contains(s[i + 1]) || MeetingWords.People.Contains(s[i + 2]))) return 3;
            else if (s[i] is "four" && MeetingWords.People.Contains(s[i + 1])) return 4;
        return _ranked.Length > 2 && _ranked[2].Weight * 10 >= _ranked[1].Weight * 7 ? 3 : 2;
    }

    /// <summary>States, organisations and groups by how much the report has of them: mentions and statements made for them. Mediators come last.</summary>
    private static (Actor Actor, int Weight)[] Rank(ActorTable actors, ImmutableArray<Statement> statements)
    {
        var weight = new Dictionary<string, int>(StringComparer.Ordinal);
        var mediators = new HashSet<string>(StringComparer.Ordinal);
        foreach (var actor in actors.Actors)
        {
            var party = actors.PartyOf(actor).Id;
            weight[party] = weight.GetValueOrDefault(party) + actor.Mentions.Length;
            if (actor.Role is { } role && role.Contains("mediator", StringComparison.OrdinalIgnoreCase)) mediators.Add(party);
        }

        foreach (var statement in statements)
            if (statement.Speaker is { } id && actors.PartyOf(actors[id]).Id is var party) weight[party] = weight.GetValueOrDefault(party) + 2;
        return [.. actors.Actors
            .Where(a => a.Kind != ActorKind.Person && a.SpeaksFor is null && !IsNobody(a.Name) && a.Name.Any(char.IsUpper) && weight.GetValueOrDefault(a.Id) > 1)
            .Select(a => (a, weight[a.Id]))
            .OrderBy(a => mediators.Contains(a.a.Id))
            .ThenByDescending(a => a.Item2)];
    }
}
