using Microsoft.Data.Sqlite;
using Parley.Dossiers;
using Parley.Dossiers.Entries;
using Parley.Exchange.Coding;
using Parley.Reading;
using Parley.Storage.Sqlite;

namespace Parley.Exchange.Tests.Coding;

public sealed class DnaImportTests : IDisposable
{
    private const string Text = "😀 The ferry must run, said Ada Holm. The union would not sail at night.";
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public async Task Statements_come_with_their_words_coder_stance_and_what_has_no_place()
    {
        var coding = DnaFile.Read(Coded());
        await using var dossier = await NewAsync();
        var outcome = await new DnaImport(dossier, "me").RunAsync(coding, default);
        (outcome.Reports, outcome.Statements, outcome.Positions, outcome.Issues, outcome.Judgements).ShouldBe((1, 2, 2, 2, 3));
        var view = await dossier.ViewAsync(default);
        (view.Report(1).Title, view.Report(1).Outlet, view.Report(1).Published).ShouldBe(("Ferries", "Harbour Post", "2026-03-02"));
        var cells = (await dossier.MatrixAsync(new(), null, default)).Cells;
        cells.Select(c => (c.Party.Name, c.Issue.Name, c.Now.Stance, c.Now.Evidence.Words)).ShouldBe(
            [("Port Authority", "Ferries at night", Stance.For, "The ferry must run"), ("Sailors' Union", "Ferries at nights", Stance.Against, "The union would not sail at night")], ignoreOrder: true);
        view.Corrections.Where(c => c.Subject.IsEntry).Select(c => c.By).Distinct().ShouldBe(["Anna", "Ben"], ignoreOrder: true);
        view.Corrections.First(c => c.By == "Anna").Note.ShouldNotBeNull().ShouldContain("strength: 4");
        view.Judgements.Select(j => j.Value).ShouldBe(["Author: R. Moe", "Coder: Anna", "Type: agency"]);
        outcome.Left.Select(l => (l.What, l.Count)).ShouldBe(
            [
                ("search patterns", 1), ("values of the variable \"strength\"", 1), ("statements that lie outside of their document", 1),
                ("values of \"person\" that no statement has", 1), ("statements of documents that were not imported", 1),
                ("documents without text", 1),
            ],
            ignoreOrder: true);
    }

    [Fact]
    public void The_file_is_not_touched()
    {
        var file = Coded();
        var before = File.ReadAllBytes(file);
        DnaFile.Read(file).Statements.Length.ShouldBe(4);
        File.ReadAllBytes(file).ShouldBe(before);
    }

    [Fact]
    public void Another_database_is_said_to_be_none()
    {
        var file = Path.Combine(_folder.FullName, "other.dna");
        Make(file, "CREATE TABLE t(x)");
        Should.Throw<FormatException>(() => DnaFile.Read(file)).Message.ShouldContain("no table DOCUMENTS");
        File.WriteAllText(file, "SQLite format 3\0" + new string('x', 5000));
        Should.Throw<FormatException>(() => DnaFile.Read(file)).Message.ShouldContain("is no Discourse Network Analyzer file");
    }

    private async Task<Dossier> NewAsync()
    {
        var path = Path.Combine(_folder.FullName, "new.parley");
        await SqliteDossiers.CreateAsync(path, "Ferries", TimeProvider.System, default);
        return await Dossier.OpenAsync(await SqliteDossiers.OpenAsync(path, default), TimeProvider.System, default);
    }

    private string Coded()
    {
        var file = Path.Combine(_folder.FullName, "ferries.dna");
        var (first, second) = (Text.IndexOf("The ferry", StringComparison.Ordinal), Text.IndexOf("The union", StringComparison.Ordinal));
        Make(file, $"""
            CREATE TABLE CODERS(ID INTEGER PRIMARY KEY, Name TEXT); INSERT INTO CODERS VALUES (1,'Anna'),(2,'Ben');
            CREATE TABLE DOCUMENTS(ID INTEGER PRIMARY KEY, Title TEXT, Text TEXT, Coder INTEGER, Author TEXT, Source TEXT, Section TEXT, Notes TEXT, Type TEXT, Date INTEGER);
            INSERT INTO DOCUMENTS VALUES (7,'Ferries','{Text}',1,'R. Moe','Harbour Post','','','',1772409600),(8,'Empty','',NULL,'','','','','',1772409600);
            CREATE TABLE STATEMENTTYPES(ID INTEGER PRIMARY KEY, Label TEXT, Red INTEGER, Green INTEGER, Blue INTEGER); INSERT INTO STATEMENTTYPES VALUES (1,'DNA Statement',0,0,0);
            CREATE TABLE VARIABLES(ID INTEGER PRIMARY KEY, Variable TEXT, DataType TEXT, StatementTypeId INTEGER);
            INSERT INTO VARIABLES VALUES (1,'person','short text',1),(2,'organization','short text',1),(3,'concept','short text',1),(4,'agreement','boolean',1),(5,'strength','integer',1);
            CREATE TABLE REGEXES(Label TEXT PRIMARY KEY, Red INTEGER); INSERT INTO REGEXES VALUES ('ferr(y|ies)', 0);
            CREATE TABLE STATEMENTS(ID INTEGER PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER, Stop INTEGER, Coder INTEGER);
            INSERT INTO STATEMENTS VALUES (1,1,7,{first},{first + 18},1),(2,1,7,{second},{second + 33},2),(3,1,7,500,510,2),(4,1,8,0,3,1);
            CREATE TABLE ENTITIES(ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT, Red INTEGER, Green INTEGER, Blue INTEGER, ChildOf INTEGER);
            INSERT INTO ENTITIES VALUES (1,1,'Ada Holm',0,0,0,NULL),(2,2,'Port Authority',0,0,0,NULL),(3,2,'Sailors'' Union',0,0,0,NULL),(4,3,'Ferries at night',0,0,0,NULL),(5,3,'Ferries at nights',0,0,0,NULL),(6,1,'Nobody',0,0,0,NULL);
            CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Entity INTEGER);
            INSERT INTO DATASHORTTEXT VALUES (1,1,1,1),(2,1,2,2),(3,1,3,4),(4,2,2,3),(5,2,3,5);
            CREATE TABLE DATABOOLEAN(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER); INSERT INTO DATABOOLEAN VALUES (1,1,4,1),(2,2,4,0);
            CREATE TABLE DATAINTEGER(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER); INSERT INTO DATAINTEGER VALUES (1,1,5,4);
            CREATE TABLE DATALONGTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value TEXT);
            CREATE TABLE ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY, VariableId INTEGER, AttributeVariable TEXT); INSERT INTO ATTRIBUTEVARIABLES VALUES (1,2,'Type'),(2,2,'Notes');
            CREATE TABLE ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY, EntityId INTEGER, AttributeVariableId INTEGER, AttributeValue TEXT); INSERT INTO ATTRIBUTEVALUES VALUES (1,2,1,'agency'),(2,2,2,'');
            """);
        return file;
    }

    private static void Make(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={file};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
