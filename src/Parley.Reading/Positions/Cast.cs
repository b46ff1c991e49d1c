using System.Collections.Immutable;
using Parley.Language;
using Parley.Reading.Actors;

namespace Parley.Reading.Positions;

/// <summary>Who is who for the positions of a report: which token names which party, and whom "the two sides" are.</summary>
internal sealed class Cast
{
    private readonly Document _document;
    private readonly Syntax _syntax;
    private readonly ActorTable _actors;
    private readonly int[] _actorAt; // by token; -1 for none
    private readonly ImmutableArray<Actor> _sides;

    public Cast(Document document, Syntax syntax, ActorTable actors, ImmutableArray<Statement> statements)
    {
        (_document, _syntax, _actors) = (document, syntax, actors);
        _actorAt = new int[document.Tokens.Length];
        Array.Fill(_actorAt, -1);
        for (var a = 0; a < actors.Actors.Length; a++)
            foreach (var mention in actors.Actors[a].Mentions)
            {
                var (first, end) = document.TokensIn(mention);
                for (var i = first; i < end; i++)
                    if (_actorAt[i] < 0 || mention.Length > 12) _actorAt[i] = a;
            }

        _sides = Sides(actors, statements);
    }

    /// <summary>Whether a statement's source is nobody who takes part: unknown, or "two officials", "a notice"; what is said then tells of others.</summary>
    public bool IsBystander(Statement statement)
    {
        if (statement.Mode == StatementMode.Direct || statement.Source.Length > 0 && IsBothSidesIn(statement.Source[0])) return false;
        return statement.Speaker is not { } id || _actors[id] is { SpeaksFor: null, Kind: not ActorKind.Organization } actor && !actor.Name.Any(char.IsUpper);
    }

    /// <summary>Whether a token names an actor, not by a pronoun that could be a person's.</summary>
    public bool IsNamed(int token) => token >= 0 && (IsBothSides(token) || ActorAt(token) is { } actor && (_document.Tokens[token].Upos != Upos.PRON || actor.Kind is ActorKind.State or ActorKind.Organization));

    /// <summary>Whether a token names an actor.</summary>
    public bool IsParty(int token) => ActorAt(token) is not null || IsBothSides(token);

    /// <summary>Who a subject is to the speaker of a statement. An untold subject is the speaker: an order or a passive without agent is his own.</summary>
    public Who WhoIs(int token, Statement statement) => WhoIs(token, SpeakerParty(statement), statement.Speaker, statement.Mode == StatementMode.Direct);

    /// <summary>The party that a sentence without a statement lets speak ("…, Norway said"); null where none does.</summary>
    public Actor? SayerIn(Sentence sentence)
    {
        for (var i = sentence.First; i < sentence.End; i++)
            if (_document.Tokens[i].Upos == Upos.VERB && Is(_document.Tokens[i].Lemma, "say", "tell", "add", "declare", "state", "announce", "insist", "stress", "note", "argue", "warn"))
                return ActorAt(_syntax.SubjectOf(i)) is { } actor ? _actors.PartyOf(actor) : null;
        return null;
    }

    /// <summary>Who a subject is to a party that speaks.</summary>
    public Who WhoIs(int token, Actor? speaker, string? speakerId = null, bool direct = false)
    {
        if (token < 0) return Who.Self;
        var word = _document.Tokens[token].Form;
        if (IsFirstPerson(word)) return Who.Self;
        if (IsBothSides(token)) return Who.Other;
        if (ActorAt(token) is { } actor)
            return speaker is not null && (_actors.PartyOf(actor) == speaker || actor.Id == speakerId) ? Who.Self : Who.Other;
        if (_document.Tokens[token].Upos == Upos.PRON)
            return Is(word, "it", "he", "she", "they") ? direct && !Is(word, "it") ? Who.Other : Who.Self : Is(word, "you", "nobody", "everyone", "everybody", "someone", "somebody") ? Who.Other : Who.Thing;
        foreach (var child in _document.ChildrenOf(token))
            if (_document.Tokens[child].Relation is "nmod:poss" && (IsFirstPerson(_document.Tokens[child].Form) || Is(_document.Tokens[child].Form, "his", "her", "its", "their")))
                return IsBody(_document.Tokens[token].Lemma) ? Who.Self : Who.Thing;
        return IsBody(_document.Tokens[token].Lemma) ? Who.Other : Who.Thing;
    }

    /// <summary>The parties to an act: one, or each of the two sides; none where the report names nobody.</summary>
    public ImmutableArray<Actor> PartiesOf(ReadAct act, Statement? statement)
    {
        var speaker = statement is null ? null : SpeakerParty(statement);
        if (act.Performer == Performer.Subject && act.Subject >= 0)
        {
            if (IsBothSides(act.Subject)) return _sides;
            if (!IsFirstPerson(_document.Tokens[act.Subject].Form) && ActorAt(act.Subject) is { } actor) return Joined(act.Subject, _actors.PartyOf(actor));
        }

        if (speaker is not null) return [speaker];
        if (statement is null) return SayerIn(_document.Sentences[_document.SentenceOf(act.Head)]) is { } sayer ? [sayer] : [];
        if (statement.Source.Length == 0) return statement.Cue.Length > 0 ? [.. PartiesIn(statement.Cue[0]).Take(1)] : []; // a name taken into the cue
        return IsBothSidesIn(statement.Source[0]) ? _sides : PartiesIn(statement.Source[0]);
    }

