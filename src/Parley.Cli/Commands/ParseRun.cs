using System.Text;
using Parley.Cli.Output;
using Parley.Exchange.Conllu;
using Parley.Exchange.Reports;
using Parley.Language;

namespace Parley.Cli.Commands;

/// <summary>One run of <c>parley parse</c>.</summary>
internal sealed record ParseRun(string[] Inputs, FileInfo? Gold, FileInfo? Output)
{
    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var problems = new Problems(Console.Error);
        StreamWriter? file = null;
        try
        {
            if (Output is not null) file = new StreamWriter(Output.FullName, append: false, new UTF8Encoding(false));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            problems.Tell(Output!.ToString(), $"cannot be written: {e.Message}");
            return ExitCode.BadInput;
        }

        await using (file)
        {
            var writer = file ?? Terminal.Output;
            try
            {
                var language = EnglishLanguage.Load();
                var written = Gold is null ? await ParseTextAsync(language, writer, problems, cancellationToken) : ParseTokens(language, writer, problems, cancellationToken);
                await writer.FlushAsync(cancellationToken);
                return problems.Count == 0 ? ExitCode.Done : written ? ExitCode.Partly : ExitCode.BadInput;
            }
            catch (OperationCanceledException)
            {
                return ExitCode.Cancelled;
            }
        }
    }

    private async Task<bool> ParseTextAsync(EnglishLanguage language, TextWriter writer, Problems problems, CancellationToken cancellationToken)
    {
        using var fetcher = new PageFetcher(allowPrivate: true);
        var written = false;
        await foreach (var input in new ReportSources(fetcher, Console.OpenStandardInput, null).ReadAsync(Inputs, cancellationToken))
        {
            if (input.Report is not { } report)
            {
                problems.Tell(input.Where, input.Problem ?? "holds no report");
                continue;
            }

            foreach (var sentence in DocumentConllu.Sentences(language.Analyze(report.Text, cancellationToken), report.Id)) ConlluWriter.Write(writer, sentence);
            written = true;
        }

        return written;
    }

    private bool ParseTokens(EnglishLanguage language, TextWriter writer, Problems problems, CancellationToken cancellationToken)
    {
        var written = false;
        try
        {
            using var reader = new StreamReader(Gold!.FullName);
            foreach (var sentence in ConlluReader.Read(reader))
            {
                cancellationToken.ThrowIfCancellationRequested();
                ConlluWriter.Write(writer, Annotated(language, sentence));
                written = true;
            }
        }
        catch (Exception e) when (e is FormatException or IOException or UnauthorizedAccessException)
        {
            problems.Tell(Gold!.ToString(), e.Message);
        }

        return written;
    }

    /// <summary>The sentence with new lemmas, tags and tree. Features, enhanced dependencies and empty nodes are left out: Parley makes none.</summary>
    private static ConlluSentence Annotated(EnglishLanguage language, ConlluSentence sentence)
    {
        Token[] tokens = [.. sentence.Words.Select(word => new Token(default, word.Form, word.Form, Upos.X, "", -1, "root"))];
        language.Annotate(tokens, 0);
        return sentence with
        {
            Words = [.. sentence.Words.Zip(tokens, (word, token) => word with
            {
                Lemma = token.Lemma,
                Upos = token.Upos.ToString(),
                Xpos = token.Xpos,
                Features = "_",
                Head = token.Head + 1,
                Relation = token.Relation,
                Dependencies = "_",
            })],
            Asides = [.. sentence.Asides.Where(aside => aside.IsRange)],
        };
    }
}
