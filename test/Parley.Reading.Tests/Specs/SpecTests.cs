using Parley.Language;

namespace Parley.Reading.Tests.Specs;

/// <summary>Runs the cases of <c>specs/*.md</c>. The grammar is described in <c>specs/README.md</c>.</summary>
public sealed class SpecTests
{
    private static readonly Lazy<EnglishLanguage> Language = new(EnglishLanguage.Load);
    private static readonly Lazy<ReportReader> Reader = new(() => new(Language.Value));
    private static readonly Lazy<IReadOnlyDictionary<string, Spec>> All = new(() => Directory
        .EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "specs"), "*.md").Order(StringComparer.Ordinal)
        .Where(f => Path.GetFileName(f) != "README.md")
        .SelectMany(Spec.ReadAll)
        .ToDictionary(s => $"{s.File}: {s.Title}"));

    public static IEnumerable<TheoryDataRow<string>> Names() => All.Value.Keys.Select(k => new TheoryDataRow<string>(k));

    [Theory]
    [MemberData(nameof(Names))]
    public void The_reading_is_as_specified(string name)
    {
        var spec = All.Value[name];
        PublicationDate? published = null;
        if (spec.Published is not null && !PublicationDate.TryParse(spec.Published, out published))
            throw new FormatException($"{spec.File}:{spec.Line}: \"{spec.Published}\" is no ISO date");
        var text = new SourceText(spec.Text);
        var document = Language.Value.Analyze(text, TestContext.Current.CancellationToken);
        var items = new Items(document, Reader.Value.Read(new("spec", text) { Published = published }, document, TestContext.Current.CancellationToken));
        var wrong = spec.Expectations.Select(e => e.Check(items.Of(e.Section))).OfType<string>().ToList();
        if (spec.NotYet) wrong.ShouldNotBeEmpty("now understood: take \"(not yet)\" off the heading");
        else wrong.ShouldBeEmpty(string.Join("\n\n", wrong));
    }
}
