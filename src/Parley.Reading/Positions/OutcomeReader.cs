using Parley.Language;

namespace Parley.Reading.Positions;

/// <summary>
/// Walks from the head of a theme down to the outcome it names, over negations, verbs that turn what they govern round ("refrain from",
/// "prevent", "drop") and verbs that add nothing ("make sure that"), and keeps count of the turns.
/// </summary>
internal sealed class OutcomeReader
{
    private const int Deepest = 5;
    private readonly ChangeWords _changes = ChangeWords.Load();

    /// <param name="turning">Whether an act asks or promises, so that what is to be dropped is itself the outcome, and unwanted.</param>
    /// <param name="head">The head of the theme where that is known, else -1; its own negation is then counted already.</param>
    public Outcome Read(SentenceFacts facts, Tokens theme, bool turning, int head = -1)
    {
        if (theme.IsEmpty) return Outcome.Of(theme);
        var walk = new Walk(facts, _changes, theme, turning);
        var at = head >= 0 ? head : walk.Root();
        for (var step = 0; step < Deepest && at >= 0; step++) at = walk.Step(at, counted: head >= 0 && step == 0);
        return walk.Outcome();
    }

    /// <summary>One walk down a theme.</summary>
    private sealed class Walk(SentenceFacts facts, ChangeWords changes, Tokens theme, bool turning)
    {
        private readonly List<int> _heads = [];
        private readonly List<string> _chain = [];
        private Tokens? _words;
        private Tokens? _thing;
        private bool _not;
        private bool _never;
        private Change _change;

        private Document Document => facts.Document;

        private Tokens Words => _words ?? theme;

        public Outcome Outcome() => new(Words, _not, _never, _change, _thing ?? Words, _heads, string.Join(", ", _chain));

        /// <summary>The head of the theme: its first clause where it has one ("Peru not to close | the port"), else its first word that hangs outside.</summary>
        public int Root()
        {
            if (turning && Subjunctive() is >= 0 and var owed) return owed;
            var (root, clausal) = (-1, false);
            for (var i = theme.First; i < theme.End; i++)
            {
                ref readonly var token = ref Document.Tokens.AsSpan()[i];
                if (token.Upos is Upos.PUNCT or Upos.SCONJ or Upos.CCONJ or Upos.ADP or Upos.PART || theme.Contains(token.Head)) continue;
                if (root < 0) (root, clausal) = (i, IsVerb(i));
                else if (!clausal && (IsVerb(i) && (token.BareRelation is "xcomp" or "ccomp" || IsInfinitive(i)) || token.BareRelation is "xcomp" && changes.OfVerb(token.Lemma, "").Any())) (root, clausal) = (i, true); // "wants it gone"
            }

            return root >= 0 && turning && !clausal && IsAddressed(root) ? AskedOf(root) : root;
        }

        /// <summary>"All parties | to refrain from tariffs": those asked are no outcome.</summary>
        private bool IsAddressed(int noun) => Document.Tokens[noun] is { Upos: Upos.PROPN } or
            { Lemma: "party" or "side" or "actor" or "government" or "country" or "state" or "member" or "leader" or "minister" or "company" or "employer" or "union" or "authority" or "neighbour" or "neighbor" };

        private int AskedOf(int noun)
        {
            foreach (var child in Document.ChildrenOf(noun))
                if (child > noun && theme.Contains(child) && Document.Tokens[child].BareRelation is "acl" && IsVerb(child) && IsInfinitive(child)) return child;
            return noun;
        }

        /// <summary>"That two men convicted last year be left out": the participle after a bare "be" is what is asked, however long the subject.</summary>
        private int Subjunctive()
        {
            var tokens = Document.Tokens.AsSpan();
            if (tokens[theme.First].Lemma != "that") return -1;
            for (var i = theme.First + 1; i < theme.End; i++)
            {
                if (tokens[i].Lemma is "to" || tokens[i].Xpos is "MD") return -1;
                if (tokens[i] is not { Form: "be", Xpos: "VB" }) continue;
                while (++i < theme.End && tokens[i].Upos is Upos.ADV or Upos.PART) { }
                return i < theme.End && tokens[i].Xpos is "VBN" or "VBD" ? i : -1;
            }

            return -1;
        }

        /// <summary>Takes in what a word says and gives the word below it that the outcome hangs on; -1 where it is the outcome.</summary>
        public int Step(int at, bool counted)
        {
            _heads.Add(at);
            if (!counted) Deny(at);
            var token = Document.Tokens[at];
            var next = at + 1 < facts.Sentence.End ? Document.Tokens[at + 1].Lemma : "";
            var kinds = token.Upos is Upos.VERB or Upos.AUX or Upos.ADJ ? changes.OfVerb(token.Lemma, next) : token.Upos is Upos.NOUN ? changes.OfNoun(token.Lemma) : [];
            foreach (var kind in kinds)
            {
                var below = Governed(at, kind);
                if (below < 0 && kind is Change.Turns or Change.Scraps && turning && facts.Syntax.GroupOf(at, at, theme.First) is { Passive: true } group && group.First > theme.First + 1)
                {
                    Turn(token.Form); // the tree knows no subject: it is what stands before
                    _words = new(theme.First, group.First);
                    return -1;
                }

                if (below < 0) continue;
                if (kind is Change.Turns or Change.Scraps or Change.Halts or Change.Leaves && !turning) continue;
                if (kind is Change.Turns or Change.Scraps or Change.Halts or Change.Leaves or Change.Passes)
                {
                    if (kind is not Change.Passes) Turn(token.Form);
                    _words = ExtentOf(below, at);
                    return below;
                }

                (_change, _thing) = (kind switch { Change.Stays => Change.Keeps, Change.Expires => Change.Ends, _ => kind }, ExtentOf(below, at));
                _chain.Add($"{token.Form} {Verb(_change)}");
                break;
            }

            if (turning && token.Upos is Upos.NOUN or Upos.PROPN && Gone(at) is >= 0 and var gone)
            {
                Turn(Document.Tokens[gone].Form);
                _words = Words with { End = gone };
            }

            return -1;
        }

