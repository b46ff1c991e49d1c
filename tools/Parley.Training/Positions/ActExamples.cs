using Parley.Language;
using Parley.Reading;
using Parley.Reading.Actors;
using Parley.Reading.Positions;
using Parley.Reading.Statements;
using Parley.Training.Statements;

namespace Parley.Training.Positions;

/// <summary>Statements with the act an annotator gave them, as features; a statement of several acts stands once for each, in shares.</summary>
internal sealed class ActExamples
{
    private const float SentenceWeight = 0.5f; // a sentence alone, written to be judged, against a statement of a report
    private readonly EnglishLanguage _language = EnglishLanguage.Load();
    private readonly ReportReader _reader = ReportReader.Load();
    private readonly PositionReader _rules = new(judge: null);
    private readonly FeatureList _list = new(ActFeatures.Capacity);

    public ExampleStore Store { get; } = new();

    public List<ActLabel> Labels { get; } = [];

    /// <summary>The statements of a gold report.</summary>
    public void AddReport(string path)
    {
        var gold = GoldReading.Load(path);
        var document = _language.Analyze(new SourceText(gold.Text));
        var actors = new ActorTable(gold.Actors);
        var (rules, facts) = _rules.ActsOf(document, actors, gold.Statements);
        foreach (var statement in gold.Statements)
        {
            var scopes = StatementActs.Scopes(document, statement.Content);
            if (scopes.Count == 0) continue;
            var told = Told(document, statement);
            var ruled = rules.ByRule(document, told, scopes);
            var acts = gold.Positions.Where(p => p.Statement == statement.Id).Select(p => OutputOf(p.Act)).DefaultIfEmpty(ActJudge.None).ToList();
            foreach (var act in acts)
            {
                ActFeatures.Extract(document, facts, told, scopes.ToArray(), ruled, _list);
                Store.Add(_list.Items);
                Labels.Add(new(gold.Id, act, 1f / acts.Count, [.. ruled.Select(r => (int)r.Meaning.Class).Distinct()]));
            }
        }
    }

    /// <summary>Sentences with their act: a line each with text, act and stance, or the cases of a specification that name one act or none.</summary>
    public void AddSentences(string path)
    {
        foreach (var (text, act) in path.EndsWith(".md", StringComparison.Ordinal) ? Specified(path) : Lines(path))
        {
            var document = _language.Analyze(new SourceText(text));
            var reading = _reader.Read(new Report("sentence", document.Text), document);
            var statement = reading.Statements.MaxBy(s => s.Content.Sum(c => c.Length))
                ?? new Statement("s1", null, [], [], [document.Sentences[0].Span], StatementMode.Indirect, StatementKind.Speech, null, null, 1);
            var (rules, facts) = _rules.ActsOf(document, new(reading.Actors), [statement]);
            var scopes = StatementActs.Scopes(document, statement.Content);
            var ruled = rules.ByRule(document, statement, scopes);
            ActFeatures.Extract(document, facts, statement, scopes.ToArray(), ruled, _list);
            Store.Add(_list.Items);
            Labels.Add(new(Path.GetFileName(path), OutputOf(act), SentenceWeight, [.. ruled.Select(r => (int)r.Meaning.Class).Distinct()]));
        }
    }

    private static IEnumerable<(string Text, string Act)> Lines(string path) =>
        File.ReadLines(path).Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split('\t')).Where(c => c.Length > 1).Select(c => (c[0], c[1]));

    private static IEnumerable<(string Text, string Act)> Specified(string path)
    {
        foreach (var spec in File.ReadAllText(path).Split("\n## ").Skip(1))
        {
            var lines = spec.Split('\n');
            var acts = lines.Where(l => l.StartsWith("- position: act ", StringComparison.Ordinal)).Select(l => l.Split(' ', ';')[3]).ToList();
            if (acts.Count == 0 && lines.Contains("- no position")) acts.Add("NONE");
            if (acts.Count == 1) yield return (string.Join(' ', lines.Where(l => l.StartsWith("> ", StringComparison.Ordinal)).Select(l => l[2..])), acts[0]);
        }
    }

    /// <summary>A gold statement with its mode, which its marks do not tell.</summary>
    private static Statement Told(Document document, Statement statement)
    {
        var quoted = statement.Content.Sum(c => document.Quotations.Where(q => q.Depth == 0).Sum(q => Math.Max(0, Math.Min(q.Span.End, c.End) - Math.Max(q.Span.Start, c.Start))));
        var share = (double)quoted / Math.Max(1, statement.Content.Sum(c => c.Length));
        return statement with { Mode = share > 0.9 ? StatementMode.Direct : share > 0 ? StatementMode.Mixed : StatementMode.Indirect };
    }

    private static int OutputOf(string act) => act == "NONE" ? ActJudge.None : (int)Enum.Parse<EventClass>(act.Replace("_", "", StringComparison.Ordinal), ignoreCase: true);
}

/// <param name="Source">The report or file it comes from: what is held out together.</param>
/// <param name="Act">Its output in the model.</param>
/// <param name="Ruled">The acts that rules read in it.</param>
internal sealed record ActLabel(string Source, int Act, float Weight, int[] Ruled);
