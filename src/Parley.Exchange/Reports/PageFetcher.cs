using System.Net;
using System.Net.Sockets;

namespace Parley.Exchange.Reports;

/// <summary>Fetches what a user asked for by URL, within limits of size, time and redirects.</summary>
public sealed class PageFetcher : IDisposable
{
    public const int DefaultMaxBytes = 20 * 1024 * 1024;
    private readonly HttpClient _client;
    private readonly int _maxBytes;

    /// <param name="allowPrivate">Whether loopback, private and link-local addresses may be fetched.</param>
    /// <param name="maxBytes">Largest answer taken.</param>
    public PageFetcher(bool allowPrivate, int maxBytes = DefaultMaxBytes)
        : this(allowPrivate ? _ => false : IsPrivate, maxBytes, useProxy: allowPrivate)
    {
    }

    internal PageFetcher(Func<IPAddress, bool> isRefused, int maxBytes, bool useProxy)
    {
        _maxBytes = maxBytes;
        _client = new(Handler(isRefused, useProxy)) { Timeout = TimeSpan.FromSeconds(30) };
    }

    /// <summary>The body of an answer and the URL it came from in the end.</summary>
    /// <exception cref="FormatException">The URL failed; the message says how.</exception>
    public async Task<(byte[] Body, string Url, string? MediaType)> FetchAsync(string url, CancellationToken cancellationToken = default)
    {
        if (!Uri.TryCreate(url, UriKind.Absolute, out var address) || address.Scheme is not ("http" or "https"))
            throw new FormatException("is not an http or https address");
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, address);
            request.Headers.UserAgent.ParseAdd("Parley/0.1");
            using var response = await _client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellationToken);
            if (!response.IsSuccessStatusCode) throw new FormatException($"answered {(int)response.StatusCode} {response.ReasonPhrase}");
            if (response.Content.Headers.ContentLength > _maxBytes) throw TooLarge();
            await using var stream = await response.Content.ReadAsStreamAsync(cancellationToken);
            var body = await ReportFile.ReadBoundedAsync(stream, _maxBytes, cancellationToken) ?? throw TooLarge();
            return (body, response.RequestMessage?.RequestUri?.ToString() ?? url, response.Content.Headers.ContentType?.MediaType);
        }
        catch (HttpRequestException e)
        {
            throw new FormatException($"could not be fetched: {e.InnerException?.Message ?? e.Message}", e);
        }
        catch (TaskCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new FormatException("did not answer within 30 seconds", e);
        }
    }

    public void Dispose() => _client.Dispose();

    private FormatException TooLarge() => new($"is larger than {_maxBytes / (1024 * 1024)} MB");

    // The address is judged where the connection is made, after every redirect and name look-up, so that none slips past.
    // A proxy would make the connection itself, to wherever it is told: it is used only where every address may be fetched.
    private static SocketsHttpHandler Handler(Func<IPAddress, bool> isRefused, bool useProxy) => new()
    {
        UseProxy = useProxy,
        MaxAutomaticRedirections = 5,
        AutomaticDecompression = DecompressionMethods.All,
        UseCookies = false,
        ConnectTimeout = TimeSpan.FromSeconds(10),
        ConnectCallback = async (context, cancellationToken) =>
        {
            var addresses = await Dns.GetHostAddressesAsync(context.DnsEndPoint.Host, cancellationToken);
            var open = Array.FindAll(addresses, a => !isRefused(a));
            if (open.Length == 0) throw new HttpRequestException($"{context.DnsEndPoint.Host} is a private address, which is not fetched");
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
            try
            {
                await socket.ConnectAsync(open, context.DnsEndPoint.Port, cancellationToken);
                return new NetworkStream(socket, ownsSocket: true);
            }
            catch
            {
                socket.Dispose();
                throw;
            }
        },
    };

    /// <summary>Whether an address is loopback, private, link-local, shared, multicast or unspecified.</summary>
    public static bool IsPrivate(IPAddress address)
    {
        ArgumentNullException.ThrowIfNull(address);
        if (address.IsIPv4MappedToIPv6) address = address.MapToIPv4();
        if (IPAddress.IsLoopback(address) || address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any)) return true;
        var bytes = address.GetAddressBytes();
        if (address.AddressFamily == AddressFamily.InterNetworkV6)
            return address.IsIPv6LinkLocal || address.IsIPv6SiteLocal || address.IsIPv6UniqueLocal || address.IsIPv6Multicast
                || Embedded(bytes) is { } inner && IsPrivate(inner);
        return bytes[0] is 0 or 10 or 127 or >= 224
            || bytes[0] == 100 && bytes[1] is >= 64 and < 128
            || bytes[0] == 169 && bytes[1] == 254
            || bytes[0] == 172 && bytes[1] is >= 16 and < 32
            || bytes[0] == 192 && (bytes[1] == 168 || bytes[1] == 0 && bytes[2] == 0)
            || bytes[0] == 198 && bytes[1] is 18 or 19;
    }

    // NAT64 (64:ff9b::/96) and 6to4 (2002::/16) carry an IPv4 address inside.
    private static IPAddress? Embedded(byte[] bytes) =>
        bytes is [0x00, 0x64, 0xFF, 0x9B, ..] ? new(bytes.AsSpan(12, 4)) : bytes is [0x20, 0x02, ..] ? new(bytes.AsSpan(2, 4)) : null;
}
