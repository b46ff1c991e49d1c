using Parley.Analysis.Networks;
using Parley.Exchange.Networks;

namespace Parley.Exchange.Tests.Networks;

public sealed class StatementFileTests
{
    [Fact]
    public void Columns_of_yes_and_no_are_boolean_and_of_whole_numbers_integer()
    {
        var table = Tables.Of("date;party;agreement;stance\n2026-01-01;A;yes;-2\n2026-01-02;B;no;1\n").Table(["party", "agreement", "stance"]);
        table.Variable("party").Type.ShouldBe(VariableType.Text);
        table.Variable("agreement").Type.ShouldBe(VariableType.Boolean);
        table.Variable("stance").Levels.ShouldBe(["-2", "1"]);
    }

    [Fact]
    public void A_column_of_numbers_can_be_kept_as_names() =>
        Tables.Of("date,bill\n2026-01-01,12\n2026-01-02,7\n").Table(["bill"], ["bill"]).Variable("bill").Levels.ShouldBe(["12", "7"]);

    [Fact]
    public void Properties_of_reports_come_from_the_second_file()
    {
        var file = Tables.Of("date,document_id,party\n2026-01-02,7,A\n", "id,date,source\n7,2026-01-02,Gazette\n8,2026-02-01,Herald\n");
        file.Table(["source"]).Variable("source").ValueOf(0).ShouldBe("Gazette");
        file.Last.ShouldBe(new DateTime(2026, 2, 1));
    }

    [Theory]
    [InlineData("party,issue\nA,x\n", "statements.csv:1: expected a column date")]
    [InlineData("date,party\n2026-01-01,A\n2026-13-01,B\n", "statements.csv:3: date is '2026-13-01', expected a date like")]
    [InlineData("date,party\n2026-01-01\n", "statements.csv:2: 1 fields, expected 2")]
    [InlineData("epoch,party\nsoon,B\n", "statements.csv:2: epoch is 'soon', expected whole seconds")]
    [InlineData("date,party,start\n2026-01-01,A,here\n", "statements.csv:2: start is 'here', expected a whole number")]
    [InlineData("date,agreement\n2026-01-01,1\n2026-01-01,\n", "statements.csv:3: agreement is empty, expected 0 or 1")]
    [InlineData("date,party,party\n2026-01-01,A,B\n", "statements.csv:1: two columns are named 'party'")]
    public void A_broken_file_is_told_by_line_and_by_what_was_expected(string csv, string problem) =>
        Should.Throw<StatementFileException>(() => Tables.Of(csv).Table(csv.Contains("agreement") ? ["agreement"] : [])).Message.ShouldStartWith(problem);

    [Fact]
    public void A_statement_whose_report_is_missing_is_told() =>
        Should.Throw<StatementFileException>(() => Tables.Of("date,document_id\n2026-01-01,9\n", "id,source\n1,X\n")).Message
            .ShouldBe("statements.csv:2: report '9' is not in reports.csv");

    [Fact]
    public void Json_reads_as_csv_does()
    {
        const string json = """{"statements": [{"date": "2026-01-01", "party": "A", "agreement": true}, {"date": "2026-01-02", "party": "B", "agreement": false}]}""";
        var table = new StatementFile(FieldTable.Read("s.json", new StringReader(json))).Table(["party", "agreement"]);
        table.Count.ShouldBe(2);
        table.Variable("agreement").Type.ShouldBe(VariableType.Boolean);
        Should.Throw<StatementFileException>(() => FieldTable.Read("s.json", new StringReader("[{\"date\": \n oops"))).Message.ShouldBe("s.json:2: not valid JSON here");
    }

    [Fact]
    public void The_shared_fixture_reads_whole()
    {
        var file = Tables.Fixture();
        file.Count.ShouldBe(900);
        file.Table(["stance"]).Variable("stance").Levels.ShouldBe(["-2", "-1", "0", "1", "2"]);
    }
}
