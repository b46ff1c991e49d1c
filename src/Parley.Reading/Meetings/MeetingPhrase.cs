using System.Collections.Frozen;
using Parley.Language;

namespace Parley.Reading.Meetings;

/// <summary>Whose doing a phrase must be to tell of a meeting.</summary>
internal enum Doers
{
    Anyone,

    /// <summary>Those who meet: "negotiators", "the two sides", "they".</summary>
    People,

    /// <summary>… or a body that sits: "the council".</summary>
    Body,
}

/// <summary>What must stand with a phrase for it to tell of a meeting.</summary>
internal enum Needed
{
    Nothing,
    Date,
    DateAndPlace,
}

/// <summary>Words that tell of a meeting without naming one: "are due back", "spent four hours with".</summary>
/// <remarks>
/// A pattern is a row of words: <c>a|b</c> is one of them, <c>a?</c> may be absent, <c>~4:a</c> stands within four words, <c>!a|b</c> must not follow,
/// <c>&gt;a</c> follows but does not belong. <c>DATE</c>, <c>NAME</c>, <c>NUMBER</c>, <c>PEOPLE</c> and <c>END</c> stand for any of their kind.
/// </remarks>
internal sealed class MeetingPhrase
{
    private const int Reach = 9; // tokens from a verb back to its doers

    private readonly Step[] _steps;

    private MeetingPhrase(string pattern, Doers doers, Needed needs)
    {
        (Doers, Needs) = (doers, needs);
        _steps = [.. pattern.Split(' ').Select(Step.Of)];
    }

    public Doers Doers { get; }

    public Needed Needs { get; }

    private static readonly (string Pattern, Doers Doers, Needed Needs)[] s_table =
    [
        ("sit|sits|sat|sitting down|together", Doers.Anyone, Needed.Nothing),
        ("sit|sits again", Doers.Anyone, Needed.Nothing),
        ("sit|sits|sat ~3:table", Doers.Anyone, Needed.Nothing),
        ("sit|sits|sat >in|on|at|again|DATE", Doers.Body, Needed.Date),
        ("return|returns|returned to ~4:table", Doers.Anyone, Needed.Nothing),
        ("return|returns|returned to >NAME", Doers.Body, Needed.DateAndPlace),
        ("get|got|gets together", Doers.Anyone, Needed.Nothing),
        ("get|gets back in the room", Doers.Anyone, Needed.Nothing),
        ("see|saw|face|faced each other >again|in|on|at|for|next|this|DATE|END", Doers.Anyone, Needed.Nothing),
        ("back round|around|at ~3:table", Doers.Anyone, Needed.Nothing),
        ("be|are|is|due|expected back in|at !work|school|class|home|sea|office|power|court|prison|jail >NAME|NUMBER|the|a|DATE", Doers.People, Needed.Date),
        ("be|are|is|due|expected back >on|here|there|DATE", Doers.People, Needed.Date),
        ("spent DATE ~9:with", Doers.Anyone, Needed.Nothing),
        ("spent ~3:hours|minutes >in|at|with|together|behind", Doers.People, Needed.Date),
        ("hours|minutes|day|hour with", Doers.Anyone, Needed.Date),
        ("saw|sees|seeing|see >mr|ms|mrs|dr|sir|president|minister|chancellor|ambassador", Doers.Anyone, Needed.Date),
        ("dine|dines|dined|breakfasted|lunched at|with|in|together", Doers.Anyone, Needed.Date),
        ("speak|spoke|speaks|spoken|talk|talked by|on|over the? telephone|phone|video|videolink", Doers.Anyone, Needed.Date),
        ("spoke|speak|speaks on|DATE by telephone|phone|video", Doers.Anyone, Needed.Date),
        ("take|takes|took|taking up >the|this|its|his|her", Doers.Body, Needed.Date),
        ("bring|brings|brought ~5:together", Doers.Anyone, Needed.Date),
        ("try again", Doers.People, Needed.Date),
        ("fail|failed ~4:to agree|reach|bridge|settle|break|find|narrow|decide|resolve", Doers.Body, Needed.Date),
        ("argued|haggled|wrangled|bargained|negotiated|deliberated|talked|debated !that|against ~6:for|until|into|through|over", Doers.Body, Needed.Date),
        ("broke|break|breaks up", Doers.People, Needed.Date),
        ("hear|hears|heard|hearing ~1:both|the|two ~3:PEOPLE", Doers.Body, Needed.Date),
        ("to host ~3:PEOPLE", Doers.Anyone, Needed.Nothing),
        ("head|heads|headed|travel|travels|travelled|fly|flies|flew|go|goes|went to|for ~6:for talks|negotiations|consultations", Doers.Anyone, Needed.Date),
        ("head|heads|travel|fly|flies to|for >NAME|the", Doers.People, Needed.Date),
        ("council|board|boards|committee|panel|assembly|selectboard|commission voted|votes NUMBER|on|to|DATE", Doers.Anyone, Needed.Date),
        ("opened|opens|open|held|hold contacts|dialogue", Doers.Anyone, Needed.Date),
        ("adopted ~4:communiqué|communique|declaration|statement|text", Doers.Anyone, Needed.Date),
        ("agreed|settled|accepted !to|that", Doers.Anyone, Needed.DateAndPlace),
        ("brokered|initialled|initialed|thrashed|hammered|struck !out", Doers.Anyone, Needed.DateAndPlace),
        ("thrashed|hammered out", Doers.Anyone, Needed.DateAndPlace),
    ];

