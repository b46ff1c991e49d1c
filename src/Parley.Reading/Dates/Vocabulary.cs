using System.Collections.Frozen;

namespace Parley.Reading.Dates;

/// <summary>The words that dates are made of, and what each can be.</summary>
internal sealed class Vocabulary
{
    private const int LongestWord = 14;
    private readonly FrozenDictionary<string, int> _index;
    private readonly FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> _lookup;
    private readonly (Kind Kinds, int Number)[] _words;

    /// <param name="literals">Words that rules spell out.</param>
    public Vocabulary(IEnumerable<string> literals)
    {
        var words = new Dictionary<string, (Kind Kinds, int Number)>(StringComparer.OrdinalIgnoreCase);
        foreach (var (kinds, number, forms) in Words)
            foreach (var form in forms.Split(' '))
                words[form] = words.TryGetValue(form, out var known) ? (known.Kinds | kinds, number >= 0 ? number : known.Number) : (kinds, number);
        foreach (var literal in literals) words.TryAdd(literal, (Kind.None, -1));
        var sorted = words.OrderBy(w => w.Key, StringComparer.Ordinal).ToArray();
        _words = [.. sorted.Select(w => w.Value)];
        _index = sorted.Select((w, i) => (w.Key, i)).ToFrozenDictionary(x => x.Key, x => x.i, StringComparer.OrdinalIgnoreCase);
        _lookup = _index.GetAlternateLookup<ReadOnlySpan<char>>();
    }

    public int Count => _words.Length;

    /// <summary>Index of a word, -1 where it plays no part in dates.</summary>
    public int IndexOf(ReadOnlySpan<char> word) => word.Length <= LongestWord && _lookup.TryGetValue(word, out var index) ? index : -1;

    public (Kind Kinds, int Number) this[int word] => _words[word];

