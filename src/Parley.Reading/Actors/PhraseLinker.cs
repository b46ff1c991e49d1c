namespace Parley.Reading.Actors;

/// <summary>Ties mentions of one sentence together: titles to names, appositions, "known as", acronyms in brackets, "of" and "for".</summary>
internal sealed class PhraseLinker(Words words)
{
    private List<Mention> _mentions = [];

    public void Link(List<Mention> mentions)
    {
        _mentions = mentions;
        for (var i = mentions.Count - 1; i >= 0; i--)
        {
            var mention = mentions[i];
            if (mention.Inner && mention.Name is null && !mention.IsPronoun) continue;
            var next = Next(mentions, i);
            if (next is null) continue;
            if (mention.IsPronoun)
            {
                if (next is { Name: not null, Entry: null, Of: null, BodyNoun.Class: BodyClass.Organ or BodyClass.Office } && next.First == mention.End && words[mention.First].Text is "its" or "Its" or "their" or "Their") (next.Of, mention.Owns, mention.Inner) = (mention, next, true); // "its Ministry of Works"
                continue;
            }

            if (mention.Name is null)
            {
                var end = mention.End;
                LinkDescription(mention, next);
                if (mention.End > end && mention.Same is null && Next(mentions, i) is { } beyond)
                {
                    if (beyond.First == mention.End + 1 && words[mention.End].Text is "(" && Next(mentions, mentions.IndexOf(beyond, i)) is { } past) (mention.End, beyond) = (beyond.End + 1, past); // "the president of the union (NUG), Jane Doe"
                    if (mention.End < words.Count && words[mention.End].IsComma) LinkDescription(mention, beyond);
                }
 // "the head of the fund, Eva Holt,"
            }
            else
            {
                if (words[mention.End].IsComma && next is { Inner: true, Name: not null } && next.First == mention.End + 1 && Next(mentions, mentions.IndexOf(next, i + 1)) is { Name: null, RoleNoun: not null, Plural: false } office && office.Of == next && office.First == next.End && Closes(office.End) && CanBe(office, mention))
                    Unite(mention, office); // "Jane Doe, Nordwave Chief Executive,"
                LinkName(mention, next);
                if (next.Same == mention && next.End < words.Count && words[next.End].Text is "who" && Next(mentions, mentions.IndexOf(next, i + 1)) is { } body) LinkOffice(mention, body, next.End + 1); // "Jane Doe, the former judge who heads its team"
            }
        }
    }

    /// <summary>The office that begins at a word, with its holder's name after it.</summary>
    private Mention? OfficeAt(int first) => _mentions.Find(m => m.First == first && m is { Name: null, RoleNoun: not null, Same.Name: not null });

    /// <summary>The next mention that does not begin inside this one.</summary>
    private static Mention? Next(List<Mention> mentions, int i)
    {
        for (var k = i + 1; k < mentions.Count; k++)
            if (mentions[k].First >= mentions[i].End) return mentions[k].Inner && k + 1 < mentions.Count && mentions[k + 1].First <= mentions[k].First ? mentions[k + 1] : Outer(mentions, k);
        return null;
    }

    /// <summary>The widest mention that begins where this one begins.</summary>
    private static Mention Outer(List<Mention> mentions, int k)
    {
        var best = mentions[k];
        for (var j = k; j >= 0 && mentions[j].First == best.First; j--)
            if (mentions[j].End > best.End) best = mentions[j];
        for (var j = k + 1; j < mentions.Count && mentions[j].First == best.First; j++)
            if (mentions[j].End > best.End) best = mentions[j];
        return best;
    }

