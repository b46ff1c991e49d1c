using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Parley.Dossiers;
using Parley.Dossiers.Answers;
using Parley.Dossiers.Corrections;
using Parley.Reading;

namespace Parley.Workbench.Asking;

/// <summary>What the address asks: <c>as-of</c>, <c>since</c>, <c>party</c>, <c>issue</c>, <c>speaker</c>, <c>outlet</c>, <c>act</c>, <c>mode</c>, <c>q</c>, <c>offset</c>, <c>limit</c>. The same names in pages and API.</summary>
internal sealed class Ask(IHttpContextAccessor http)
{
    private const int MostRows = 1000;

    private IQueryCollection Query => http.HttpContext!.Request.Query;

    public string Path => http.HttpContext!.Request.Path;

    public DateOnly? AsOf => Day("as-of");

    public DateOnly? Since => Day("since");

    public string? Words => Text("q");

    /// <exception cref="DossierException">A value does not fit its name.</exception>
    public Question Question(int limit = 100) => new()
    {
        AsOf = AsOf,
        Since = Since,
        Parties = All("party"),
        Issues = All("issue"),
        Speakers = All("speaker"),
        Outlets = All("outlet"),
        Acts = Enums<Act>("act"),
        Modes = Enums<StatementMode>("mode"),
        Words = Words,
        Copies = Text("copies") == "true",
        Offset = Math.Max(0, Number("offset") ?? 0),
        Limit = Math.Clamp(Number("limit") ?? limit, 1, MostRows),
    };

    public string? Text(string name) => Query[name].ToString() is { Length: > 0 } text ? text : null;

    public ImmutableArray<string> All(string name) => [.. Query[name].OfType<string>().Where(v => v.Length > 0)];

    public int? Number(string name) => Text(name) is not { } text ? null
        : int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var n) ? n : throw new DossierException($"{name}: expected a number, found \"{text}\"");

    public DateOnly? Day(string name) => Text(name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day
        : throw new DossierException($"{name}: expected a date like 2024-03-14, found \"{text}\"");

    /// <summary>What network is asked for: <c>kind</c>, <c>threshold</c> in percent of the strongest tie, and <c>most</c> parties.</summary>
    public (TieView Kind, int Threshold, int Most) Network() => (
        Text("kind") is { } kind ? FieldText.TryEnum<TieView>(kind, out var view) ? view : throw new DossierException($"kind: expected both, agreement or conflict, found \"{kind}\"") : TieView.Both,
        Math.Clamp(Number("threshold") ?? 10, 0, 100), Math.Clamp(Number("most") ?? 25, 2, PartyNetwork.MostParties));

    /// <summary>The two parties of a tie, by <c>from</c> and <c>to</c>.</summary>
    public (Named From, Named To) Parties(DossierView view)
    {
        var (from, to) = (Party("from"), Party("to"));
        return from == to ? throw new DossierException("from and to: expected two parties") : (from, to);
        Named Party(string name) =>
            Number(name) is { } number && view.FindActor(number) is { } actor ? new(actor.Number, actor.Name) : throw new DossierException($"{name}: expected the number of a party");
    }

    /// <summary>A link to another page that keeps the day as of which the dossier is looked at.</summary>
    public string Link(string path, params ReadOnlySpan<(string Name, string? Value)> query)
    {
        var pairs = new List<KeyValuePair<string, StringValues>>();
        if (Text("as-of") is { } asOf) pairs.Add(new("as-of", asOf));
        foreach (var (name, value) in query)
            if (!string.IsNullOrEmpty(value)) pairs.Add(new(name, value));
        return path + QueryString.Create(pairs);
    }

    /// <summary>This page with some values changed; null takes one away.</summary>
    public string Here(params ReadOnlySpan<(string Name, string? Value)> changes)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (name, _) in changes) names.Add(name);
        var pairs = Query.Where(q => !names.Contains(q.Key)).ToList();
        foreach (var (name, value) in changes)
            if (!string.IsNullOrEmpty(value)) pairs.Add(new(name, value));
        return Path + QueryString.Create(pairs);
    }

    /// <summary>What the address holds besides the names given: for the hidden fields of a form.</summary>
    public IEnumerable<(string Name, string Value)> Others(params string[] names) =>
        Query.Where(q => !names.Contains(q.Key)).SelectMany(q => q.Value.OfType<string>().Select(v => (q.Key, v)));

    private ImmutableArray<T> Enums<T>(string name) where T : struct, Enum =>
        [.. All(name).Select(v => FieldText.TryEnum<T>(v, out var value) ? value : throw new DossierException($"{name}: expected one of {string.Join(", ", Enum.GetValues<T>().Select(FieldText.Of))}, found \"{v}\""))];
}
