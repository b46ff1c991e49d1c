using System.Collections.Immutable;
using Parley.Language;
using Parley.Reading.Statements;

namespace Parley.Reading.Actors;

/// <summary>Finds the mention that heads each attribution's source; makes one where the tables knew none ("the tile makers of Kütahya").</summary>
internal sealed class SourceFinder(Words words, ActorLexicon lexicon)
{
    private static readonly HashSet<string> s_documents = new(StringComparer.OrdinalIgnoreCase)
    {
        "statement", "communique", "communiqué", "report", "notice", "note", "letter", "resolution", "text", "document", "memo", "paper", "release", "draft", "study", "survey", "poll", "email", "e-mail", "article", "newspaper", "declaration", "treaty", "law", "bill", "transcript", "tweet", "post", "message", "plan", "proposal", "remarks", "comments", "data", "figures", "statistics", "documents", "reports", "newsletter", "leaflet", "bulletin", "circular", "pamphlet", "website", "briefing", "summary", "minutes",
    };

    /// <returns>For each attribution the mention that heads its source; null where it has none, or where several share it.</returns>
    public Mention?[] Find(List<Mention> mentions, ImmutableArray<Attribution> attributions)
    {
        var found = new Mention?[attributions.Length];
        var added = new List<Mention>();
        for (var i = 0; i < attributions.Length; i++)
        {
            if (attributions[i].Source is [var source, ..]) found[i] = HeadOf(source, mentions, added);
            else if (attributions[i].Cue is [var cue, ..]) found[i] = Subject(cue, mentions);
        }

        mentions.AddRange(added);
        mentions.Sort((a, b) => a.First != b.First ? a.First.CompareTo(b.First) : b.End.CompareTo(a.End));
        return found;
    }

    /// <summary>Where a reader of statements left the source out: the subject of the cue's verb, unless it is a passive.</summary>
    private Mention? Subject(Span cue, List<Mention> mentions)
    {
        var document = words.Document;
        var (first, end) = document.TokensIn(cue);
        for (var token = first; token < end; token++)
        {
            var verb = document.Tokens[token].BareRelation is "conj" && !Has(document, token) ? document.Tokens[token].Head : token; // "welcomes the draft and insists that …"
            foreach (var child in document.ChildrenOf(verb))
            {
                if (document.Tokens[child].Relation != "nsubj" && !IsDoer(document, child, verb)) continue;
                var word = words.At(document.Tokens[child].Span.Start);
                for (var i = IndexFrom(mentions, word + 1) - 1; i >= 0 && mentions[i].First > word - 8; i--)
                    if (!mentions[i].Inner && mentions[i].First <= word && mentions[i].End > word) return mentions[i];
            }
        }

        return null;
    }

    /// <summary>"It threatens to sue", "it is willing to": an "it" that parsers take for empty.</summary>
    private static bool IsDoer(Document document, int child, int verb) =>
        document.Tokens[child] is { Relation: "expl", Form: "It" or "it" } && document.Tokens[verb] is { Upos: Upos.VERB, Xpos: not "VBN" } and not { Lemma: "seem" or "appear" or "turn" or "emerge" or "happen" or "take" or "look" or "follow" or "remain" or "rain" }
            or { Lemma: "willing" or "ready" or "prepared" or "keen" or "able" or "determined" or "concerned" or "eager" or "unwilling" or "reluctant" or "opposed" or "open" or "happy" or "committed" };

    private static bool Has(Document document, int verb)
    {
        foreach (var child in document.ChildrenOf(verb))
            if (document.Tokens[child].BareRelation is "nsubj") return true;
        return false;
    }

    private Mention? HeadOf(Span source, List<Mention> mentions, List<Mention> added)
    {
        var first = words.At(source.Start);
        var end = words.At(source.End - 1) + 1;
        if (first >= words.Count || end > words.Count || first >= end) return null;
        first = WithoutFront(first, end);
        if (added.Count > 0 && added[^1].First >= first && added[^1].First < end) return added[^1];
        if (words[first].Text is "who" or "which" or "that" or "Who")
        {
            if (Antecedent(first, mentions) is not { } relative) return null;
            added.Add(relative);
            return relative;
        }

        Mention? head = null;
        foreach (var mention in From(mentions, first))
        {
            if (mention.First >= end) break;
            if (mention.Inner) continue;
            if (head is null)
            {
                if (IsQualifier(mention, first, end)) continue;
                head = mention;
            }
            else if (Coordinated(head, mention) && Anchor(head) != Anchor(mention)) return null;
        }

        if (head is null or { Name: null, Plural: false, Same: null } && Holder(first, end, head, mentions) is { } holder) return holder;
        if (head is not null)
        {
            if (IsBothSides(head)) return null;
            if (head.IsPlace) (head.IsPlace, head.Kind) = (false, ActorKind.Organization);
            Extend(head, end);
            return head;
        }

        var made = Make(first, end, mentions);
        if (made is not null) added.Add(made);
        return made;
    }

