using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Parley.Dossiers;
using Parley.Dossiers.Corrections;
using Parley.Dossiers.Entries;
using Parley.Dossiers.Judgements;
using Parley.Language;
using Parley.Reading;

namespace Parley.Exchange.Coding;

/// <summary>
/// Enters a Discourse Network Analyzer coding into a dossier. Documents become reports; a statement becomes a statement and, where it has a concept,
/// a position, both entered in the name of its coder. Variables without a place stand in the note of the entry; nothing goes without being listed.
/// </summary>
/// <param name="dossier">Takes the coding.</param>
/// <param name="fallback">Who vouches for statements whose coder is not known.</param>
public sealed class DnaImport(Dossier dossier, string fallback)
{
    private readonly Dictionary<string, int> _left = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _where = new(StringComparer.Ordinal);
    private int _notes;

    public async Task<DnaOutcome> RunAsync(DnaCoding coding, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(coding);
        foreach (var left in coding.Left) Leave(left.What, left.Where, left.Count);
        var issues = await AddIssuesAsync(coding.Entities, cancellationToken);
        var reports = new Dictionary<long, (int Number, SourceText Text)>();
        foreach (var document in coding.Documents)
            if (await AddReportAsync(document, cancellationToken) is { } report) reports[document.Id] = report;
        var (statements, positions) = (0, 0);
        var entries = new Dictionary<int, List<NewEntry>>();
        foreach (var statement in coding.Statements)
        {
            if (!reports.TryGetValue(statement.Document, out var report)) Leave("statements of documents that were not imported", "not kept");
            else if (SpanOf(statement, report.Text) is not { } span) Leave("statements that lie outside of their document", "not kept");
            else
            {
                if (!entries.TryGetValue(report.Number, out var of)) entries[report.Number] = of = [];
                var before = of.Count;
                of.AddRange(EntriesOf(statement, span));
                statements++;
                positions += of.Count - before - 1;
            }
        }

        foreach (var (report, added) in entries) await dossier.AddEntriesAsync(report, added, cancellationToken);
        await AddAttributesAsync(coding, cancellationToken);
        return new(reports.Count, statements, positions, issues, _notes, [.. _left.Select(l => new LeftOut(l.Key, l.Value, _where[l.Key]))]);
    }

    /// <summary>Concepts, each under the one it is grouped under.</summary>
    private async Task<int> AddIssuesAsync(ImmutableArray<DnaEntity> entities, CancellationToken cancellationToken)
    {
        var concepts = entities.Where(e => RoleOf(e.Variable) == Role.Issue && e.Value.Trim().Length > 0).DistinctBy(e => e.Value.Trim(), StringComparer.OrdinalIgnoreCase).ToList();
        var numbers = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        foreach (var concept in concepts)
        {
            try
            {
                numbers[concept.Value.Trim()] = (await dossier.AddIssueAsync(concept.Value.Trim(), Fields.None, new(fallback), cancellationToken)).Subject.Number;
            }
            catch (DossierException)
            {
                Leave("concepts that differ from another in case or signs alone", "one issue");
            }
        }

        foreach (var concept in concepts.Where(c => c.ChildOf.Length > 0))
        {
            if (numbers.TryGetValue(concept.Value.Trim(), out var number) && numbers.TryGetValue(concept.ChildOf.Trim(), out var parent))
                await dossier.RenameAsync(SubjectKind.Issue, number, new() { { "parent", parent.ToString(CultureInfo.InvariantCulture) } }, new(fallback), cancellationToken);
            else Leave("concepts under one that is not there", "kept without it");
        }

        return numbers.Count;
    }

