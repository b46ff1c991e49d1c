using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Parley.Dossiers;
using Parley.Language;

namespace Parley.Cli.Tests;

/// <summary>Exports of the sample dossier, read back without any of the code that wrote them.</summary>
public sealed class ReadBackTests(SampleDossier sample) : IClassFixture<SampleDossier>
{
    private readonly Dossier _dossier = sample.Dossier;

    [Fact]
    public async Task Every_row_of_statements_holds_the_words_at_its_offsets_in_a_text_of_its_hash()
    {
        var texts = await TextsAsync();
        var rows = Rows(await ExportedAsync("csv"));
        var view = await _dossier.ViewAsync(default);
        rows.Count.ShouldBe(view.Reports.Sum(r => view.Entries(r.Number).Statements.Length));
        foreach (var row in rows)
        {
            var text = texts[row["report"]];
            row["sha256"].ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text.Original))));
            var extent = text.Slice(new(int.Parse(row["start"], null), int.Parse(row["end"], null)));
            extent.ShouldContain(row["content"].TrimStart('\''));
            row["sentence"].ShouldContain(extent);
            row["paragraph"].ShouldContain(row["sentence"]);
        }
    }

    [Fact]
    public async Task Every_annotation_finds_its_words_by_quotation_and_by_position()
    {
        var texts = await TextsAsync();
        var lines = (await ExportedAsync("annotations")).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.Length.ShouldBeGreaterThan(50);
        var ids = new HashSet<string>();
        foreach (var line in lines)
        {
            var annotation = JsonNode.Parse(line)!;
            ((string?)annotation["@context"], (string?)annotation["type"]).ShouldBe(("http://www.w3.org/ns/anno.jsonld", "Annotation"));
            ids.Add((string)annotation["id"]!).ShouldBeTrue();
            annotation["body"]!.AsArray().ShouldAllBe(b => (string?)b!["type"] == "TextualBody" && ((string)b["value"]!).Contains(": "));
            var (quote, place) = (annotation["target"]!["selector"]![0]!, annotation["target"]!["selector"]![1]!);
            ((string?)quote["type"], (string?)place["type"]).ShouldBe(("TextQuoteSelector", "TextPositionSelector"));
            var text = texts[Uri.UnescapeDataString(((string)annotation["target"]!["source"]!).Split(':')[^1])];
            text.Slice(new((int)place["start"]!, (int)place["end"]!)).ShouldBe((string?)quote["exact"]);
            text.Original.ShouldContain($"{quote["prefix"]}{quote["exact"]}{quote["suffix"]}");
        }
    }

    [Fact]
    public async Task Every_coding_of_the_qualitative_project_lies_in_a_source_that_is_there_and_names_a_code_of_the_book()
    {
        XNamespace qda = "urn:QDA-XML:project:1.0";
        var file = Path.ChangeExtension(sample.File, ".qdpx");
        (await Command.RunAsync("export", sample.File, "--format", "qdpx", "--output", file)).ExitCode.ShouldBe(0);
        using var zip = ZipFile.OpenRead(file);
        await using var project = zip.GetEntry("project.qde")!.Open();
        var root = (await XDocument.LoadAsync(project, LoadOptions.None, default)).Root!;
        var guids = root.Descendants().Attributes("guid").Select(a => a.Value).ToList();
        guids.ShouldBeUnique();
        guids.Where(g => !Guid.TryParse(g, out _)).ShouldBeEmpty();
        root.Descendants().Attributes("targetGUID").Select(a => a.Value).Distinct().ShouldBeSubsetOf(guids);
        var sources = root.Descendants(qda + "TextSource").ToList();
        sources.Count.ShouldBe(30);
        var words = new List<string>();
        foreach (var source in sources)
        {
            using var reader = new StreamReader(zip.GetEntry(source.Attribute("plainTextPath")!.Value.Replace("internal://", "sources/", StringComparison.Ordinal))!.Open());
            var text = new SourceText(await reader.ReadToEndAsync());
            words.AddRange(source.Descendants(qda + "PlainTextSelection").Select(s => text.Slice(new((int)s.Attribute("startPosition")!, (int)s.Attribute("endPosition")!))));
        }

        var view = await _dossier.ViewAsync(default);
        var texts = await TextsAsync();
        words.ShouldBe(view.Reports.SelectMany(r => view.Entries(r.Number).Positions.Select(p => texts[r.Id].Slice(p.Evidence))), ignoreOrder: true);
    }

    /// <summary>RFC 4180, by the letter: fields in quotes, quotes doubled, line ends within them.</summary>
    private static List<Dictionary<string, string>> Rows(string csv)
    {
        var (rows, row, field, quoted) = (new List<List<string>>(), new List<string>(), new StringBuilder(), false);
        for (var i = csv[0] == '\uFEFF' ? 1 : 0; i < csv.Length; i++)
        {
            if (csv[i] == '"' && quoted && i + 1 < csv.Length && csv[i + 1] == '"') field.Append(csv[i++]);
            else if (csv[i] == '"') quoted = !quoted;
            else if (quoted || csv[i] is not (',' or '\r' or '\n')) field.Append(csv[i]);
            else if (csv[i] != '\r')
            {
                row.Add(field.ToString());
                field.Clear();
                if (csv[i] == ',') continue;
                rows.Add(row);
                row = [];
            }
        }

        return [.. rows.Skip(1).Select(r => rows[0].Zip(r).ToDictionary(c => c.First, c => c.Second))];
    }

    private async Task<Dictionary<string, SourceText>> TextsAsync()
    {
        var texts = new Dictionary<string, SourceText>();
        foreach (var report in (await _dossier.ViewAsync(default)).Reports) texts[report.Id] = await _dossier.TextAsync(report.Number, default);
        return texts;
    }

    private async Task<string> ExportedAsync(string format)
    {
        var file = $"{sample.File}.{format}";
        (await Command.RunAsync("export", sample.File, "--format", format, "--output", file)).ExitCode.ShouldBe(0);
        return await File.ReadAllTextAsync(file);
    }
}
