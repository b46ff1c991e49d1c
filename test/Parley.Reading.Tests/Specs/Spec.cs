using System.Text;

namespace Parley.Reading.Tests.Specs;

/// <summary>One case of a specification: a short report and what must be found in its reading.</summary>
internal sealed record Spec(string File, int Line, string Title, bool NotYet, string? Published, string Text, IReadOnlyList<Expectation> Expectations)
{
    private const string NotYetMark = "(not yet)";

    /// <summary>Reads the cases of a file: a heading, perhaps "Published 2024-03-14.", a block quote, a list of expectations.</summary>
    public static IEnumerable<Spec> ReadAll(string file)
    {
        var lines = System.IO.File.ReadAllLines(file);
        var name = Path.GetFileName(file);
        for (var i = 0; i < lines.Length; i++)
        {
            if (!lines[i].StartsWith("## ", StringComparison.Ordinal)) continue;
            var (start, title) = (i, lines[i][3..].Trim());
            string? published = null;
            var text = new StringBuilder();
            var expectations = new List<Expectation>();
            while (i + 1 < lines.Length && !lines[i + 1].StartsWith('#'))
            {
                var line = lines[++i];
                if (line.StartsWith("Published ", StringComparison.Ordinal)) published = line["Published ".Length..].Trim(' ', '.');
                else if (line.StartsWith('>')) text.Append(text.Length > 0 ? "\n" : "").Append(line[1..].TrimStart(' '));
                else if (line.StartsWith("- ", StringComparison.Ordinal)) expectations.Add(Expectation.Parse(line[2..], $"{name}:{i + 1}"));
            }

            if (text.Length == 0 && expectations.Count == 0) continue;
            if (text.Length == 0 || expectations.Count == 0) throw new FormatException($"{name}:{start + 1}: a case needs a quoted text and a list of expectations");
            var notYet = title.EndsWith(NotYetMark, StringComparison.Ordinal);
            yield return new(name, start + 1, title, notYet, published, text.ToString(), expectations);
        }
    }
}