    private async Task<(int, SourceText)?> AddReportAsync(DnaDocument document, CancellationToken cancellationToken)
    {
        if (document.Text.Trim().Length == 0)
        {
            Leave("documents without text", "not kept");
            return null;
        }

        var text = new SourceText(document.Text);
        PublicationDate.TryParse(document.Day, out var published);
        if (published is null) Leave("dates of documents that are none", "not kept");
        var report = new Report($"dna-{document.Id}", text) { Title = Known(document.Title), Outlet = Known(document.Source), Published = published };
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Text)));
        var reading = new ReportReading(
            new("coded by hand", "dna", []), new(report.Id, hash, text.Length, report.Title, report.Outlet, null, null, published?.Iso, null));
        var addition = await dossier.AddAsync(report, reading, cancellationToken);
        if (!addition.Added) Leave("documents with the text and source of another", "their statements stand with the first");
        foreach (var detail in document.Details) await NoteAsync(report.Id, detail, "detail of the document", cancellationToken);
        return (addition.Report, text);
    }

    private IEnumerable<NewEntry> EntriesOf(DnaStatement statement, Span span)
    {
        string? speaker = null, party = null, issue = null, stance = null;
        var notes = new List<string>();
        foreach (var value in statement.Values.Where(v => v.Value.Trim().Length > 0))
        {
            var text = value.Value.Trim();
            switch (RoleOf(value.Variable))
            {
                case Role.Speaker when value.DataType == "short text" && speaker is null: speaker = text; break;
                case Role.Party when value.DataType == "short text" && party is null: party = text; break;
                case Role.Issue when value.DataType == "short text" && issue is null: issue = text; break;
                case Role.Stance when StanceOf(value) is { } known && stance is null: stance = known; break;
                default:
                    notes.Add($"{value.Variable}: {text}");
                    Leave($"values of the variable \"{value.Variable}\"", "in the notes of their entries");
                    break;
            }
        }

        if (stance is not null && issue is null) notes.Add($"agreement: {stance}");
        if (statement.Type != "DNA Statement" && statement.Type.Length > 0) notes.Insert(0, statement.Type);
        if (statement.Coder.Length == 0) Leave("statements whose coder is not known", $"entered in the name of {fallback}");
        var author = new Author(statement.Coder.Length > 0 ? statement.Coder : fallback, notes.Count > 0 ? string.Join("; ", notes) : null);
        yield return new(EntryKind.Statement, span, Given(("speaker", speaker), ("party", party)), author);
        if (issue is null) yield break;
        var act = stance == "against" ? "refuse" : "endorse";
        yield return new(EntryKind.Position, span, Given(("party", party ?? speaker), ("speaker", speaker), ("issue", issue), ("stance", stance), ("act", act)), author);
    }

    private async Task AddAttributesAsync(DnaCoding coding, CancellationToken cancellationToken)
    {
        foreach (var entity in coding.Entities)
        {
            var named = entity.Value.Trim().Length > 0;
            if (!entity.Used && RoleOf(entity.Variable) != Role.Issue)
                Leave($"values of \"{entity.Variable}\" that no statement has", named && (entity.Attributes.Length > 0 || entity.ChildOf.Length > 0) ? "their attributes are kept" : "not kept");
            if (!named)
            {
                if (entity.Attributes.Length > 0) Leave("attributes of values without a name", "not kept", entity.Attributes.Length);
                continue;
            }

            foreach (var attribute in entity.Attributes) await NoteAsync(entity.Value.Trim(), attribute, "attribute of the coding", cancellationToken);
            if (entity.ChildOf.Length > 0 && RoleOf(entity.Variable) != Role.Issue) await NoteAsync(entity.Value.Trim(), new("part of", entity.ChildOf), "attribute of the coding", cancellationToken);
        }
    }

    /// <summary>What a coder knew of a document, an actor or an issue is an analyst's knowledge, and shown as such.</summary>
    private async Task NoteAsync(string subject, DnaDetail detail, string reason, CancellationToken cancellationToken)
    {
        await dossier.JudgeAsync(JudgementKind.Note, subject, $"{detail.Name}: {detail.Value.Trim()}", reason, new(fallback), cancellationToken);
        _notes++;
    }

    private void Leave(string what, string where, int count = 1)
    {
        _left[what] = _left.GetValueOrDefault(what) + count;
        _where[what] = where;
    }

    /// <summary>Offsets count UTF-16 units; a span counts code points.</summary>
    private static Span? SpanOf(DnaStatement statement, SourceText text)
    {
        var original = text.Original;
        if (statement.Start < 0 || statement.Stop > original.Length || statement.Start >= statement.Stop) return null;
        var start = Points(original.AsSpan(0, statement.Start));
        return new(start, start + Math.Max(1, Points(original.AsSpan(statement.Start, statement.Stop - statement.Start))));
    }

    private static int Points(ReadOnlySpan<char> text)
    {
        var points = 0;
        foreach (var _ in text.EnumerateRunes()) points++;
        return points;
    }

    private static Role RoleOf(string variable) => variable.Trim().ToLowerInvariant() switch
    {
        "person" or "speaker" or "actor" => Role.Speaker,
        "organization" or "organisation" or "party" => Role.Party,
        "concept" or "issue" => Role.Issue,
        "agreement" or "qualifier" => Role.Stance,
        _ => Role.None,
    };

    /// <summary>An integer is a stance only where it is a sign; on a longer scale nobody but its coder knows the middle.</summary>
    private static string? StanceOf(DnaValue value) => (value.DataType, value.Value) switch
    {
        ("boolean" or "integer", "1") => "for",
        ("boolean", "0") or ("integer", "-1") => "against",
        ("integer", "0") => "open",
        _ => null,
    };

    private static Fields Given(params ReadOnlySpan<(string Name, string? Value)> values)
    {
        var fields = new Fields();
        foreach (var (name, value) in values)
            if (value is not null) fields.Add(name, value);
        return fields;
    }

    private static string? Known(string text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private enum Role { None, Speaker, Party, Issue, Stance }
}

/// <summary>What became of a coding.</summary>
public sealed record DnaOutcome(int Reports, int Statements, int Positions, int Issues, int Judgements, ImmutableArray<LeftOut> Left);