    /// <summary>"A grocer at the bazaar, Ali Yunus", "Their envoy in the capital, Pavel Aron": the name that closes a source, in apposition to words that name nobody.</summary>
    private Mention? Holder(int first, int end, Mention? head, List<Mention> mentions)
    {
        if (words[end - 1].IsComma) end--;
        var name = From(mentions, first + 1).TakeWhile(m => m.First < end).LastOrDefault(m => m.End == end && !m.Inner);
        if (name is not { Name: not null, Entry: null, Same: null } || name.Kind is not ActorKind.Person && (name.Kind is not null || name.Guess is not ActorKind.Person)) return null;
        if (name.First - first < 2 || !words[name.First - 1].IsComma || !words[first].Known.Is(WordClass.Stop)) return null;
        if (!From(mentions, first + 1).TakeWhile(m => m.First < name.First).Any(m => m.Same == name)) // "The host, the land's prime minister, Ann Clark"
            for (var k = first; k < name.First - 1; k++)
                if (words[k].IsComma || words[k].Text is "and" or "or") return null;
        name.Kind = ActorKind.Person;
        if (head is { RoleNoun: not null }) (head.Same, name.Described) = (name, true);
        else if (head is null) name.Role ??= words.Slice(first + 1, StopBeforePlace(first + 1, name.First - 1));
        return name;
    }

    private int StopBeforePlace(int from, int end)
    {
        var stop = from + 1;
        while (stop < end && words[stop].Text is not ("at" or "in" or "from" or "on" or "of" or "with" or "near" or "for" or "who")) stop++;
        return stop;
    }

    /// <summary>"At the gates of the school, Jane Doe": past what stands before the source.</summary>
    private int WithoutFront(int first, int end)
    {
        if (words[first].Text is not ("At" or "In" or "On" or "Outside" or "For" or "From" or "Near" or "By" or "After" or "Across" or "Beside")) return first;
        for (var k = first + 1; k < end - 1; k++)
            if (words[k].IsComma) return k + 1;
        return first;
    }

    /// <summary>"Both sides", "the two governments": two parties in one phrase.</summary>
    private bool IsBothSides(Mention mention)
    {
        if (mention.BodyNoun is not { Noun: "sides" or "camps" or "parties" or "delegations" or "governments" or "capitals" or "countries" or "nations" or "neighbours" or "neighbors" or "side" or "party" or "government" or "camp" or "ministers" or "leaders" or "presidents" or "negotiators" or "companies" or "unions" } body) return false;
        if (body.Noun is "sides" or "camps") return true;
        for (var k = mention.First; k < Math.Min(mention.First + 3, mention.End); k++)
            if (words[k].Is("both") || words[k].Is("two") || words[k].Is("neither") || words[k].Is("each")) return true;
        return false;
    }

    /// <summary>Calls an unnamed source by its whole phrase up to a comma or relative clause: "families in Mindelo".</summary>
    private void Extend(Mention head, int end)
    {
        if (head.Name is not null || head.IsPronoun || head.Same is not null || head.Determiner is Determiner.Genitive or Determiner.Possessive) return;
        var stop = StopOf(head.End, end);
        if (head.End < stop && s_documents.Contains(words[head.End].Text)) return;
        if (stop > head.End) head.Label = words.Slice(head.First, stop);
    }

    private int StopOf(int from, int end)
    {
        var stop = from;
        while (stop < end && !words[stop].IsComma && !(words[stop].Text is "on" && stop + 1 < end && words[stop + 1].Known.Is(WordClass.Weekday | WordClass.Month)) && words[stop].Text is not ("who" or "which" or "that" or "whose" or "(" or "–" or "—")) stop++;
        return stop;
    }

