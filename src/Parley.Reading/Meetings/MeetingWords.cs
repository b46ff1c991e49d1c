using System.Collections.Frozen;

namespace Parley.Reading.Meetings;

/// <summary>The words by which reports tell of meetings.</summary>
internal static class MeetingWords
{
    /// <summary>Verbs that are a meeting in themselves.</summary>
    public static readonly FrozenSet<string> Verbs = Set("meet meets met confer confers conferred convene convenes convened convening reconvene reconvenes reconvened reconvening gather gathers gathered");

    /// <summary>Verbs that are one only with those who meet for a subject: "negotiators resume on Friday".</summary>
    public static readonly FrozenSet<string> Openings = Set("resume resumes resumed open opens opened start starts started begin begins began return returns returned follow follows");

    /// <summary>What is met at.</summary>
    public static readonly FrozenSet<string> Nouns = Set(
        "talks talk negotiations negotiation round rounds summit summits meeting meetings session sessions conference conferences consultations discussions plenary retreat encounter parley sit-down face-to-face signing segment bilateral confab huddle gathering ministerial hearing dinner breakfast lunch supper assembly ballot videoconference");

    /// <summary>Nouns that are a meeting only beside a word of talks or a date: "a round of talks", "the Tuesday session".</summary>
    public static readonly FrozenSet<string> Doubtful = Set("talk negotiation session sessions round rounds conference conferences retreat encounter discussions signing segment");

    /// <summary>Nouns that are a meeting only where it is arranged, or with those who come.</summary>
    public static readonly FrozenSet<string> Social = Set("dinner breakfast lunch supper assembly ballot hearing ministerial gathering");

    /// <summary>Words that arrange a meeting or take it back.</summary>
    public static readonly FrozenSet<string> Arranged = Set("planned scheduled set due slated pencilled penciled fixed listed booked arranged cancelled canceled called postponed scrapped moved deferred delayed put");

    /// <summary>What is about a meeting and is none: "accreditation for the session closes on Friday".</summary>
    public static readonly FrozenSet<string> Aside = Set("accreditation registration preparations preparation agenda hopes hope prospects prospect appetite grounds basis mandate tickets minutes record transcript outcome talk hint hints chance chances");

    /// <summary>Verbs of going, with which "to" a place is where they meet.</summary>
    public static readonly FrozenSet<string> Going = Set("return returns returned head heads headed travel travels travelled fly flies flew go goes went");

    /// <summary>Verbs before an audience.</summary>
    public static readonly FrozenSet<string> Addressed = Set("told tell tells address addressed addressing addresses spoke speaking speech");

    /// <summary>Words before a noun that make it something else: "a press conference".</summary>
    public static readonly FrozenSet<string> Other = Set("press news earnings board-room training question parliamentary cabinet party campaign town legislative annual drinking practice recording plenary-record packed mass branch shareholders' members' staff public general protest");

    /// <summary>Those who meet, where they are not named.</summary>
    public static readonly FrozenSet<string> People = Set(
        "sides side delegations delegation delegates everybody everyone all negotiators parties teams team ministers leaders officials envoys experts technicians diplomats mediators representatives governments countries neighbours neighbors foes rivals heads chiefs presidents they both two three four talks negotiations partners camps principals lawyers unions employers pair men women counterparts ambassadors officers elders advisers");

    /// <summary>Bodies that sit, and those who sit on them.</summary>
    public static readonly FrozenSet<string> Bodies = Set(
        "council commission committee board boards panel tribunal court assembly selectboard directorate secretariat taskforce bureau ambassadors members states clubs trustees governors lawmakers councillors commissioners secretaries officers elders companies lawyers bosses conciliators bankers creditors shareholders owners");

    /// <summary>What is met that is no one: "met the deadline".</summary>
    public static readonly FrozenSet<string> Unmeetable = Set(
        "demand demands deadline condition conditions target targets requirement requirements need needs criteria criterion obligations obligation costs cost resistance opposition expectations commitment commitments goal goals standard standards challenge challenges halfway fate death quota quotas terms test threshold bill payments rejection scepticism skepticism silence applause objections approval wife husband family regulatory percent cent pct");

    public static readonly FrozenSet<string> Cancelled = Set("cancelled canceled scrapped abandoned shelved scuppered");

    public static readonly FrozenSet<string> Postponed = Set("postponed delayed deferred rescheduled postpone postpones postponing delay");

    /// <summary>Somebody wants the meeting; it is not agreed.</summary>
    public static readonly FrozenSet<string> Proposed = Set(
        "invited invite invites invitation offered offer offers offering proposed propose proposes proposing proposal suggested suggest suggests suggesting urged urge urges urging could may might mooted floated wants want asked hopes appealed seeking sought ready willing prepared readiness call calls called tentative unconfirmed possible keen eager");

    public static readonly FrozenSet<string> Ahead = Set("will 'll ’ll shall due set scheduled slated expected planned plans plan upcoming next tomorrow forthcoming would booked agreed fixed pencilled penciled");

    public static readonly FrozenSet<string> UnderWay = Set("underway continue continues continued continuing ongoing entered enters entering dragged drag stretched stretching");

    public static readonly FrozenSet<string> Begun = Set("opened opens began begins begun started starts launched kicked resumed");

    public static readonly FrozenSet<string> Over = Set("ended ends concluded closed collapsed wrapped broke finished adjourned failed yielded produced foundered stalled held");

    /// <summary>Verbs that tell what becomes of the noun before them, so that its clause is about the meeting itself.</summary>
    public static readonly FrozenSet<string> Predicates = Set(
        "open opened opens begin began begins begun start started starts launched resume resumed resumes end ended ends close closed closes conclude concluded concludes broke collapsed wrapped finished adjourned failed stalled foundered held hold holds holding host hosts hosted hosting chair chairs chaired convened convene continue continued continues continuing underway planned scheduled set due slated expected pencilled penciled fixed lasted ran reconvenes deferred moved postponed delayed cancelled canceled called put scrapped took take takes place entered follow follows yielded produced attend attended attends");

    /// <summary>Verbs of saying: a date beside one tells when it was said.</summary>
    public static readonly FrozenSet<string> Saying = Set(
        "said says say told tells tell added adds announced warned insisted vowed hinted replied asked wrote declared stated confirmed denied accused rejected reported claimed argued noted complained cautioned urged signalled published issued tweeted posted dismissed appealed demanded");

    public static readonly FrozenSet<string> Negations = Set("not n't n’t never no nobody refused refuses refuse declined declines decline neither nor without unlikely");

    /// <summary>Words at which a new clause may begin.</summary>
    public static readonly FrozenSet<string> Subordinators = Set("as after while when where which who whom whose although though because whereas if unless whether that until before");

    public static readonly FrozenSet<string> Coordinators = Set("and but or then yet so");

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