    private void LinkDescription(Mention description, Mention next)
    {
        if (!SameSentence(description, next)) return;
        if (next.IsPronoun)
        {
            if (next.First == description.End + 1 && words[description.End].Text is "of") Own(description, next);
            return;
        }

        if (next.First == description.End && description is { BodyNoun: not null, RoleNoun: null } && next is { Name: null, RoleNoun: not null, Of: null })
        {
            (next.Of, description.Inner) = (description, true); // "County | Commissioner Jane Doe"
            if (description.Determiner is Determiner.None) description.Determiner = Determiner.Definite;
            return;
        }

        if (next.First == description.End && next.Name is not null && !description.Plural && CanBe(description, next))
        {
            Unite(next, description);
            return;
        }

        var gap = words[description.End];
        if (description is { BodyNoun.Noun: "capital", Of: not null } && next is { Name: not null, Entry: null } && next.First - description.End <= 1)
        {
            next.CapitalOf = description.Of;
            return;
        }

        if (gap.IsComma && !(description.End + 1 < words.Count && words[description.End + 1].Is("known")) && next.First == description.End + 1 && !description.Plural)
        {
            if (next is { Name: null, Same: { } name } && name.First == next.End && CanBe(description, name)) Unite(name, description);
            else if (Closes(next.End) && next.Name is not null && CanBe(description, next)) Unite(next, description);
            return;
        }

        var known = next.Same ?? next; // "a field commander who goes by the name of General Baba": the rank stands before the name
        if ((gap.Is("known") || gap.IsComma && words[description.End + 1].Is("known")) && known.Name is not null && next.First <= description.End + 4 && words[next.First - 1].Is("as"))
        {
            known.Kind ??= ActorKind.Person;
            Unite(known, description);
            return;
        }

        var isCalled = gap.Text is "called" or "named" && next.First == description.End + 1 && description.RoleNoun is not null;
        if (known.Name is not null && (isCalled || gap.Is("who") && GoesBy(description.End + 1, next.First)))
        {
            known.Kind ??= ActorKind.Person;
            Unite(known, description);
            return;
        }

        if (description is { RoleNoun: not null, Plural: false } && next is { Name: not null, Entry: null } or { Same.Name: not null } && IsField(description.End, next.First) && Closes((next.Same ?? next).End) && CanBe(description, next.Same ?? next))
        {
            Unite(next.Same ?? next, description);
            return;
        }

        if (gap.Text is "in" && (next.First == description.End + 1 && next.Entry is { Use: NameUse.Capital, Country: not null } || next.First == description.End + 2 && next.Entry is { Use: NameUse.Seat }) && description is { RoleNoun.Class: RoleClass.Agent or RoleClass.State }
            && description.Of is null or { Name: null, BodyNoun.Class: BodyClass.Organ or BodyClass.Government, IsPronoun: false })
        {
            if (description.Of is { } ministry) ministry.Of ??= next; // "a foreign ministry spokesman in Dhaka"
            else description.Of = next;
            next.Inner = true;
            return;
        }

        if (gap.IsGenitive && next.First == description.End + 1 && description is { BodyNoun.Class: BodyClass.Body, RoleNoun: null, Plural: false, Determiner: Determiner.Definite } && next is { Name: { } holder, Entry: null, Kind: null or ActorKind.Person } && holder.Contains(' ', StringComparison.Ordinal))
        {
            (next.Of, next.Kind, description.Inner) = (description, ActorKind.Person, true); // "the union's Jane Doe"
            return;
        }

        if (gap.Text is "in" && description is { RoleNoun: not null, Plural: false } && next is { Entry.Country: not null } && next.First == description.End + 1 && next.End + 1 < words.Count && words[next.End].IsComma && words[next.End + 1].Capital && (description.Of is not null || description.RoleNoun.Class is RoleClass.Head))
        {
            (description.End, next.Inner) = (next.End, true); // "Velmora's ambassador in Lisbon, Jane Doe"
            description.Span = words.SpanOf(description.First, description.End);
            return;
        }

        if (gap.Text is "to" && description is { RoleNoun.Class: RoleClass.Agent or RoleClass.State, Of: not null } && next.First - description.End is 1 or 2 && words[next.End].IsComma)
        {
            (description.End, next.Inner) = (next.End, true); // "Velmora's envoy to the agency, Jane Doe"
            description.Span = words.SpanOf(description.First, description.End);
            return;
        }

        if (!Governs(description, next)) return;
        var isField = description is { RoleNoun: not null, Determiner: Determiner.Genitive or Determiner.Possessive } && words[description.End].Text is "for" or "on";
        if (description.Of is { BodyNoun: null } of && (isField || !of.IsPronoun))
        {
            if (next.Name is null || !isField && (next.Entry is not null || description.Determiner != Determiner.Genitive)) return;
            (description.End, next.Inner) = (Math.Max(description.End, next.End), true); // "the union's officer for the Basin", "its envoy for Asian affairs"
            while (description.End < words.Count && words[description.End] is { Upos: Parley.Language.Upos.NOUN, Capital: false } field && field.Sentence == words[description.First].Sentence) description.End++;
            description.Span = words.SpanOf(description.First, description.End);
            return;
        }

        Own(description, next);
    }