    private static readonly FrozenDictionary<string, MeetingPhrase[]> s_byFirst = s_table
        .SelectMany(row => new MeetingPhrase(row.Pattern, row.Doers, row.Needs) is var phrase ? phrase._steps[0].Words.Select(word => (word, phrase)) : [])
        .GroupBy(x => x.word, x => x.phrase, StringComparer.Ordinal)
        .ToFrozenDictionary(g => g.Key, g => g.ToArray(), StringComparer.Ordinal);

    /// <summary>The first phrase of the table that begins at a token and whose doers stand before it, with its end.</summary>
    public static (MeetingPhrase Phrase, int End)? At(SentenceView s, int i)
    {
        if (!s_byFirst.TryGetValue(s[i], out var phrases)) return null;
        foreach (var phrase in phrases)
            if (phrase.Match(s, i) is { } end && (phrase.Doers == Doers.Anyone || s.Token(i).Upos != Upos.NOUN && !NounBefore(s, i)) && phrase.Doers switch { Doers.People => PeopleBefore(s, i), Doers.Body => PeopleBefore(s, i) || BodyBefore(s, i), _ => true })
                return (phrase, end);
        return null;
    }

    /// <summary>Whether those who meet stand before a verb.</summary>
    public static bool PeopleBefore(SentenceView s, int verb) => Before(s, verb, MeetingWords.People) || NamesBefore(s, verb);

    /// <summary>"The Whites and the Blues are back": two names are people too.</summary>
    private static bool NamesBefore(SentenceView s, int verb)
    {
        var and = verb - 1;
        while (and > verb - 5 && (s.IsCapital(and) || s[and] is "are" or "were" or "will" or "be" or "the")) and--;
        return s[and] is "and" && and < verb - 1 && s.IsCapital(and - 1) && s.DateAt(and - 1) is null && (s.IsCapital(and + 1) || s.IsCapital(and + 2));
    }

    /// <summary>Whether a word begins a clause with doers of its own; "who" and "which" have those before them.</summary>
    private static bool Parts(string word) => word is not ("who" or "which" or "that") && MeetingWords.Subordinators.Contains(word);

    /// <summary>Whether a noun of meetings stands before a verb, which then tells what became of it.</summary>
    public static bool NounBefore(SentenceView s, int verb)
    {
        for (var i = verb - 1; i >= Math.Max(0, verb - Reach) && !Parts(s[i]); i--)
            if (MeetingWords.Nouns.Contains(s[i])) return true;
        return false;
    }

    private static bool BodyBefore(SentenceView s, int verb) => Before(s, verb, MeetingWords.Bodies);

    private static bool Before(SentenceView s, int verb, FrozenSet<string> words)
    {
        for (var i = verb - 1; i >= Math.Max(0, verb - Reach) && !Parts(s[i]); i--)
            if (words.Contains(s[i])) return true;
            else if (s[i] is ";" or "." or "-" || s[i] is "," && !(s.IsCapital(i - 1) && s.IsCapital(i + 1))) return false; // a list of names is one
        return false;
    }

    private int? Match(SentenceView s, int from)
    {
        var at = from;
        foreach (var step in _steps)
        {
            if (step.Kind == StepKind.Not)
            {
                if (step.Holds(s, at)) return null;
                continue;
            }

            var found = -1;
            for (var i = at; i <= at + step.Gap && found < 0; i++)
                if (step.Holds(s, i)) found = i;
            if (found < 0 && step.Kind == StepKind.Optional) continue;
            if (found < 0) return null;
            if (step.Kind != StepKind.Ahead) at = found + 1;
        }

        return Math.Max(at, from + 1);
    }

    private enum StepKind { Here, Optional, Not, Ahead }

    private sealed record Step(StepKind Kind, int Gap, string[] Words)
    {
        public static Step Of(string text)
        {
            var kind = text[0] switch { '!' => StepKind.Not, '>' => StepKind.Ahead, _ => text[^1] == '?' ? StepKind.Optional : StepKind.Here };
            var words = text.Trim('!', '>', '?');
            return words[0] == '~' ? new(kind, words[1] - '0', words[3..].Split('|')) : new(kind, 0, words.Split('|'));
        }

        public bool Holds(SentenceView s, int i)
        {
            foreach (var word in Words)
                if (word switch
                {
                    "DATE" => s.DateAt(i) is not null,
                    "NAME" => s.IsCapital(i),
                    "NUMBER" => i < s.Length && char.IsAsciiDigit(s[i][0]),
                    "PEOPLE" => MeetingWords.People.Contains(s[i]),
                    "END" => i >= s.Length || s[i] is "." or "!" or "?",
                    _ => s[i] == word,
                }) return true;
            return false;
        }
    }
}
