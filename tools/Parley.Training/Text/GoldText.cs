using System.Text;
using Parley.Language;

namespace Parley.Training.Text;

/// <summary>A treebank's word with its place in the raw text.</summary>
internal sealed record GoldWord(Span Span, string Form, string Lemma, Upos Upos, string Xpos);

/// <summary>The raw text of a treebank document with its sentences and words; blank lines stand between its paragraphs.</summary>
internal sealed record GoldText(string Text, IReadOnlyList<Span> Sentences, IReadOnlyList<GoldWord> Words)
{
    /// <summary>The documents of a CoNLL-U file.</summary>
    public static IEnumerable<GoldText> Read(string path)
    {
        var reader = new Reader();
        foreach (var line in File.ReadLines(path))
            if (reader.Add(line) is { } text) yield return text;
        if (reader.End() is { } last) yield return last;
    }

    private sealed class Reader
    {
        private StringBuilder _text = new();
        private List<Span> _sentences = [];
        private List<GoldWord> _words = [];
        private int _length; // of the text, in code points
        private int _sentenceStart = -1;
        private int _wordsInRange; // words left of a multiword token
        private int _rangeEnd;
        private bool _spaceOwed;
        private bool _paragraphOwed;

        public GoldText? Add(string line)
        {
            if (line.Length == 0)
            {
                EndSentence();
                return null;
            }

            if (line.StartsWith("# newdoc", StringComparison.Ordinal)) return End();
            if (line.StartsWith("# newpar", StringComparison.Ordinal)) _paragraphOwed = true;
            if (line[0] == '#') return null;
            var fields = line.Split('\t');
            var spaceAfter = !fields[9].Split('|').Contains("SpaceAfter=No");
            if (fields[0].Contains('.')) return null;
            if (fields[0].Split('-') is [var from, var to])
            {
                Append(fields[1]);
                _wordsInRange = int.Parse(to) - int.Parse(from) + 1;
                _rangeEnd = _length;
                _length -= fields[1].EnumerateRunes().Count();
                _spaceOwed = spaceAfter;
                return null;
            }

            var start = _length;
            if (_wordsInRange > 0)
            {
                _length = --_wordsInRange == 0 ? _rangeEnd : Math.Min(_rangeEnd, _length + fields[1].EnumerateRunes().Count());
            }
            else
            {
                Append(fields[1]);
                start = _length - fields[1].EnumerateRunes().Count();
                _spaceOwed = spaceAfter;
            }

            _words.Add(new(new(start, _length), fields[1], fields[2], Enum.Parse<Upos>(fields[3]), fields[4]));
            return null;
        }

        public GoldText? End()
        {
            EndSentence();
            var done = _words.Count == 0 ? null : new GoldText(_text.ToString(), _sentences, _words);
            (_text, _sentences, _words) = (new(), [], []);
            (_length, _spaceOwed, _paragraphOwed) = (0, false, false);
            return done;
        }

        private void Append(string form)
        {
            var gap = _length == 0 ? "" : _paragraphOwed ? "\n\n" : _spaceOwed ? " " : "";
            _text.Append(gap).Append(form);
            _length += gap.Length;
            if (_sentenceStart < 0) _sentenceStart = _length;
            _length += form.EnumerateRunes().Count();
            _paragraphOwed = false;
        }

        private void EndSentence()
        {
            if (_sentenceStart >= 0) _sentences.Add(new(_sentenceStart, _words[^1].Span.End));
            _sentenceStart = -1;
        }
    }
}