    /// <summary>"… on social affairs,", "… in the region,": a field in small letters between an office and its holder.</summary>
    private bool IsField(int first, int name)
    {
        if (name - first is < 3 or > 7 || !words[name - 1].IsComma || words[first].Text is not ("on" or "in" or "at" or "for" or "of" or "to")) return false;
        for (var k = first + 1; k < name - 1; k++)
            if (!words[k].IsLetters || words[k].Capital || words[k].Upos is Parley.Language.Upos.VERB or Parley.Language.Upos.AUX or Parley.Language.Upos.PRON) return false;
        return true;
    }

    /// <summary>"… who goes by the name of", "… who calls himself".</summary>
    private bool GoesBy(int verb, int name) =>
        name - verb <= 6 && (words[verb].Text is "goes" or "went" && words[verb + 1].Text is "by" or "under" || words[verb].Text is "calls" or "called" && words[verb + 1].Text is "himself" or "herself");

    /// <summary>Whether a preposition ties what follows to the description: "spokesman for the ministry", "adviser to the chancellor".</summary>
    private bool Governs(Mention description, Mention next)
    {
        var i = description.End;
        var preposition = words[i].Text;
        if (preposition is "close" && i + 1 < words.Count && words[i + 1].Text is "to") i++;
        else if (preposition is "in" && next is { BodyNoun.Noun: "office", Of: not null } && description.RoleNoun is { Class: RoleClass.Agent }) return next.First == i + 1; // "an official in the governor's office"
        else if (preposition is "to" && description.BodyNoun is not { Class: BodyClass.Staff } && description.RoleNoun is not { Noun: "adviser" or "advisor" or "aide" or "counsel" or "assistant" or "deputy" }) return false;
        else if (preposition is "in" && (description.BodyNoun is { Class: BodyClass.Government } && next.Entry?.Country is not null || description is { BodyNoun.Class: BodyClass.Organ, Determiner: Determiner.Definite } && description.BodyNoun.Noun.EndsWith("ministry", StringComparison.Ordinal) && next.Entry is { Use: NameUse.Capital, Country: not null })) return next.First == i + 1;
        else if (preposition is not ("of" or "for" or "from" or "at" or "to" or "with" or "on")) return false;
        if (next.First - i > 3) return false;
        for (var k = i + 1; k < next.First; k++)
            if (!words[k].IsLetters || words[k].Upos is Parley.Language.Upos.VERB || words[k].Known.Is(WordClass.Stop) && words[k].Text is not ("the" or "a" or "an")) return false;
        return preposition is not ("with" or "on") || next.BodyNoun is not null || next.Kind == ActorKind.Organization;
    }

    private void Own(Mention description, Mention next)
    {
        description.Of = next;
        if (description.RoleNoun is not { Noun: "adviser" or "advisor" or "aide" or "assistant" or "deputy" or "ally" or "lawyer" or "friend" }) (next.Kind, next.KindIsInferred) = (next.Kind ?? ActorKind.Organization, next.Kind is null);
        next.Inner = true;
        description.End = Math.Max(description.End, next.End);
        description.Span = words.SpanOf(description.First, description.End);
    }

