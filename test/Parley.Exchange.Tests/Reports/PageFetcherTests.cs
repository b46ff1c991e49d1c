using System.Net;
using System.Net.Sockets;
using System.Text;
using Parley.Exchange.Reports;

namespace Parley.Exchange.Tests.Reports;

[Collection(nameof(PageFetcherTests))]
public sealed class PageFetcherTests
{
    [Theory]
    [InlineData("127.0.0.1")]
    [InlineData("10.1.2.3")]
    [InlineData("172.20.0.1")]
    [InlineData("192.168.1.1")]
    [InlineData("169.254.169.254")]
    [InlineData("100.64.0.1")]
    [InlineData("0.0.0.0")]
    [InlineData("::1")]
    [InlineData("::")]
    [InlineData("fe80::1")]
    [InlineData("fd00::1")]
    [InlineData("::ffff:10.0.0.1")]
    [InlineData("64:ff9b::7f00:1")]
    [InlineData("2002:7f00:1::")]
    public void Private_addresses_are_known_in_every_dress(string address) => PageFetcher.IsPrivate(IPAddress.Parse(address)).ShouldBeTrue();

    [Theory]
    [InlineData("93.184.216.34")]
    [InlineData("2606:2800:220:1::")]
    public void Public_addresses_are_not_taken_for_private(string address) => PageFetcher.IsPrivate(IPAddress.Parse(address)).ShouldBeFalse();

    [Theory]
    [InlineData("http://127.0.0.1:1/")]
    [InlineData("http://localhost:1/")]
    [InlineData("http://[::1]:1/")]
    [InlineData("http://2130706433:1/")]
    public async Task A_private_address_is_not_fetched_unless_allowed(string url)
    {
        using var fetcher = new PageFetcher(allowPrivate: false);
        var error = await Should.ThrowAsync<FormatException>(() => fetcher.FetchAsync(url, TestContext.Current.CancellationToken));
        error.Message.ShouldContain("is a private address");
    }

    [Theory]
    [InlineData("file:///etc/passwd")]
    [InlineData("ftp://example.org/x")]
    [InlineData("not a url")]
    public async Task Only_http_and_https_are_fetched(string url)
    {
        using var fetcher = new PageFetcher(allowPrivate: true);
        var error = await Should.ThrowAsync<FormatException>(() => fetcher.FetchAsync(url, TestContext.Current.CancellationToken));
        error.Message.ShouldBe("is not an http or https address");
    }

    [Fact]
    public async Task A_redirect_to_a_refused_address_is_not_followed()
    {
        using var server = new TcpListener(IPAddress.Loopback, 0);
        server.Start();
        var port = ((IPEndPoint)server.LocalEndpoint).Port;
        var answering = AnswerAsync(server, $"HTTP/1.1 302 Found\r\nLocation: http://127.0.0.2:{port}/secret\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
        using var fetcher = new PageFetcher(address => address.Equals(IPAddress.Parse("127.0.0.2")), PageFetcher.DefaultMaxBytes, useProxy: false);
        var error = await Should.ThrowAsync<FormatException>(() => fetcher.FetchAsync($"http://127.0.0.1:{port}/", TestContext.Current.CancellationToken));
        error.Message.ShouldContain("127.0.0.2 is a private address");
        (await answering).ShouldStartWith("GET / HTTP/1.1");
    }

    [Theory]
    [InlineData("http://169.254.169.254/latest/")]
    [InlineData("http://reports.invalid/")]
    public async Task A_proxy_is_asked_only_where_every_address_may_be_fetched(string url)
    {
        using var proxy = new TcpListener(IPAddress.Loopback, 0);
        proxy.Start();
        var usual = HttpClient.DefaultProxy;
        HttpClient.DefaultProxy = new WebProxy($"http://127.0.0.1:{((IPEndPoint)proxy.LocalEndpoint).Port}");
        try
        {
            // It would fetch what this computer alone can reach, and no look-up of ours would see where it goes.
            using var careful = new PageFetcher(allowPrivate: false);
            var error = await Should.ThrowAsync<FormatException>(() => careful.FetchAsync(url, TestContext.Current.CancellationToken));
            error.Message.ShouldNotContain("127.0.0.1", Case.Sensitive, "it went for the proxy, which was refused only because it is on this computer");
            proxy.Pending().ShouldBeFalse("the proxy was asked");

            using var allowed = new PageFetcher(allowPrivate: true);
            var answering = AnswerAsync(proxy, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\nContent-Length: 5\r\nConnection: close\r\n\r\nwords");
            var (body, _, _) = await allowed.FetchAsync(url, TestContext.Current.CancellationToken);
            Encoding.ASCII.GetString(body).ShouldBe("words");
            (await answering).ShouldStartWith($"GET {url} HTTP/1.1");
        }
        finally
        {
            HttpClient.DefaultProxy = usual;
        }
    }

    private static async Task<string> AnswerAsync(TcpListener server, string answer)
    {
        using var caller = await server.AcceptTcpClientAsync(TestContext.Current.CancellationToken);
        await using var stream = caller.GetStream();
        var asked = new byte[4096];
        var read = await stream.ReadAsync(asked, TestContext.Current.CancellationToken);
        await stream.WriteAsync(Encoding.ASCII.GetBytes(answer), TestContext.Current.CancellationToken);
        return Encoding.ASCII.GetString(asked, 0, read);
    }
}

/// <summary>The usual proxy is one for the whole process: nothing else runs while a test sets it.</summary>
[CollectionDefinition(nameof(PageFetcherTests), DisableParallelization = true)]
public sealed class PageFetcherCollection;