        /// <summary>"The posts | gone", "the clause | left out": what is added to a noun that shall not be; -1 where nothing is.</summary>
        private int Gone(int noun)
        {
            foreach (var child in Document.ChildrenOf(noun))
            {
                var token = Document.Tokens[child];
                if (child <= noun || !theme.Contains(child) || token.BareRelation is not ("acl" or "amod") || token.Xpos is not ("VBN" or "VBD" or "JJ")) continue;
                var next = child + 1 < theme.End ? Document.Tokens[child + 1].Lemma : "";
                if (changes.OfVerb(token.Lemma, next).Any(c => c is Change.Turns or Change.Leaves)) return child;
            }

            return -1;
        }

        /// <summary>The word a kind of change is said of; -1 where the sentence has none.</summary>
        private int Governed(int at, Change kind)
        {
            var tokens = Document.Tokens.AsSpan();
            var (subject, found, clause) = (-1, -1, -1);
            var passive = false;
            foreach (var child in Document.ChildrenOf(at))
            {
                if (!theme.Contains(child) && tokens[child].BareRelation is not "nsubj") continue;
                switch (tokens[child].BareRelation)
                {
                    case "nsubj":
                        subject = child;
                        passive |= tokens[child].Relation is "nsubj:pass";
                        break;
                    case "obj":
                        found = child;
                        break;
                    case "xcomp" or "ccomp" when IsVerb(child):
                        clause = child;
                        break;
                    case "advcl" or "obl" or "nmod" or "acl" when clause < 0 && child > at && IsLed(child):
                        if (IsVerb(child)) clause = child;
                        else if (tokens[at].Upos == Upos.NOUN || found < 0 && tokens[at].Lemma is "refrain" or "desist") found = child;
                        break;
                }
            }

            if (subject < 0 && tokens[at].Upos != Upos.NOUN) subject = facts.Syntax.SubjectOf(at);
            passive |= facts.Syntax.GroupOf(at, at, theme.First).Passive;
            return kind switch
            {
                Change.Leaves or Change.Stays or Change.Expires => found < 0 && clause < 0 ? subject : -1,
                Change.Halts or Change.Passes => clause,
                _ when passive && found < 0 => subject,
                Change.Scraps => -1,
                Change.Turns when clause >= 0 => clause,
                _ => found,
            };
        }

        private bool IsLed(int word)
        {
            foreach (var child in Document.ChildrenOf(word))
                if (Document.Tokens[child].BareRelation is "case" or "mark" && Document.Tokens[child].Lemma is "from" or "to" or "of" or "in") return true;
            return false;
        }

        private void Deny(int at)
        {
            var tokens = Document.Tokens.AsSpan();
            if (IsVerb(at))
            {
                var group = facts.Syntax.GroupOf(at, at, theme.First);
                var subject = facts.Syntax.SubjectOf(at);
                if (group.Not) Turn("not");
                if (group.NoLonger) Turn("no longer");
                if (group.Never) Turn("never");
                _never |= group.Never;
                if (subject >= theme.First && subject < at && IsNo(tokens[facts.Syntax.Left(subject)].Lemma)) Turn(tokens[facts.Syntax.Left(subject)].Form);
                return;
            }

            var first = Math.Max(theme.First, facts.Syntax.Left(at));
            if (first > at || !IsNo(tokens[first].Lemma) && tokens[first].Lemma is not "not") return;
            Turn(tokens[first].Form);
            if (Words.First == first) _words = Words with { First = first + 1 };
        }

        private void Turn(string word)
        {
            _not = !_not;
            _chain.Add($"{word} turns");
        }

        private Tokens ExtentOf(int word, int above)
        {
            return word < above // a subject may stand outside the theme
                ? new(facts.Syntax.Left(word), Math.Min(facts.Syntax.Right(word), above))
                : new(Math.Max(theme.First, facts.Syntax.Left(word)), Math.Min(theme.End, facts.Syntax.Right(word)));
        }

        private bool IsVerb(int token) => Document.Tokens[token].Upos is Upos.VERB || facts.Syntax.HasCopula(token);

        private bool IsInfinitive(int token)
        {
            foreach (var child in Document.ChildrenOf(token))
                if (Document.Tokens[child].BareRelation is "mark") return Document.Tokens[child].Lemma is "to";
            return false;
        }

        private static bool IsNo(string lemma) => lemma is "no" or "nobody" or "none" or "nothing" or "neither";

        private static string Verb(Change change) => change switch { Change.Keeps => "keeps", Change.Ends => "ends", _ => "lessens" };
    }
}
