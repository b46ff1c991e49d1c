using System.Collections.Immutable;
using System.Text;
using Microsoft.AspNetCore.Http;
using Parley.Dossiers;
using Parley.Exchange.Reports;
using Parley.Reading;

namespace Parley.Workbench.Adding;

/// <summary>Something a browser or program sent to be added: a file, a pasted text, or the address of a page.</summary>
/// <param name="Name">As it is shown; a file's without its path.</param>
/// <param name="Bytes">Null for an address.</param>
internal sealed record Upload(string Name, byte[]? Bytes)
{
    private const int MostFiles = 500;
    private const int LongestName = 200;

    /// <summary>What a form holds: <c>files</c>, <c>text</c>, <c>url</c>.</summary>
    /// <exception cref="DossierException">It holds nothing, or too much.</exception>
    public static async Task<ImmutableArray<Upload>> OfAsync(IFormCollection form, CancellationToken cancellationToken)
    {
        if (form.Files.Count > MostFiles) throw new DossierException($"files: expected at most {MostFiles} at a time, found {form.Files.Count}");
        var found = ImmutableArray.CreateBuilder<Upload>();
        foreach (var file in form.Files)
        {
            if (file.Length == 0 && file.FileName.Length == 0) continue;
            await using var stream = file.OpenReadStream();
            using var bytes = new MemoryStream();
            await stream.CopyToAsync(bytes, cancellationToken);
            found.Add(new(Bare(file.FileName), bytes.ToArray()));
        }

        if (form["text"].ToString() is { } text && !string.IsNullOrWhiteSpace(text)) found.Add(new("pasted text", Encoding.UTF8.GetBytes(text)));
        foreach (var url in form["url"].ToString().Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)) found.Add(new(url, null));
        return found.Count > 0 ? found.DrainToImmutable() : throw new DossierException("nothing to add: expected files, a text or a URL");
    }

    /// <summary>A browser may send a path, and a program anything: what is shown is the last part, in printable characters.</summary>
    private static string Bare(string name)
    {
        var last = name[(name.LastIndexOfAny(['/', '\\']) + 1)..];
        var bare = string.Concat(last.Where(c => !char.IsControl(c))).Trim();
        return bare.Length is 0 ? "file" : bare.Length > LongestName ? bare[..LongestName] : bare;
    }
}

/// <summary>What was said of reports that do not say it themselves.</summary>
/// <param name="Title">Of a pasted text only.</param>
internal sealed record Given(string? Title, string? Outlet, PublicationDate? Published)
{
    /// <exception cref="DossierException">The day cannot be read.</exception>
    public static Given Of(IFormCollection form)
    {
        var day = form["published"].ToString().Trim();
        if (!PublicationDate.TryParse(day, out var published) && day.Length > 0) throw new DossierException($"published: expected a date like 2024-03-14, found \"{day}\"");
        return new(Text(form, "title"), Text(form, "outlet"), published);
    }

    private static string? Text(IFormCollection form, string name) => form[name].ToString().Trim() is { Length: > 0 } text ? text : null;
}
