namespace Parley.Workbench.Tests;

public sealed class SlowStoreTests(SampleSite sample)
{
    [Fact]
    public async Task Every_page_waits_for_a_slow_dossier()
    {
        await using var site = await sample.OpenAsync(slow: true);
        using var client = await site.EnterAsync();
        List<string> faults = [];
        foreach (var path in ScreenshotTests.Pages().Select(row => row.Data))
        {
            var answer = await client.GetAsync(path);
            if (!answer.IsSuccessStatusCode) faults.Add($"{path}: {(int)answer.StatusCode}");
        }

        faults.ShouldBeEmpty();
    }
}