    // Kinds, number (-1: none), forms. A word may stand in several lines.
    private static readonly (Kind Kinds, int Number, string Forms)[] Words =
    [
        (Kind.Month, 1, "january"), (Kind.Month, 2, "february"), (Kind.Month | Kind.Doubtful, 3, "march"), (Kind.Month, 4, "april"),
        (Kind.Month | Kind.Doubtful, 5, "may"), (Kind.Month, 6, "june"), (Kind.Month, 7, "july"), (Kind.Month, 8, "august"),
        (Kind.Month, 9, "september"), (Kind.Month, 10, "october"), (Kind.Month, 11, "november"), (Kind.Month, 12, "december"),
        (Kind.Month | Kind.Short, 1, "jan"), (Kind.Month | Kind.Short, 2, "feb"), (Kind.Month | Kind.Short | Kind.Doubtful, 3, "mar"),
        (Kind.Month | Kind.Short, 4, "apr"), (Kind.Month | Kind.Short | Kind.Doubtful, 6, "jun"), (Kind.Month | Kind.Short, 7, "jul"),
        (Kind.Month | Kind.Short, 8, "aug"), (Kind.Month | Kind.Short, 9, "sep sept"), (Kind.Month | Kind.Short, 10, "oct"),
        (Kind.Month | Kind.Short, 11, "nov"), (Kind.Month | Kind.Short | Kind.Doubtful, 12, "dec"),

        (Kind.Weekday, 1, "monday"), (Kind.Weekday, 2, "tuesday"), (Kind.Weekday, 3, "wednesday"), (Kind.Weekday, 4, "thursday"),
        (Kind.Weekday, 5, "friday"), (Kind.Weekday, 6, "saturday"), (Kind.Weekday, 7, "sunday"),
        (Kind.Weekday | Kind.Short | Kind.Doubtful, 1, "mon"), (Kind.Weekday | Kind.Short, 2, "tue tues"),
        (Kind.Weekday | Kind.Short | Kind.Doubtful, 3, "wed"), (Kind.Weekday | Kind.Short, 4, "thu thur thurs"),
        (Kind.Weekday | Kind.Short, 5, "fri"), (Kind.Weekday | Kind.Short | Kind.Doubtful, 6, "sat"),
        (Kind.Weekday | Kind.Short | Kind.Doubtful, 7, "sun"),

        (Kind.Season, 1, "spring springtime"), (Kind.Season, 2, "summer summertime"), (Kind.Season, 3, "autumn"),
        (Kind.Season | Kind.Doubtful, 3, "fall"), (Kind.Season, 4, "winter wintertime"),
        (Kind.Part, 1, "morning dawn"), (Kind.Part, 2, "afternoon"), (Kind.Part, 3, "evening"), (Kind.Part, 4, "night"), (Kind.Part, 5, "daytime"),

        (Kind.Unit, (int)Unit.Minute, "minute"), (Kind.Unit, (int)Unit.Hour, "hour"), (Kind.Unit, (int)Unit.Day, "day"),
        (Kind.Unit, (int)Unit.Weekend, "weekend"), (Kind.Unit, (int)Unit.Week, "week workweek"), (Kind.Unit, (int)Unit.Fortnight, "fortnight"),
        (Kind.Unit, (int)Unit.Month, "month"), (Kind.Unit, (int)Unit.Quarter, "quarter"), (Kind.Unit, (int)Unit.Year, "year"),
        (Kind.Unit, (int)Unit.Decade, "decade"), (Kind.Unit, (int)Unit.Century, "century"),
        (Kind.Units, (int)Unit.Second, "seconds"), (Kind.Units, (int)Unit.Minute, "minutes mins min"),
        (Kind.Units, (int)Unit.Hour, "hours hrs"), (Kind.Units, (int)Unit.Day, "days"), (Kind.Units, (int)Unit.Night, "nights"),
        (Kind.Units, (int)Unit.Weekend, "weekends"), (Kind.Units, (int)Unit.Week, "weeks"), (Kind.Units, (int)Unit.Fortnight, "fortnights"),
        (Kind.Units, (int)Unit.Month, "months"), (Kind.Units, (int)Unit.Quarter, "quarters"), (Kind.Units, (int)Unit.Year, "years"),
        (Kind.Units, (int)Unit.Decade, "decades"), (Kind.Units, (int)Unit.Century, "centuries"),
        (Kind.Often, (int)Unit.Day, "daily nightly"), (Kind.Often, (int)Unit.Week, "weekly"), (Kind.Often, (int)Unit.Month, "monthly"),
        (Kind.Often, (int)Unit.Quarter, "quarterly"), (Kind.Often, (int)Unit.Year, "annually yearly"),

        (Kind.Num | Kind.Spelled, 1, "one"), (Kind.Num | Kind.Spelled, 2, "two"), (Kind.Num | Kind.Spelled, 3, "three"), (Kind.Num | Kind.Spelled, 4, "four"),
        (Kind.Num | Kind.Spelled, 5, "five"), (Kind.Num | Kind.Spelled, 6, "six"), (Kind.Num | Kind.Spelled, 7, "seven"), (Kind.Num | Kind.Spelled, 8, "eight"),
        (Kind.Num | Kind.Spelled, 9, "nine"), (Kind.Num | Kind.Spelled, 10, "ten"), (Kind.Num | Kind.Spelled, 11, "eleven"), (Kind.Num | Kind.Spelled, 12, "twelve"),
        (Kind.Num | Kind.Spelled, 13, "thirteen"), (Kind.Num | Kind.Spelled, 14, "fourteen"), (Kind.Num | Kind.Spelled, 15, "fifteen"),
        (Kind.Num | Kind.Spelled, 16, "sixteen"), (Kind.Num | Kind.Spelled, 17, "seventeen"), (Kind.Num | Kind.Spelled, 18, "eighteen"),
        (Kind.Num | Kind.Spelled, 19, "nineteen"), (Kind.Num | Kind.Spelled, 20, "twenty"), (Kind.Num | Kind.Spelled, 30, "thirty"),
        (Kind.Num | Kind.Spelled, 40, "forty"), (Kind.Num | Kind.Spelled, 50, "fifty"), (Kind.Num | Kind.Spelled, 60, "sixty"),
        (Kind.Num | Kind.Spelled, 70, "seventy"), (Kind.Num | Kind.Spelled, 80, "eighty"), (Kind.Num | Kind.Spelled, 90, "ninety"),
        (Kind.Num | Kind.Spelled, 100, "hundred"), (Kind.Num | Kind.Spelled, 1000, "thousand"),
        (Kind.Ord | Kind.Spelled, 1, "first"), (Kind.Ord | Kind.Spelled, 2, "second"), (Kind.Ord | Kind.Spelled, 3, "third"), (Kind.Ord | Kind.Spelled, 4, "fourth"),
        (Kind.Ord | Kind.Spelled, 5, "fifth"), (Kind.Ord | Kind.Spelled, 6, "sixth"), (Kind.Ord | Kind.Spelled, 7, "seventh"), (Kind.Ord | Kind.Spelled, 8, "eighth"),
        (Kind.Ord | Kind.Spelled, 9, "ninth"), (Kind.Ord | Kind.Spelled, 10, "tenth"), (Kind.Ord | Kind.Spelled, 11, "eleventh"), (Kind.Ord | Kind.Spelled, 12, "twelfth"),
        (Kind.Ord | Kind.Spelled, 13, "thirteenth"), (Kind.Ord | Kind.Spelled, 14, "fourteenth"), (Kind.Ord | Kind.Spelled, 15, "fifteenth"),
        (Kind.Ord | Kind.Spelled, 16, "sixteenth"), (Kind.Ord | Kind.Spelled, 17, "seventeenth"), (Kind.Ord | Kind.Spelled, 18, "eighteenth"),
        (Kind.Ord | Kind.Spelled, 19, "nineteenth"), (Kind.Ord | Kind.Spelled, 20, "twentieth"), (Kind.Ord | Kind.Spelled, 30, "thirtieth"),
        (Kind.Decade, 1920, "twenties"), (Kind.Decade, 1930, "thirties"), (Kind.Decade, 1940, "forties"), (Kind.Decade, 1950, "fifties"),
        (Kind.Decade, 1960, "sixties"), (Kind.Decade, 1970, "seventies"), (Kind.Decade, 1980, "eighties"), (Kind.Decade, 1990, "nineties"),
        (Kind.Quarter, 1, "q1"), (Kind.Quarter, 2, "q2"), (Kind.Quarter, 3, "q3"), (Kind.Quarter, 4, "q4"),
        (Kind.Half, 1, "h1"), (Kind.Half, 2, "h2"),

        (Kind.Ampm, 0, "am"), (Kind.Ampm, 12, "pm"), (Kind.Bc, -1, "bc bce"), (Kind.Ad, -1, "ad ce"),
        (Kind.Zone, -1, "gmt utc cet cest eet est edt et pst pdt bst local"),
        (Kind.Dash, -1, "- – — ~ ‑ ‒"), (Kind.Apostrophe, -1, "' ’ ‘"),
        (Kind.Edge, -1, "early late mid"), (Kind.Bound, -1, "beginning start end middle close turn"),
        (Kind.Last, -1, "last past previous preceding"), (Kind.Next, -1, "next following coming upcoming ensuing subsequent"),
        (Kind.Few, -1, "several few many some couple"), (Kind.Roughly, -1, "about around nearly almost roughly over under only just approximately some"),
        (Kind.Each, -1, "every each"), (Kind.Article, 1, "a an"),
        (Kind.Holiday, 1225, "christmas"), (Kind.Holiday, 1031, "halloween"), (Kind.Holiday, 214, "valentine"),

        (Kind.Forward, -1, "will shall due scheduled set expected expects would must should plans planned intends hopes upcoming slated pencilled may can needs aims ll invited invites agreed tomorrow next unless deadline postponed delayed adjourned offered offers proposed proposes asked meet meets sit sits resume resumes reconvene reconvenes convene convenes return returns vote votes host hosts travel travels gather gathers follow follows expires expire lapses lapse comes runs takes begins starts opens ends leaves visits visit arrives"),
        (Kind.Backward, -1, "was were had did said told met held began took came went made gave left got broke fell rose sat saw spoke wrote won lost has have opened ended died been signed announced yesterday ago last rejected accused vowed warned hosted convened collapsed"),
        (Kind.From, -1, "in since until till by of from to before after during through throughout between around circa late early mid last next this for on and or year within than about as"),
        (Kind.Counted, -1, "people men women troops soldiers prisoners tanks aircraft km kilometers kilometres miles mi meters metres m feet ft tons tonnes percent per dollars euros pounds killed wounded dead casualties civilians workers votes guns hp kg hectares acres members refugees deaths casualties tanks planes vehicles ships words copies students residents inhabitants square cubic mph rpm calories volunteers rebels fighters personnel strong years days hours"),
    ];
}