    private static Mention Anchor(Mention mention) => mention.Same ?? mention;

    private static IEnumerable<Mention> From(List<Mention> mentions, int first)
    {
        for (var i = IndexFrom(mentions, first); i < mentions.Count; i++) yield return mentions[i];
    }

    private static int IndexFrom(List<Mention> mentions, int first)
    {
        var (low, high) = (0, mentions.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (mentions[middle].First >= first) high = middle;
            else low = middle + 1;
        }

        return low;
    }

    /// <summary>Whether a mention only qualifies the noun the source is about: it owns it, or stands after a preposition.</summary>
    private bool IsQualifier(Mention mention, int first, int end)
    {
        if (mention.IsPronoun && mention.End < end && words[mention.First].Text is "his" or "her" or "its" or "their" or "our" or "my" or "His" or "Her" or "Its" or "Their" or "Our" or "My") return true;
        if (mention.End < words.Count && words[mention.End].IsGenitive) return mention.End + 1 < end; // "the Federation's notice" is its own
        var from = mention.Of is { Inner: true, Name: not null } body && body.First == first && body.End == mention.First ? mention.First : first; // "Bank of Velmora | Governor"
        for (var k = from; k < mention.First; k++)
            if (words[k].Text is "of" or "for" or "in" or "from" or "by" or "to" or "at" or "with" or "on" or "near" or "who" or "which" or "outside" or "about" || k > first && words[k].Text is "that") return true;
        if (mention.First == first || mention.First == first + 1 && !words[first].IsLetters) return NounFollows(mention, end);
        return mention is { Entry.Use: NameUse.Demonym, Plural: false } && mention.End < end || NounFollows(mention, end);
    }

    /// <summary>"Lisbon traders": a name before a noun that no table knows.</summary>
    private bool NounFollows(Mention mention, int end) =>
        mention.Name is not null && mention.Same is null && mention.Kind != ActorKind.Person && mention.End < end && words[mention.End] is var next && next.Sentence == words[mention.First].Sentence
        && char.IsLower(next.Text[0]) && !next.Known.Is(WordClass.Stop) && mention.Entry?.Use == NameUse.Demonym;

    private bool Coordinated(Mention head, Mention other)
    {
        var between = other.First - head.End;
        return between is 1 or 2 && words[head.End].Text is "and" || between == 2 && words[head.End].IsComma && words[head.End + 1].Text is "and";
    }

    private Mention? Make(int first, int end, List<Mention> mentions)
    {
        var start = first;
        while (first < end && !words[first].IsLetters) first++;
        if (first == end) return null;
        var last = words[end - 1].IsComma ? end - 1 : end;
        if (last - first == 1 && words[first].Known.Is(WordClass.Stop) && words[first].Upos is not Upos.NOUN and not Upos.PROPN) return null;
        if (words[first].Text is "nobody" or "Nobody" or "none" or "None" or "this" or "This" or "that" or "That") return null;

        var stop = StopOf(first, end);
        if (stop == first) stop = end;
        var head = first;
        for (var k = first; k < stop && words[k].Text is not ("of" or "for" or "in" or "from" or "by" or "to" or "at" or "with" or "on" or "near" or "close" or "briefed" or "familiar" or "outside" or "about"); k++)
        {
            if (words[k].IsLetters) head = k;
            if (s_documents.Contains(words[k].Text)) break;
        }

        if (words[head].Upos is Upos.ADV or Upos.ADP or Upos.SCONJ || words[first].Upos is Upos.VERB && words.Document.Tokens[words[first].Token].Xpos is "VBG") return null; // "just outside it", "speaking for the five"
        var owner = Owner(mentions, start, stop, head);
        var made = new Mention(words.SpanOf(first, stop), first, stop) { Head = head, Quoted = words.IsQuoted(first), Of = owner, IsCalling = IsCalling(head) };
        made.Determiner = words[first].Text is "the" or "The" or "these" or "These" or "those" or "Those" ? Determiner.Definite : Determiner.Indefinite;
        if (words[first].Text is "one" or "One" && first + 2 < end && words[first + 1].Text is "of" && owner is not null) made.IsOneOf = true;
        else if (s_documents.Contains(words[head].Text))
        {
            if (owner is { BodyNoun: not null, Name: null, Determiner: Determiner.Indefinite } && owner.End <= head) owner.Determiner = Determiner.Definite; // "a union newsletter" is the union's
            return owner is null ? null : IssuedBy(made, owner);
        }
        var noun = words[head].Text;
        if (noun.EndsWith("year-old", StringComparison.Ordinal) && made.Determiner == Determiner.Definite)
            (made.Kind, made.RoleNoun, made.Role) = (ActorKind.Person, new("person", false, RoleClass.None, Gender.Unknown), noun);
        if (made.IsCalling) (made.Kind, made.RoleNoun, made.Role) = (ActorKind.Person, new(noun, false, RoleClass.None, GenderOf(noun)), words.Slice(words[first].Known.Is(WordClass.Stop) && first < head ? first + 1 : first, head + 1));
        if (made.RoleNoun is not null) return made;
        var label = end < words.Count && words[end].Text is ":" && end - first <= 3;
        if (words[head].Capital && (label || !words.StartsSentence(head) && words[head].Upos is Upos.PROPN or Upos.X))
        {
            made.Name = Cast.WithoutArticle(words.Slice(first, stop));
            return made;
        }

        var plural = words[head].Upos is Upos.NUM && words[head].Text is not ("one" or "One") || noun.EndsWith('s') && !noun.EndsWith("ss", StringComparison.Ordinal) || lexicon.Find(noun).Body is { Class: BodyClass.People or BodyClass.Staff } || noun is "people" or "men" or "women";
        made.Plural = plural;
        made.Kind = plural ? ActorKind.Group : lexicon.Find(noun).Role is not null || words[first].Text is "one" or "One" ? ActorKind.Person : ActorKind.Organization;
        return made;
    }

