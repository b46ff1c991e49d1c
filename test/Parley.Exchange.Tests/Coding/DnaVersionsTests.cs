using Microsoft.Data.Sqlite;
using Parley.Dossiers;
using Parley.Exchange.Coding;
using Parley.Reading;
using Parley.Storage.Sqlite;

namespace Parley.Exchange.Tests.Coding;

/// <summary>One coding, as each version of the program lays its tables out.</summary>
public sealed class DnaVersionsTests : IDisposable
{
    private const string Text = "The ferry must run, said Ada Holm. The union would not sail at night.";
    private const string Codings = "DATABOOLEAN DATAINTEGER DATALONGTEXT";

    private const string Common = $"""
        CREATE TABLE SETTINGS(Property TEXT PRIMARY KEY, Value TEXT); INSERT INTO SETTINGS VALUES ('version','3');
        CREATE TABLE CODERS(ID INTEGER PRIMARY KEY, Name TEXT, Red INTEGER, Green INTEGER, Blue INTEGER, Password TEXT); INSERT INTO CODERS VALUES (1,'Anna',0,0,0,'secret'),(2,'Ben',0,0,0,'');
        CREATE TABLE STATEMENTTYPES(ID INTEGER PRIMARY KEY, Label TEXT, Red INTEGER, Green INTEGER, Blue INTEGER); INSERT INTO STATEMENTTYPES VALUES (1,'DNA Statement',0,0,0);
        CREATE TABLE REGEXES(Label TEXT PRIMARY KEY, Red INTEGER, Green INTEGER, Blue INTEGER); INSERT INTO REGEXES VALUES ('ferr(y|ies)',0,0,0);
        CREATE TABLE CODERRELATIONS(ID INTEGER PRIMARY KEY, Coder INTEGER, OtherCoder INTEGER, viewStatements INTEGER, editStatements INTEGER, viewDocuments INTEGER, editDocuments INTEGER);
        INSERT INTO CODERRELATIONS VALUES (1,1,2,1,1,1,1);
        CREATE TABLE STATEMENTS(ID INTEGER PRIMARY KEY, StatementTypeId INTEGER, DocumentId INTEGER, Start INTEGER, Stop INTEGER, Coder INTEGER);
        INSERT INTO STATEMENTS VALUES (1,1,7,0,18,1),(2,1,7,35,68,2);
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("parley-test-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData("2.0", "permissions of coders, links between statements")]
    [InlineData("before 3.0", "links between statements")]
    [InlineData("3.0", "links between variables")]
    [InlineData("after 3.0", "")]
    public async Task Every_version_gives_the_same_positions_attributes_and_groups(string version, string alone)
    {
        var file = Path.Combine(_folder.FullName, "ferries.dna");
        Make(file, version switch { "2.0" => Second(), "before 3.0" => BeforeThird(), "3.0" => Third(), _ => AfterThird() });
        await using var dossier = await NewAsync();
        var outcome = await new DnaImport(dossier, "me").RunAsync(DnaFile.Read(file), default);
        (outcome.Reports, outcome.Statements, outcome.Positions, outcome.Issues).ShouldBe((1, 2, 2, 2));
        var view = await dossier.ViewAsync(default);
        (view.Report(1).Title, view.Report(1).Outlet, view.Report(1).Published).ShouldBe(("Ferries", "Harbour Post", "2026-03-02"));
        var cells = (await dossier.MatrixAsync(new(), null, default)).Cells;
        cells.Select(c => (c.Party.Name, c.Issue.Name, c.Now.Stance, c.Now.Evidence.Words, c.Now.Evidence.Speaker)).ShouldBe(
            [("Port Authority", "Ferries at night", Stance.For, "The ferry must run", "Ada Holm"), ("Sailors' Union", "Ferries at night", Stance.Against, "The union would not sail at night", null)], ignoreOrder: true);
        var night = view.Issues.Single(i => i.Label == "Ferries at night");
        view.Issues.Single(i => i.Number == night.Parent).Label.ShouldBe("Ferries");
        var notes = view.Judgements.Select(j => $"{j.Subject}: {j.Value}").ToList();
        notes.ShouldContain("Port Authority: Type: agency");
        notes.ShouldContain("dna-7: Author: R. Moe");
        notes.ShouldContain("dna-7: Coder: Anna");
        if (version == "after 3.0") new[] { "dna-7: Tag: harbour", "dna-7: Coding: complete", "Sailors' Union: Tag: labour" }.ShouldBeSubsetOf(notes);
        view.Corrections.Where(c => c.Note is not null).Select(c => c.Note).Distinct().ShouldBe(["strength: 4; remark: at length"]);
        var left = outcome.Left.Select(l => l.What).ToList();
        string[] always = ["settings", "search patterns", "permissions between coders", "values of the variable \"strength\"", "values of the variable \"remark\"", "values of \"person\" that no statement has"];
        left.ShouldBe([.. always, .. alone.Split(", ", StringSplitOptions.RemoveEmptyEntries)], ignoreOrder: true);
    }

    [Fact]
    public void Tables_that_are_not_known_are_named()
    {
        var file = Path.Combine(_folder.FullName, "ferries.dna");
        Make(file, Third() + "CREATE TABLE FOOTNOTES(ID INTEGER PRIMARY KEY); INSERT INTO FOOTNOTES VALUES (1),(2); CREATE TABLE EMPTY(ID INTEGER);");
        DnaFile.Read(file).Left.ShouldContain(l => l.What == "rows of the table FOOTNOTES" && l.Count == 2);
        DnaFile.Read(file).Left.ShouldNotContain(l => l.What.Contains("EMPTY", StringComparison.Ordinal));
    }

    private static string Second() => Common + Documents(1772409600000) + Variables() + Values("VariableId") + """
        CREATE TABLE CODERPERMISSIONS(ID INTEGER PRIMARY KEY, Coder INTEGER, Type TEXT, Permission INTEGER); INSERT INTO CODERPERMISSIONS VALUES (1,1,'addDocuments',1);
        CREATE TABLE STATEMENTLINKS(ID INTEGER PRIMARY KEY, SourceId INTEGER, TargetId INTEGER); INSERT INTO STATEMENTLINKS VALUES (1,1,2);
        CREATE TABLE ATTRIBUTES(ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT, Red INTEGER, Green INTEGER, Blue INTEGER, Type TEXT, Alias TEXT, Notes TEXT, ChildOf TEXT);
        INSERT INTO ATTRIBUTES VALUES (1,1,'Ada Holm',0,0,0,'','','',''),(2,2,'Port Authority',0,0,0,'agency','','',''),(3,2,'Sailors'' Union',0,0,0,'','','',''),
          (4,3,'Ferries at night',0,0,0,'','','','5'),(5,3,'Ferries',0,0,0,'','','',''),(6,1,'Nobody',0,0,0,'','','','');
        CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, StatementTypeId INTEGER, Value TEXT);
        INSERT INTO DATASHORTTEXT VALUES (1,1,1,1,'Ada Holm'),(2,1,2,1,'Port Authority'),(3,1,3,1,'Ferries at night'),(4,2,2,1,'Sailors'' Union'),(5,2,3,1,'Ferries at night');
        """;

    private static string BeforeThird() => Common + Documents(1772409600) + Variables() + Values("VariableId") + Entities("ATTRIBUTES") + """
        CREATE TABLE STATEMENTLINKS(ID INTEGER PRIMARY KEY, SourceId INTEGER, TargetId INTEGER); INSERT INTO STATEMENTLINKS VALUES (1,1,2);
        CREATE TABLE ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY, VariableId INTEGER, MetaVariable TEXT); INSERT INTO ATTRIBUTEVARIABLES VALUES (1,2,'Type');
        CREATE TABLE ATTRIBUTEMETADATA(ID INTEGER PRIMARY KEY, AttributeId INTEGER, MetaVariableId INTEGER, Value TEXT); INSERT INTO ATTRIBUTEMETADATA VALUES (1,2,1,'agency');
        CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Value INTEGER);
        INSERT INTO DATASHORTTEXT VALUES (1,1,1,1),(2,1,2,2),(3,1,3,4),(4,2,2,3),(5,2,3,4);
        """;

    private static string Third() => Common + Documents(1772409600) + Variables() + Values("VariableId") + Entities("ENTITIES") + Attributes() + """
        CREATE TABLE VARIABLELINKS(ID INTEGER PRIMARY KEY, SourceVariableId INTEGER, TargetVariableId INTEGER); INSERT INTO VARIABLELINKS VALUES (1,1,2);
        CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, VariableId INTEGER, Entity INTEGER);
        INSERT INTO DATASHORTTEXT VALUES (1,1,1,1),(2,1,2,2),(3,1,3,4),(4,2,2,3),(5,2,3,4);
        """;

    private static string AfterThird() => Common + Documents(1772409600, ", Complete INTEGER", ",1") + Values("RoleVariableLinkId") + Entities("ENTITIES") + Attributes() + """
        CREATE TABLE VARIABLES(ID INTEGER PRIMARY KEY, Variable TEXT, DataType TEXT);
        INSERT INTO VARIABLES VALUES (1,'person','short text'),(2,'organization','short text'),(3,'concept','short text'),(4,'agreement','boolean'),(5,'strength','integer'),(6,'remark','long text');
        CREATE TABLE ROLES(ID INTEGER PRIMARY KEY, RoleName TEXT, StatementTypeId INTEGER, Position INTEGER, NumMin INTEGER, NumMax INTEGER, NumDefault INTEGER, Red INTEGER, Green INTEGER, Blue INTEGER, DefaultVariableId INTEGER);
        INSERT INTO ROLES VALUES (11,'person',1,1,0,3,1,0,0,0,1),(12,'organization',1,2,0,3,1,0,0,0,2),(13,'concept',1,3,1,1,1,0,0,0,3),(14,'agreement',1,4,1,1,1,0,0,0,4),(15,'strength',1,5,0,1,1,0,0,0,5),(16,'remark',1,6,0,1,1,0,0,0,6);
        CREATE TABLE ROLEVARIABLELINKS(ID INTEGER PRIMARY KEY, RoleId INTEGER, VariableId INTEGER); INSERT INTO ROLEVARIABLELINKS VALUES (1,11,1),(2,12,2),(3,13,3),(4,14,4),(5,15,5),(6,16,6);
        CREATE TABLE DATASHORTTEXT(ID INTEGER PRIMARY KEY, StatementId INTEGER, RoleVariableLinkId INTEGER, Entity INTEGER);
        INSERT INTO DATASHORTTEXT VALUES (1,1,1,1),(2,1,2,2),(3,1,3,4),(4,2,2,3),(5,2,3,4);
        CREATE TABLE DOCUMENTTAGS(ID INTEGER PRIMARY KEY, Tag TEXT, DocumentId INTEGER); INSERT INTO DOCUMENTTAGS VALUES (1,'harbour',7);
        CREATE TABLE ENTITYTAGS(ID INTEGER PRIMARY KEY, Tag TEXT, EntityId INTEGER); INSERT INTO ENTITYTAGS VALUES (1,'labour',3);
        """;

    private static string Documents(long date, string column = "", string value = "") => $"""
        CREATE TABLE DOCUMENTS(ID INTEGER PRIMARY KEY, Title TEXT, Text TEXT, Coder INTEGER, Author TEXT, Source TEXT, Section TEXT, Notes TEXT, Type TEXT, Date INTEGER{column});
        INSERT INTO DOCUMENTS VALUES (7,'Ferries','{Text}',1,'R. Moe','Harbour Post','','','',{date}{value});
        """;

    private static string Variables() => """
        CREATE TABLE VARIABLES(ID INTEGER PRIMARY KEY, Variable TEXT, DataType TEXT, StatementTypeId INTEGER);
        INSERT INTO VARIABLES VALUES (1,'person','short text',1),(2,'organization','short text',1),(3,'concept','short text',1),(4,'agreement','boolean',1),(5,'strength','integer',1),(6,'remark','long text',1);
        """;

    private static string Values(string by) => string.Concat(Codings.Split(' ').Zip(["(1,1,4,1),(2,2,4,0)", "(1,1,5,4)", "(1,1,6,'at length')"]).Select(t =>
        $"CREATE TABLE {t.First}(ID INTEGER PRIMARY KEY, StatementId INTEGER, {by} INTEGER, Value); INSERT INTO {t.First} VALUES {t.Second};"));

    private static string Entities(string table) => $"""
        CREATE TABLE {table}(ID INTEGER PRIMARY KEY, VariableId INTEGER, Value TEXT, Red INTEGER, Green INTEGER, Blue INTEGER, ChildOf INTEGER);
        INSERT INTO {table} VALUES (1,1,'Ada Holm',0,0,0,NULL),(2,2,'Port Authority',0,0,0,NULL),(3,2,'Sailors'' Union',0,0,0,NULL),(4,3,'Ferries at night',0,0,0,5),(5,3,'Ferries',0,0,0,NULL),(6,1,'Nobody',0,0,0,NULL);
        """;

    private static string Attributes() => """
        CREATE TABLE ATTRIBUTEVARIABLES(ID INTEGER PRIMARY KEY, VariableId INTEGER, AttributeVariable TEXT); INSERT INTO ATTRIBUTEVARIABLES VALUES (1,2,'Type'),(2,2,'Notes');
        CREATE TABLE ATTRIBUTEVALUES(ID INTEGER PRIMARY KEY, EntityId INTEGER, AttributeVariableId INTEGER, AttributeValue TEXT); INSERT INTO ATTRIBUTEVALUES VALUES (1,2,1,'agency'),(2,2,2,'');
        """;

    private async Task<Dossier> NewAsync()
    {
        var path = Path.Combine(_folder.FullName, "new.parley");
        await SqliteDossiers.CreateAsync(path, "Ferries", TimeProvider.System, default);
        return await Dossier.OpenAsync(await SqliteDossiers.OpenAsync(path, default), TimeProvider.System, default);
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
