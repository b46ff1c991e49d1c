using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace Parley.Workbench.Safety;

/// <summary>Who is let in: keys that open once, and the sessions they opened. In memory, so that nothing outlives the program.</summary>
internal sealed class Sessions(string analyst)
{
    private readonly ConcurrentDictionary<string, bool> _keys = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, Session> _open = new(StringComparer.Ordinal);

    /// <summary>Lets calendar programs, which carry no cookie, read the calendar and nothing else.</summary>
    public string FeedKey { get; } = Secret();

    public string NewKey()
    {
        var key = Secret();
        _keys[key] = true;
        return key;
    }

    /// <summary>Uses a key up; null where it was used before or never given.</summary>
    public Session? Enter(string? key)
    {
        return key is not null && _keys.TryRemove(key, out _) ? Open() : null;
    }

    public Session Open()
    {
        var session = new Session(Secret()) { Analyst = analyst };
        return _open[session.Token] = session;
    }

    public void Close(Session session) => _open.TryRemove(session.Token, out _);

    public Session? Find(string? token) => token is null ? null : _open.GetValueOrDefault(token);

    /// <summary>256 bits, safe in a URL.</summary>
    private static string Secret() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
}

/// <summary>One browser that was let in.</summary>
internal sealed class Session(string token)
{
    public string Token { get; } = token;

    /// <summary>Name under which its corrections and judgements are kept.</summary>
    public required string Analyst { get; set; }

    /// <summary>Day of the last report at the visit before this one; null on the first.</summary>
    public DateOnly? LastVisit { get; set; }
}
