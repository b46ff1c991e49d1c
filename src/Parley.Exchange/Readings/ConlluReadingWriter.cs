using Parley.Exchange.Conllu;

namespace Parley.Exchange.Readings;

/// <summary>The tokens, tags and trees that readings rest on, as CoNLL-U.</summary>
public sealed class ConlluReadingWriter(TextWriter output) : IReadingWriter
{
    /// <exception cref="ArgumentException">The account does not hold its document.</exception>
    public void Write(Account account)
    {
        ArgumentNullException.ThrowIfNull(account);
        var document = account.Document ?? throw new ArgumentException("CoNLL-U needs the analysed text", nameof(account));
        foreach (var sentence in DocumentConllu.Sentences(document, account.Report.Id)) ConlluWriter.Write(output, sentence);
        output.Flush();
    }

    public void Complete() => output.Flush();
}
