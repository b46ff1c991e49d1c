using System.Net;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;

namespace Parley.Cli.Tests;

/// <summary>What other programs get, checked by the rules of their formats, and what comes from an address.</summary>
public sealed class HandedOnTests(SampleDossier sample) : IClassFixture<SampleDossier>
{
    /// <summary>Event classes of PLOVER 2 and their quad classes (Halterman, Bagozzi, Beger, Schrodt and Scraborough 2023).</summary>
    private static readonly Dictionary<string, string> Quads = new(StringComparer.Ordinal)
    {
        ["AGREE"] = "verbal-cooperation", ["CONSULT"] = "verbal-cooperation", ["SUPPORT"] = "verbal-cooperation", ["CONCEDE"] = "verbal-cooperation",
        ["COOPERATE"] = "material-cooperation", ["AID"] = "material-cooperation", ["RETREAT"] = "material-cooperation",
        ["REQUEST"] = "verbal-conflict", ["ACCUSE"] = "verbal-conflict", ["REJECT"] = "verbal-conflict", ["THREATEN"] = "verbal-conflict",
        ["PROTEST"] = "material-conflict", ["SANCTION"] = "material-conflict", ["MOBILIZE"] = "material-conflict", ["COERCE"] = "material-conflict", ["ASSAULT"] = "material-conflict",
    };

    [Fact]
    public async Task A_calendar_keeps_the_rules_of_RFC_5545_and_reads_back_as_the_meetings_it_shows()
    {
        var written = (await Command.RunAsync("calendar", sample.File, "--format", "ics")).Output;
        written.Replace("\r\n", "", StringComparison.Ordinal).ShouldNotContain("\n", customMessage: "lines end with CR LF");
        written.Split("\r\n").ShouldAllBe(line => Encoding.UTF8.GetByteCount(line) <= 75);
        var lines = written.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        (lines[0], lines[^1]).ShouldBe(("BEGIN:VCALENDAR", "END:VCALENDAR"));
        lines.Count(l => l == "VERSION:2.0").ShouldBe(1);
        lines.Count(l => l.StartsWith("PRODID:", StringComparison.Ordinal)).ShouldBe(1);
        var events = lines.Count(l => l == "BEGIN:VEVENT");
        foreach (var required in new[] { "UID:", "DTSTAMP:", "DTSTART;VALUE=DATE:" }) lines.Count(l => l.StartsWith(required, StringComparison.Ordinal)).ShouldBe(events, customMessage: required);
        lines.Where(l => l.StartsWith("UID:", StringComparison.Ordinal)).ShouldBeUnique();

        var read = Ical.Net.Calendar.Load(written)!;
        var calendar = await sample.Dossier.CalendarAsync(new(), default);
        var days = calendar.Meetings.Select(m => m.Date).Concat(calendar.Deadlines.Select(d => d.Date)).Where(d => d is { Length: 10 }).Order(StringComparer.Ordinal).ToList();
        days.Count.ShouldBeGreaterThan(3);
        read.Events.Select(e => e.Start!.Date.ToString("yyyy-MM-dd", null)).Order(StringComparer.Ordinal).ShouldBe(days);
        read.Events.ShouldAllBe(e => e.Description!.Contains('"'));
    }

    [Fact]
    public async Task Every_event_has_a_class_of_PLOVER_with_its_quad_and_lies_where_it_says()
    {
        var file = Path.ChangeExtension(sample.File, ".events.jsonl");
        (await Command.RunAsync("export", sample.File, "--format", "events", "--output", file)).ExitCode.ShouldBe(0);
        var lines = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
        var view = await sample.Dossier.ViewAsync(default);
        lines.Length.ShouldBe(view.Reports.Sum(r => view.Counts(r.Number).Positions));
        var ids = new HashSet<string>(StringComparer.Ordinal);
        var reports = view.Reports.ToDictionary(r => r.Id);
        foreach (var line in lines)
        {
            using var json = JsonDocument.Parse(line);
            var e = json.RootElement;
            ids.Add(e.GetProperty("event_id").GetString()!).ShouldBeTrue();
            if (e.GetProperty("event_type").GetString() is { } type) e.GetProperty("quad").GetString().ShouldBe(Quads[type]);
            else e.GetProperty("quad").ValueKind.ShouldBe(JsonValueKind.Null);
            if (e.GetProperty("event_date").GetString() is { } day) DateOnly.TryParseExact(day, "yyyy-MM-dd", out _).ShouldBeTrue(day);
            if (e.GetProperty("cameo").GetString() is { } cameo) (cameo.Length is 2 or 3 && int.TryParse(cameo[..2], out var root) && root is >= 1 and <= 20).ShouldBeTrue(cameo);
            var span = e.GetProperty("span");
            var text = await sample.Dossier.TextAsync(reports[e.GetProperty("report").GetString()!].Number, default);
            text.Slice(new(span[0].GetInt32(), span[1].GetInt32())).ShouldBe(e.GetProperty("text").GetString());
        }
    }

    [Fact]
    public async Task A_feed_is_added_from_its_address_and_added_again_adds_nothing()
    {
        const string feed = """
            <?xml version="1.0"?><rss version="2.0"><channel><title>Halden Courier</title><link>https://courier.example/</link><description>News</description>
            <item><title>Levy</title><link>https://courier.example/1</link><pubDate>Mon, 02 Mar 2026 10:00:00 GMT</pubDate><description>Estava will not pay the levy, its foreign minister, Ona Brill, said on Monday.</description></item>
            <item><title>Talks</title><link>https://courier.example/2</link><pubDate>Tue, 03 Mar 2026 10:00:00 GMT</pubDate><description>Norland demanded on Tuesday that Estava open the strait.</description></item>
            </channel></rss>
            """;
        using var server = new HttpListener();
        var address = $"http://127.0.0.1:{FreePort()}/";
        server.Prefixes.Add(address);
        server.Start();
        var serving = ServeAsync(server, feed);
        var folder = Directory.CreateTempSubdirectory("parley-feed-");
        try
        {
            var file = Path.Combine(folder.FullName, "talks.parley");
            (await Command.RunAsync("init", file)).ExitCode.ShouldBe(0);
            var added = await Command.RunAsync("add", file, address + "feed.xml");
            (added.ExitCode, added.Output.Trim()).ShouldBe((0, "2 reports added"), added.Error);
            (await Command.RunAsync("add", file, address + "feed.xml")).Output.Trim().ShouldBe("0 reports added; 2 there already");
            (await Command.RunAsync("statements", file, "--format", "csv")).Output.ShouldContain("Halden Courier");
            var missing = await Command.RunAsync("add", file, address + "gone.xml");
            missing.ExitCode.ShouldBe(2);
            missing.Error.ShouldContain("404");
        }
        finally
        {
            server.Stop();
            await serving;
            folder.Delete(recursive: true);
        }
    }

    private static async Task ServeAsync(HttpListener server, string feed)
    {
        while (true)
        {
            HttpListenerContext context;
            try
            {
                context = await server.GetContextAsync();
            }
            catch (Exception e) when (e is HttpListenerException or ObjectDisposedException)
            {
                return;
            }

            if (context.Request.Url!.AbsolutePath == "/feed.xml")
            {
                context.Response.ContentType = "application/rss+xml; charset=utf-8";
                await context.Response.OutputStream.WriteAsync(Encoding.UTF8.GetBytes(feed));
            }
            else
            {
                context.Response.StatusCode = 404;
            }

            context.Response.Close();
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
