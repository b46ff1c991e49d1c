using System.Text;
using Microsoft.AspNetCore.Http;
using Parley.Dossiers;
using Parley.Exchange.Answers;

namespace Parley.Workbench.Api;

/// <summary>An answer as a table to download.</summary>
internal static class SheetResult
{
    /// <exception cref="DossierException">The format is neither csv nor md.</exception>
    public static IResult Of(Sheet sheet, string format, string name)
    {
        var text = new StringWriter();
        switch (format)
        {
            case "csv": SheetWriter.WriteCsv(sheet, text); break;
            case "md": SheetWriter.WriteMarkdown(sheet, text); break;
            default: throw new DossierException($"format: expected json, csv or md, found \"{format}\"");
        }

        return Results.File(Encoding.UTF8.GetBytes(text.ToString()), format == "csv" ? "text/csv; charset=utf-8" : "text/markdown; charset=utf-8", $"{name}.{format}");
    }
}
