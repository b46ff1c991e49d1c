namespace Parley.Workbench;

/// <summary>How a workbench is opened.</summary>
public sealed record WorkbenchOptions
{
    /// <summary>Name under which an analyst who enters by a link corrects and judges, until they give another.</summary>
    public string Analyst { get; init; } = "analyst";

    /// <summary>Port on the loopback address; 0 for any that is free.</summary>
    public int Port { get; init; }

    /// <summary>Whether reports may be fetched from loopback, private and link-local addresses.</summary>
    public bool AllowPrivateAddresses { get; init; }

    /// <summary>Lets programs use the API with <c>Authorization: Bearer TOKEN</c>; null closes it to them.</summary>
    public string? ApiToken { get; init; }

    /// <summary>Whether every kind of page is asked for once after the start, so that nobody waits for the first of them.</summary>
    public bool WarmUp { get; init; }

    /// <summary>Takes a line for every request: method, path, status, milliseconds. Never a query or a body.</summary>
    public Action<string>? AccessLog { get; init; }
}
