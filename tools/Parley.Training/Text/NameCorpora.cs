using System.Text.Json;
using Parley.Language;
using Parley.Language.Names;
using Parley.Language.Text;

namespace Parley.Training.Text;

/// <summary>A sentence with a label for each token.</summary>
internal sealed record LabelledSentence(string[] Forms, int[] Labels);

/// <summary>Reads the corpora of names and makes their conventions one: names without titles and articles, four kinds.</summary>
internal static class NameCorpora
{
    private static readonly HashSet<string> Titles = new(StringComparer.OrdinalIgnoreCase)
    {
        "Mr", "Mr.", "Mrs", "Mrs.", "Ms", "Ms.", "Dr", "Dr.", "Sir", "President", "Prime", "Minister", "Senator", "Sen.", "Rep.", "Gov.", "Governor", "Mayor", "General", "Gen.", "Colonel", "Captain", "Judge",
        "Justice", "Professor", "Prof.", "Secretary", "Chief", "Speaker", "Vice", "Foreign", "Madam", "Lord", "King", "Queen", "Ambassador", "Major", "Lt.", "Spc.", "Sgt.", "HE", "Iraqi", "Speaker", "Congressman", "Attorney", "Aunt", "Uncle", "Representative", "St.", "Pope", "Emperor",
    };

    private static readonly HashSet<string> Joiners = new(StringComparer.Ordinal) { "of", "for", "the", "and", "de", "la", "van", "von", "der", "del", "di", "bin", "al", "el", "-", "&", "'s", "’s", "on", "in" };

    /// <summary>Two columns, word and label, blank lines between sentences.</summary>
    public static List<LabelledSentence> Conll(string path)
    {
        var sentences = new List<LabelledSentence>();
        var words = new List<(string Word, string Label)>();
        foreach (var line in File.ReadLines(path).Append(""))
        {
            if (line.Trim().Split('\t', ' ') is [{ Length: > 0 } word, .. , var label])
            {
                words.Add((word, label));
                continue;
            }

            if (words.Count == 0) continue;
            var text = string.Join(' ', words.Select(pair => pair.Word));
            var names = new List<(Span, NameKind)>();
            var at = 0;
            foreach (var (form, tag) in words)
            {
                if (tag.StartsWith("B-", StringComparison.Ordinal)) names.Add((new(at, at + form.Length), Kind(tag[2..])));
                else if (tag.StartsWith("I-", StringComparison.Ordinal) && names.Count > 0) names[^1] = (new(names[^1].Item1.Start, at + form.Length), names[^1].Item2);
                at += form.Length + 1;
            }

            var spans = new List<Span>();
            new Tokenizer().Tokenize(text, new(0, text.Length), spans);
            sentences.Add(Label(text, spans, names));
            words.Clear();
        }

        return sentences;
    }

    /// <summary>GUM's named mentions, cut to their capitalised core.</summary>
    public static List<LabelledSentence> Gum(string path)
    {
        var sentences = new List<LabelledSentence>();
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var tokens = json.RootElement.GetProperty("tokens").EnumerateArray().Select(token => token.GetString()!).ToArray();
            var labels = new int[tokens.Length];
            var mentions = json.RootElement.GetProperty("mentions").EnumerateArray()
                .Where(mention => mention.GetProperty("named").GetBoolean() && mention.GetProperty("type").GetString() != "time")
                .Select(mention => (Start: mention.GetProperty("start").GetInt32(), End: mention.GetProperty("end").GetInt32(), Type: mention.GetProperty("type").GetString()!));
            foreach (var (start, end, type) in mentions.OrderBy(mention => mention.Start - mention.End)) Mark(tokens, labels, start, end, KindOfType(type));
            var firsts = json.RootElement.GetProperty("sent").EnumerateArray().Select(first => first.GetInt32()).Append(tokens.Length).ToList();
            for (var s = 0; s + 1 < firsts.Count; s++)
                if (firsts[s + 1] > firsts[s]) sentences.Add(new(tokens[firsts[s]..firsts[s + 1]], labels[firsts[s]..firsts[s + 1]]));
        }