    private void LinkName(Mention name, Mention next)
    {
        if (!SameSentence(name, next)) return;
        var gap = words[name.End];
        if (next.IsPronoun)
        {
            if (gap.IsComma && name.Entry is null && name.Kind is null or ActorKind.Person && WhoOf(name.End + 1, next.First) is > 0 and var told && words[next.First].Text is "its" or "their") LinkOffice(name, next, told + 1); // "Jane Doe, who runs its music business"
            return;
        }

        if (gap.IsGenitive && next.First == name.End + 1 && next.Name is not null && next.Entry is null && name.Kind != ActorKind.Person && name.Entry?.Use != NameUse.Demonym)
        {
            next.Of = name;
            name.Inner = true;
            if (next.Name.Contains(' ', StringComparison.Ordinal) || next.Guess is ActorKind.Person) next.Kind ??= ActorKind.Person;
            else next.Kind ??= ActorKind.Organization; // "Finland's Hissikone"
            return;
        }

        if (gap.Text == "(" && next.Name is not null && next.First == name.End + 1 && next.End < words.Count && words[next.End].Text == ")")
        {
            if (next.Kind == ActorKind.Organization && next.Entry is null && name.Kind is null or ActorKind.Organization) Unite(name, next);
            if (name.Kind is ActorKind.Organization && OfficeAt(next.End + 1) is { } office) (office.Of, name.Inner, next.Inner) = (office.Of ?? name, true, true); // "the Caribbean Community (CARICOM) | Secretary-General Jane Doe"
            return;
        }

        if (gap.Text is "of" && next.First - name.End <= 2 && next is { Kind: ActorKind.Organization, Name: not null } && name.Entry is null && name.Kind is null or ActorKind.Person && name.Name!.Contains(' ', StringComparison.Ordinal))
        {
            name.Kind = ActorKind.Person; // "Jane Doe of the Orchard Party"
            name.Of = next;
            return;
        }

        if (gap.Text is "of" or "from" && next.First - name.End is 1 or 2 && name is { Entry: null, Kind: ActorKind.Person } && next is { Name: not null, Entry.Use: not NameUse.Capital, Kind: ActorKind.Organization or ActorKind.State } or { BodyNoun.Class: BodyClass.Body, Name: null }
            || gap.Text is "of" && name is { Entry: null, Kind: null, IsPlace: false, IsPlaceName: false } && name.Name!.Contains(' ', StringComparison.Ordinal) && next is { BodyNoun.Class: BodyClass.Body, Name: null, Same.Name: not null } && next.First - name.End is 1 or 2)
        {
            name.Kind = ActorKind.Person; // "Jane Doe of the tenants' union Hearth"
            name.Of ??= next;
            return;
        }

        if (!gap.IsComma) return;
        var i = name.End + 1;
        if (name.Entry is { Country: not null, Use: NameUse.Name } && next is { Kind: ActorKind.Organization, Name: not null } && Closes(next.End) && IsBehalf(i, next.First))
        {
            name.Of ??= next; // "Fiji, for the Alliance of …, called for"
            return;
        }

        if (name.Entry is null && next.Kind is ActorKind.Organization or ActorKind.State or null && !next.IsPronoun && IsBehalf(i, next.First))
        {
            name.Kind ??= ActorKind.Person;
            name.Behalf ??= next;
            return;
        }

        if (words[i].Text is "whose" && next is { Kind: ActorKind.Organization, Name: not null, Entry: null } && next.First - i <= 4 && name is { Entry: null, Kind: null or ActorKind.Person, Of: null })
        {
            (name.Kind, name.Of) = (ActorKind.Person, next); // "Jane Doe, whose Orchard Party …"
            return;
        }

        if (words[i].Text is "a" or "an" && next is { Name: not null and not "Independent", Entry: null, Kind: null } && next.First == i + 1 && Closes(next.End) && name is { Entry: null, Kind: ActorKind.Person })
        {
            next.Kind = ActorKind.Organization; // "Paul Weiss, a Liberal,"
            name.Of ??= next;
            return;
        }

        if (next.Name is null && next.First == i && !next.Plural && Closes(next.End) && CanBe(next, name)) Unite(name, next);
        else if (next.Name is null && i + 1 < words.Count && char.IsDigit(words[i].Text[0]) && words[i + 1].IsComma && next.First == i + 2 && CanBe(next, name)) Unite(name, next);
        else if (words[i].Text is "of" or "from" or "for" && next.First - i <= 2 && Closes(next.End) && name.Kind is null or ActorKind.Person && name.Entry is null && (next.Kind is ActorKind.Organization or ActorKind.State || words[i].Text is "of" && next is { Name: not null, Entry: null, Kind: null, IsPlace: false, IsPlaceName: false, Guess: null } && name.Kind is ActorKind.Person && words[next.End].IsComma))
        {
            next.Kind ??= ActorKind.Organization; // "Jane Doe, of Sumar,"
            name.Kind = ActorKind.Person;
            name.Of ??= next;
        }
        else if (WhoOf(i, next.First) is > 0 and var who && next.First - who is 2 or 3 or 4 && name.Entry is null) LinkOffice(name, next, who + 1);
        else if (words[i].Text is "who" && name.Entry is null && next.First - i <= 9 && words[next.First - 1].Text is "chairs" or "heads" or "leads" or "represents") LinkOffice(name, next, next.First - 1); // "who plays for Rovers and chairs the association"
    }

