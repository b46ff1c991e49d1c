using System.Text.RegularExpressions;

namespace Parley.Workbench.Tests;

public sealed partial class WeightTests(SampleSite sample)
{
    private const int Most = 150_000;

    [Fact]
    public async Task Script_and_style_of_the_first_page_weigh_little()
    {
        await using var site = await sample.OpenAsync();
        using var client = await site.EnterAsync();
        var links = Asset().Matches(await client.GetStringAsync("/")).Select(m => m.Value).Distinct().ToList();
        links.ShouldContain(l => l.Contains(".css", StringComparison.Ordinal));
        links.ShouldContain(l => l.Contains(".js", StringComparison.Ordinal));
        client.DefaultRequestHeaders.AcceptEncoding.ParseAdd("br, gzip");
        var bytes = 0;
        foreach (var link in links)
        {
            using var answer = await client.GetAsync(link);
            answer.Content.Headers.ContentEncoding.ShouldNotBeEmpty($"{link} is sent as it is");
            bytes += (await answer.Content.ReadAsByteArrayAsync()).Length;
        }

        bytes.ShouldBeInRange(1000, Most);
        TestContext.Current.SendDiagnosticMessage($"script and style of the first page: {bytes} bytes compressed");
    }

    [GeneratedRegex("/assets/[^\"]+[.](css|js)[^\"]*")]
    private static partial Regex Asset();
}