        return sentences;
    }

    /// <summary>Documents with entity offsets; general mentions are cut to their capitalised core.</summary>
    public static List<LabelledSentence> Re3d(string path)
    {
        var sentences = new List<LabelledSentence>();
        var segmenter = new Segmenter();
        foreach (var line in File.ReadLines(path))
        {
            using var json = JsonDocument.Parse(line);
            var document = segmenter.Segment(new(json.RootElement.GetProperty("text").GetString()!));
            var tokens = document.Tokens.Select(token => token.Form).ToArray();
            var labels = new int[tokens.Length];
            var entities = json.RootElement.GetProperty("entities").EnumerateArray()
                .Where(entity => entity.GetProperty("conf").GetDouble() >= 0.8)
                .Select(entity => (Span: new Span(entity.GetProperty("start").GetInt32(), entity.GetProperty("end").GetInt32()), Type: entity.GetProperty("type").GetString()!));
            foreach (var (span, type) in entities.OrderByDescending(entity => entity.Span.Length))
            {
                if (type is not ("Organisation" or "Person" or "Location" or "Nationality")) continue;
                var (first, end) = document.TokensIn(span);
                Mark(tokens, labels, first, end, KindOfType(type));
            }

            foreach (var sentence in document.Sentences) sentences.Add(new(tokens[sentence.First..sentence.End], labels[sentence.First..sentence.End]));
        }

        return sentences;
    }

    /// <summary>Labels nationality words that a corpus leaves outside, as the others label them.</summary>
    public static void AddNationalities(IEnumerable<LabelledSentence> sentences, IReadOnlySet<string> nationalities)
    {
        foreach (var sentence in sentences)
            for (var i = 0; i < sentence.Forms.Length; i++)
                if (sentence.Labels[i] == 0 && nationalities.Contains(sentence.Forms[i])) sentence.Labels[i] = NameLabels.Begin(NameKind.Other);
    }

    private static void Mark(string[] tokens, int[] labels, int start, int end, NameKind kind)
    {
        while (start < end && (!IsCapital(tokens[start]) || tokens[start] is "The" or "A" or "An" or "This" or "His" or "Our" or "My" or "I" || kind == NameKind.Person && Titles.Contains(tokens[start]))) start++;
        var last = start;
        for (var i = start; i < end && (IsCapital(tokens[i]) || char.IsAsciiDigit(tokens[i][0]) || Joiners.Contains(tokens[i])); i++)
            if (IsCapital(tokens[i]) || char.IsAsciiDigit(tokens[i][0])) last = i + 1;
        if (last <= start) return;
        for (var i = start; i < last; i++)
            if (labels[i] != 0) return;
        for (var i = start; i < last; i++) labels[i] = i == start ? NameLabels.Begin(kind) : NameLabels.Inside(kind);
    }

    private static bool IsCapital(string form) => char.IsUpper(form[0]) || form.Length > 1 && char.IsUpper(form[1]);

    private static LabelledSentence Label(string text, List<Span> spans, List<(Span Span, NameKind Kind)> names)
    {
        var labels = new int[spans.Count];
        for (var i = 0; i < spans.Count; i++)
            foreach (var (span, kind) in names)
                if (span.Contains(spans[i])) labels[i] = spans[i].Start == span.Start ? NameLabels.Begin(kind) : NameLabels.Inside(kind);
        return new([.. spans.Select(span => text[span.Start..span.End])], labels);
    }

    private static NameKind Kind(string tag) => tag switch
    {
        "person" or "politician" => NameKind.Person,
        "organisation" or "politicalparty" => NameKind.Organization,
        "location" or "country" => NameKind.Place,
        _ => NameKind.Other,
    };

    private static NameKind KindOfType(string type) => type.ToUpperInvariant() switch
    {
        "PERSON" => NameKind.Person,
        "ORGANIZATION" or "ORGANISATION" => NameKind.Organization,
        "PLACE" or "LOCATION" => NameKind.Place,
        _ => NameKind.Other,
    };
}
