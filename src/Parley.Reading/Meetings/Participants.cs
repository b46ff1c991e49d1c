using System.Collections.Frozen;
using System.Collections.Immutable;
using Parley.Language;
using Parley.Reading.Actors;

namespace Parley.Reading.Meetings;

/// <summary>Who met: the parties a clause names, else the main parties of the report; and who called them together.</summary>
internal sealed class Participants(Document document, ActorTable actors, ImmutableArray<Statement> statements)
{
    private const int Pairing = 12; // tokens after "between" in which both names stand

    private readonly (Actor Actor, int Weight)[] _ranked = Rank(document, actors, statements);
    private readonly int? _told = Told(document);

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

        if (named is [{ Kind: ActorKind.Organization } body] && SitsAs(s, first, trigger)) return ([body.Id], convenor);
        if (trigger.Needs == Needed.Nothing && named.Count >= 2 || (named.Count == 1 && named[0].Kind != ActorKind.Person && s[trigger.Token].Contains("conven", StringComparison.Ordinal)))
            return ([.. named.Select(p => p.Id)], convenor);
        return ([.. _ranked.Where(p => p.Actor.Id != convenor).Take(Sides(s)).Select(p => p.Actor.Id)], convenor);
    }

    /// <summary>"The bloc's leaders met", "ambassadors to the Council": those who sit on one body are that body.</summary>
    private static bool SitsAs(SentenceView s, int first, Trigger trigger) => s.Any(first, trigger.Token, s_seats) && !s.Any(first, trigger.End, s_sides);

    private static readonly FrozenSet<string> s_seats = FrozenSet.Create(StringComparer.Ordinal, "ministers", "ambassadors", "leaders", "heads", "members", "governments", "council", "board", "committee", "summit", "assembly", "commission");

    private static readonly FrozenSet<string> s_sides = FrozenSet.Create(StringComparer.Ordinal, "two", "both", "three", "sides", "with", "between", "counterpart", "counterparts");

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

    /// <summary>How many sides a sentence speaks of, else how many the report does; two where neither says.</summary>
    private int Sides(SentenceView s)
    {
        for (var i = 0; i < s.Length; i++)
            if (Said(s[i], s[i + 1], s[i + 2]) is { } said) return said;
        return _told ?? (_ranked.Length > 2 && _ranked[2].Weight * 10 >= _ranked[1].Weight * 7 ? 3 : 2);
    }

    private static int? Said(string word, string next, string after) => word switch
    {
        "trilateral" or "tripartite" => 3,
        "bilateral" => 2,
        "two" or "both" or "three" or "four" or "five" when MeetingWords.People.Contains(next) || MeetingWords.People.Contains(after) => word == "both" ? 2 : Counts.Number(word),
        _ => null,
    };

    /// <summary>What the report says most: "the two sides", "all four parties".</summary>
    private static int? Told(Document document)
    {
        var said = new int[6];
        var words = document.Tokens;
        for (var i = 0; i + 2 < words.Length; i++)
            if (Said(words[i].Form.ToLowerInvariant(), words[i + 1].Form.ToLowerInvariant(), words[i + 2].Form.ToLowerInvariant()) is { } n) said[n]++;
        var most = Array.IndexOf(said, said.Max());
        return said[most] == 0 ? null : most;
    }

    /// <summary>States, organisations and groups by how much the report has of them: mentions and statements made for them. Mediators come last.</summary>
    private static (Actor Actor, int Weight)[] Rank(Document document, ActorTable actors, ImmutableArray<Statement> statements)
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
        var opposed = Opposed(document, actors);
        return [.. actors.Actors
            .Where(a => a.Kind != ActorKind.Person && a.SpeaksFor is null && !IsNobody(a.Name) && a.Name.Any(char.IsUpper) && weight.GetValueOrDefault(a.Id) > 1)
            .Select(a => (a, weight[a.Id]))
            .OrderByDescending(a => opposed.Contains(a.a.Id))
            .ThenBy(a => mediators.Contains(a.a.Id))
            .ThenByDescending(a => a.Item2)];
    }

    /// <summary>The two that the report sets "between … and …" most often, wherever it does: those are they who treat with each other.</summary>
    private static ImmutableArray<string> Opposed(Document document, ActorTable actors)
    {
        var pairs = new Dictionary<(string, string), int>();
        for (var i = 0; i < document.Tokens.Length; i++)
        {
            if (document.Tokens[i].Form is not ("between" or "Between")) continue;
            var span = new Span(document.Tokens[i].Span.End, document.Tokens[Math.Min(i + Pairing, document.Tokens.Length - 1)].Span.End);
            string[] two = [.. actors.MentionsIn(span).Select(m => actors.PartyOf(m.Actor)).Where(p => p.Kind != ActorKind.Person && !IsNobody(p.Name)).Select(p => p.Id).Distinct().Take(2)];
            if (two.Length == 2) pairs[(two[0], two[1])] = pairs.GetValueOrDefault((two[0], two[1])) + 1;
        }

        return pairs.Count == 0 ? [] : pairs.MaxBy(p => p.Value).Key is var (one, other) ? [one, other] : [];
    }
}