    /// <summary>Whether a noun that no table knows says by its form what somebody does: "grower", "economist", "fishmonger", "sportswoman".</summary>
    private bool IsCalling(int head)
    {
        var word = words[head];
        if (word.Capital || word.Upos is not (Upos.NOUN or Upos.ADJ) || word.Known.Role is not null || word.Known.Body is not null || s_documents.Contains(word.Text) || word.Text.Length < 5) return false;
        return Callings.Names(word.Text);
    }

    private static Gender GenderOf(string noun) => noun.EndsWith("woman", StringComparison.Ordinal) ? Gender.Female : noun.EndsWith("man", StringComparison.Ordinal) ? Gender.Male : Gender.Unknown;

    /// <summary>A document speaks for the body that issued it.</summary>
    private static Mention IssuedBy(Mention document, Mention owner)
    {
        document.Same = owner;
        document.Of = null;
        return document;
    }

    /// <summary>The first mention in the phrase, which owns or qualifies its head; none where two share it.</summary>
    private Mention? Owner(List<Mention> mentions, int first, int end, int head)
    {
        Mention? owner = null;
        foreach (var mention in From(mentions, first))
        {
            if (mention.First >= end) break;
            if (mention.Inner || mention.IsPlace) continue;
            if (owner is not null && Coordinated(owner, mention)) return null;
            if (owner is null && (mention.End <= head + 1 || mention.First > head && !IsFinder(head, mention.First))) owner = mention;
        }

        return owner;
    }

    /// <summary>"A memo obtained by the paper": it is not the paper's.</summary>
    private bool IsFinder(int head, int mention)
    {
        for (var k = head + 1; k < mention; k++)
            if (words[k].Text is "obtained" or "seen" or "reviewed" or "leaked" or "published" or "read" or "viewed" or "shared" or "sent" or "addressed") return true;
        return false;
    }

    /// <summary>What "who" refers to: the mention that ends before it, and that is no place nor body.</summary>
    private Mention? Antecedent(int relative, List<Mention> mentions)
    {
        Mention? best = null;
        var who = words[relative].Text is "who" or "Who";
        for (var i = IndexFrom(mentions, relative) - 1; i >= 0 && best is null && words[mentions[i].First].Sentence == words[relative].Sentence; i--)
            if (!mentions[i].Inner && mentions[i].End <= relative && !(who && (Anchor(mentions[i]) is { Kind: ActorKind.State or ActorKind.Organization, Plural: false } || mentions[i].IsPlace))) best = mentions[i];
        if (best is null) return null;
        return new(words[relative].Span, relative, relative + 1) { Same = Anchor(best), Head = relative, Quoted = words.IsQuoted(relative), Kind = best.Kind };
    }
}
