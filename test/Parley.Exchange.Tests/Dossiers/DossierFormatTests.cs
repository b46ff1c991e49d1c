using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Validation;
using Parley.Dossiers;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Exchange.Answers;
using Parley.Exchange.Briefs;
using Parley.Exchange.Dossiers;
using Parley.Language;
using Parley.Reading;
using Parley.Storage.Sqlite;

namespace Parley.Exchange.Tests.Dossiers;

public sealed class DossierFormatTests : IAsyncLifetime
{
    private const string Text = "🚢 The ferry must run at night, said Ada Holm.\r\nThe union \"would not\" sail; <b>nobody</b> & no one would.\r\nThe port wants new lamps.";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-test-");
    private Dossier _dossier = null!;

    public async ValueTask InitializeAsync()
    {
        _dossier = await NewAsync("first");
        PublicationDate.TryParse("2026-03-02", out var published).ShouldBeTrue();
        var report = new Report("ferries", new(Text)) { Outlet = "Harbour Post", Title = "Ferries & lamps", Published = published };
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text)));
        await _dossier.AddAsync(report, new(new("made by hand", "1", []), new(report.Id, hash, report.Text.Length, report.Title, report.Outlet, null, null, "2026-03-02", null)), default);
        await AddAsync(EntryKind.Statement, "The ferry must run at night, said Ada Holm", new() { { "speaker", "Ada Holm" }, { "party", "Port Authority" } });
        await AddAsync(EntryKind.Position, "The ferry must run at night", Position("Port Authority", "Ferries at night", "demand", "for"));
        await AddAsync(EntryKind.Position, "The union \"would not\" sail", Position("Sailors' Union", "Ferries at night", "refuse", "against"));
        await AddAsync(EntryKind.Position, "The port wants new lamps", Position("Port Authority", "New lamps", "demand", "for"));
    }

    public async ValueTask DisposeAsync()
    {
        await _dossier.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_brief_is_a_valid_Word_document_with_a_note_a_source()
    {
        var brief = await _dossier.BriefAsync(new() { Since = new(2026, 2, 1), AsOf = new(2026, 3, 31) }, default, default);
        using var word = new MemoryStream();
        BriefWord.Write(brief, word);
        word.Position = 0;
        using var document = WordprocessingDocument.Open(word, isEditable: false);
        new OpenXmlValidator(DocumentFormat.OpenXml.FileFormatVersions.Office2019).Validate(document).Select(e => $"{e.Path?.XPath}: {e.Description}").ShouldBeEmpty();
        var notes = document.MainDocumentPart!.EndnotesPart!.Endnotes!.Elements<DocumentFormat.OpenXml.Wordprocessing.Endnote>().Where(f => f.Id! > 0).Select(f => f.InnerText).ToList();
        notes.Count.ShouldBe(brief.Notes.Length);
        // Word numbers marks in the order of the text: each note is marked once, and what names it again refers to that mark.
        var body = document.MainDocumentPart.Document!.Body!;
        body.Descendants<DocumentFormat.OpenXml.Wordprocessing.EndnoteReference>().Select(r => (int)r.Id!.Value).ShouldBe(Enumerable.Range(1, notes.Count));
        var again = body.Descendants<DocumentFormat.OpenXml.Wordprocessing.SimpleField>().ToList();
        again.ShouldNotBeEmpty();
        again.ShouldAllBe(f => f.Instruction!.Value!.Contains($"note{f.InnerText} ", StringComparison.Ordinal));
        notes.ShouldContain(n => n.Contains("The union \"would not\" sail", StringComparison.Ordinal));
    }

    [Fact]
    public async Task In_a_qualitative_project_every_selection_holds_its_words_and_every_code_is_in_the_book()
    {
        using var file = new MemoryStream();
        await QdaProject.WriteAsync("Ferries", ReportWithEntries.AllAsync(_dossier, default), file, DateTimeOffset.UnixEpoch, default);
        using var zip = new ZipArchive(file, ZipArchiveMode.Read);
        XNamespace qda = "urn:QDA-XML:project:1.0";
        await using var project = zip.GetEntry("project.qde")!.Open();
        var root = (await XDocument.LoadAsync(project, LoadOptions.None, default)).Root!;
        var source = root.Descendants(qda + "TextSource").ShouldHaveSingleItem();
        using var reader = new StreamReader(zip.GetEntry(source.Attribute("plainTextPath")!.Value.Replace("internal://", "sources/", StringComparison.Ordinal))!.Open());
        var text = new SourceText(await reader.ReadToEndAsync());
        root.Descendants(qda + "PlainTextSelection").Select(s => text.Slice(new((int)s.Attribute("startPosition")!, (int)s.Attribute("endPosition")!)))
            .ShouldBe(["The ferry must run at night", "The union \"would not\" sail", "The port wants new lamps"]);
        var codes = root.Descendants(qda + "Code").ToDictionary(c => c.Attribute("guid")!.Value, c => c.Attribute("name")!.Value);
        var coded = root.Descendants(qda + "CodeRef").Select(c => codes.GetValueOrDefault(c.Attribute("targetGUID")!.Value)).ToList();
        coded.ShouldNotContain((string?)null);
        coded.ShouldContain("Sailors' Union");
    }

    [Fact]
    public async Task A_copy_restored_elsewhere_writes_the_same_bytes()
    {
        var first = await BytesAsync(_dossier);
        await using var second = await NewAsync("second");
        await second.RestoreAsync(DossierJson.Read(new MemoryStream(first)), default);
        var (before, after) = (DossierJson.Read(new MemoryStream(first)), DossierJson.Read(new MemoryStream(await BytesAsync(second))));
        Bytes(after with { Name = before.Name, Created = before.Created }).ShouldBe(Bytes(before));
        (await second.MatrixAsync(new(), null, default)).Cells.Length.ShouldBe(3);
    }

    [Fact]
    public async Task Of_many_entries_put_in_at_once_all_are_kept_or_none()
    {
        var before = (await _dossier.ViewAsync(default)).Corrections.Length;
        NewEntry good = new(EntryKind.Statement, new(0, 5), new() { { "speaker", "Ada Holm" } }, new("Anna")), beyond = good with { Span = new(0, 5000) };
        await Should.ThrowAsync<DossierException>(() => _dossier.AddEntriesAsync(1, [good, beyond], default));
        (await _dossier.ViewAsync(default)).Corrections.Length.ShouldBe(before);
        (await _dossier.AddEntriesAsync(1, [good, good with { Span = new(6, 9) }], default)).Select(c => c.Number).ShouldBe([before + 1, before + 2]);
        (await _dossier.ViewAsync(default)).Entries(1).Statements.Count(s => s.Id.Added).ShouldBe(3);
    }

    [Fact]
    public async Task A_row_a_statement_gives_words_sentence_and_places_in_the_text()
    {
        await foreach (var report in ReportWithEntries.AllAsync(_dossier, default))
        {
            var sheet = StatementsCsv.Of(report);
            var row = sheet.Columns.Zip(sheet.Rows.ShouldHaveSingleItem()).ToDictionary(c => c.First, c => c.Second);
            row["content"].ShouldBe("The ferry must run at night, said Ada Holm");
            new SourceText(Text).Slice(new(int.Parse(row["start"], null), int.Parse(row["end"], null))).ShouldBe(row["content"]);
            (row["speaker"], row["party"], row["date"]).ShouldBe(("Ada Holm", "Port Authority", "2026-03-02"));
            row["sha256"].ShouldBe(Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Text))));
        }
    }

    [Fact]
    public async Task Issues_on_which_one_party_alone_was_heard_stand_below_the_table()
    {
        var grid = AnswerSheets.Grid(await _dossier.MatrixAsync(new(), null, default));
        grid.Rows.ShouldHaveSingleItem()[0].ShouldBe("Ferries at night");
        grid.Below.ShouldHaveSingleItem().ShouldStartWith("New lamps: Port Authority alone, for");
        var alone = AnswerSheets.Grid(await _dossier.MatrixAsync(new() { Parties = ["Port Authority"] }, null, default));
        (alone.Rows.Length, alone.Below.Length).ShouldBe((2, 0));
    }

    private static Fields Position(string party, string issue, string act, string stance) => new() { { "party", party }, { "issue", issue }, { "act", act }, { "stance", stance } };

    private async Task AddAsync(EntryKind kind, string words, Fields fields)
    {
        var at = Text.IndexOf(words, StringComparison.Ordinal);
        var start = Text.AsSpan(0, at).ToString().EnumerateRunes().Count();
        await _dossier.AddEntryAsync(1, kind, new(start, start + words.Length), fields, new("Anna"), default);
    }

    private async Task<Dossier> NewAsync(string name)
    {
        var path = Path.Combine(_folder.FullName, name + ".parley");
        await SqliteDossiers.CreateAsync(path, "Ferries", TimeProvider.System, default);
        return await Dossier.OpenAsync(await SqliteDossiers.OpenAsync(path, default), TimeProvider.System, default);
    }

    private static async Task<byte[]> BytesAsync(Dossier dossier) => Bytes(await dossier.CopyAsync(default));

    private static byte[] Bytes(DossierCopy copy)
    {
        using var bytes = new MemoryStream();
        DossierJson.Write(copy, bytes);
        return bytes.ToArray();
    }
}