    /// <summary>"…, who runs", "…, a wing fitter who sits on": the relative pronoun, past what the person is called in small letters; or -1.</summary>
    private int WhoOf(int first, int end)
    {
        for (var k = first; k < Math.Min(first + 6, end); k++)
        {
            if (words[k].Text is "who") return k;
            if (!words[k].IsLetters || words[k].Capital || k == first && words[k].Text is not ("a" or "an" or "the")) return -1;
        }

        return -1;
    }

    /// <summary>"For the", "speaking for", "on behalf of the".</summary>
    private bool IsBehalf(int first, int end)
    {
        var i = first;
        if (words[i].Text is "speaking" or "talking" or "chairing" or "acting" or "negotiating" or "presiding") i++;
        if (words[i].Text is "on" && i + 2 < end && words[i + 1].Text is "behalf") i += 2;
        else if (words[i].Text is not "for") return false;
        return end - i is 1 or 2;
    }

    /// <summary>"…, who chairs the association", "…, who speaks for the alliance".</summary>
    private void LinkOffice(Mention name, Mention next, int verb)
    {
        if (next.First - verb > 3 || Duties.OfficeOf(words[verb].Text, words[verb + 1].Text) is not { } role) return;
        if (next is { Plural: true, Of: { } sending }) next = sending; // "who chairs the ambassadors for the presidency"
        name.Kind ??= ActorKind.Person;
        name.Role ??= role;
        name.RoleNoun ??= new(role, false, RoleClass.Head, Gender.Unknown);
        name.Of ??= next;
    }

    /// <summary>Whether a description may stand for what a name names.</summary>
    private static bool CanBe(Mention description, Mention name)
    {
        if (name.IsPlace || name.Same is not null) return false;
        if (name.Kind == ActorKind.Organization && description.RoleNoun is { Noun: "rival" or "partner" or "landlord" or "owner" or "competitor" or "lender" or "buyer" or "supplier" }) return name.Entry is null;
        if (description.RoleNoun is not null && description.Kind == ActorKind.Person) return name.Entry is null && name.Kind is null or ActorKind.Person && name.BodyNoun is null;
        return name.Kind is null or ActorKind.Organization && name.Entry?.Country is null;
    }

    private static void Unite(Mention name, Mention description)
    {
        description.Same = name;
        name.Described |= description.RoleNoun is not null;
        if (description.RoleNoun is not null) name.Kind ??= ActorKind.Person;
        else name.Kind ??= ActorKind.Organization;
        if (name.Gender == Gender.Unknown) name.Gender = description.Gender;
    }

    private bool Closes(int i) =>
        i >= words.Count || words[i].Sentence != words[i - 1].Sentence || !words[i].IsLetters || words[i].Text is "who" or "whose" or "and" or "but" or "which" or "of" or "in" or "for" || words[i].Known.Is(WordClass.Stop);

    private bool SameSentence(Mention a, Mention b) => a.End < words.Count && words[a.First].Sentence == words[b.First].Sentence && b.First < words.Count;
}