    /// <summary>A party and those joined to it: "Mali and Niger".</summary>
    private ImmutableArray<Actor> Joined(int token, Actor party)
    {
        var parties = ImmutableArray.Create(party);
        foreach (var child in _document.ChildrenOf(token))
            if (_document.Tokens[child].BareRelation is "conj" && ActorAt(child) is { } other && !parties.Contains(_actors.PartyOf(other))) parties = parties.Add(_actors.PartyOf(other));
        return parties;
    }

    /// <summary>The parties named in a source that is no one speaker.</summary>
    private ImmutableArray<Actor> PartiesIn(Span source)
    {
        var parties = ImmutableArray<Actor>.Empty;
        var (first, end) = _document.TokensIn(source);
        for (var i = first; i < end; i++)
            if (_actorAt[i] >= 0 && _actors.PartyOf(_actors.Actors[_actorAt[i]]) is var party && !parties.Contains(party) && parties.Length < 4) parties = parties.Add(party);
        return parties;
    }

    /// <summary>Whom an act is directed at: the first other party within its evidence, else the one addressed.</summary>
    public Actor? TargetOf(ReadAct act, Actor party, Statement? statement)
    {
        for (var i = act.Evidence.First; i < act.Evidence.End; i++)
            if (_actorAt[i] >= 0 && _actors.PartyOf(_actors.Actors[_actorAt[i]]) is var other && other != party) return other;
        return statement?.Addressee is { } id && _actors.PartyOf(_actors[id]) is var addressed && addressed != party ? addressed : null;
    }

    /// <summary>Whether a token stands in a mention of an actor.</summary>
    public bool IsName(int token) => _actorAt[token] >= 0;

    private Actor? SpeakerParty(Statement statement) => statement.Speaker is { } id ? _actors.PartyOf(_actors[id]) : null;

    private Actor? ActorAt(int token)
    {
        if (token < 0) return null;
        if (_actorAt[token] >= 0) return _actors.Actors[_actorAt[token]];
        foreach (var child in _document.ChildrenOf(token)) // "the Norwegian government", "Quito's negotiators"
            if (child < token && _actorAt[child] >= 0 && IsBody(_document.Tokens[token].Lemma)) return _actors.Actors[_actorAt[child]];
        return null;
    }

    private bool IsBothSides(int token)
    {
        if (token < 0) return false;
        var lemma = _document.Tokens[token].Lemma;
        if (Is(lemma, "both", "neither", "each")) return true;
        if (!Is(lemma, "side", "party", "delegation", "government", "country", "camp", "team", "capital", "negotiator", "minister", "neighbour", "neighbor")) return false;
        foreach (var child in _document.ChildrenOf(token))
            if (Is(_document.Tokens[child].Lemma, "both", "two", "neither", "each", "either")) return true;
        return false;
    }

    private bool IsBothSidesIn(Span span)
    {
        var (first, end) = _document.TokensIn(span);
        for (var i = first; i < end; i++)
            if (IsBothSides(i)) return true;
        return false;
    }

    /// <summary>The two parties most spoken for.</summary>
    private static ImmutableArray<Actor> Sides(ActorTable actors, ImmutableArray<Statement> statements)
    {
        var spoken = statements.Where(s => s.Speaker is not null).GroupBy(s => actors.PartyOf(actors[s.Speaker!]).Id).ToDictionary(g => g.Key, g => g.Count());
        return [.. actors.Actors.Where(a => a.Kind != ActorKind.Person).OrderByDescending(a => spoken.GetValueOrDefault(a.Id)).ThenByDescending(a => a.Mentions.Length).Take(2)];
    }

    private static bool IsFirstPerson(string word) => Is(word, "we", "I", "us", "me", "our", "my", "ours", "mine");

    /// <summary>Bodies that act for whom they belong to.</summary>
    private static bool IsBody(string lemma) => Is(
        lemma, "government", "country", "party", "union", "company", "ministry", "minister", "delegation", "side", "team", "movement", "group", "bloc", "state",
        "army", "force", "troop", "member", "management", "board", "cabinet", "council", "administration", "official", "negotiator", "leader", "president",
        "authority", "people", "worker", "employer", "rebel", "envoy", "spokesman", "spokeswoman", "organisation", "organization", "association", "federation", "brigade", "militia", "navy", "fleet", "coalition", "firm", "club", "fighter", "faction", "farmer", "crew", "kingdom", "nation", "front", "commission");

    private static bool Is(string word, params ReadOnlySpan<string> words)
    {
        foreach (var candidate in words)
            if (word.Equals(candidate, StringComparison.OrdinalIgnoreCase)) return true;
        return false;
    }
}
