namespace Parley.Storage.Rows;

/// <summary>The one row that says what dossier this is.</summary>
public sealed class DossierRow
{
    public int Number { get; set; } = 1;

    public required string Name { get; set; }

    public required string Created { get; set; }

    /// <summary>Counts every change to any row.</summary>
    public long Revision { get; set; }

    public static DossierRow Begin(string name, TimeProvider clock)
    {
        ArgumentNullException.ThrowIfNull(clock);
        return new() { Name = name, Created = RowMapper.Instant(clock.GetUtcNow()) };
    }
}

/// <summary>A row that remembers in which revision it was last written, so that a reader loads only what is new to it.</summary>
public abstract class RevisedRow
{
    public int Number { get; set; }

    public long Revision { get; set; }
}

public sealed class ReportRow : RevisedRow
{
    public required string Id { get; set; }

    public required string Key { get; set; }

    public string? Title { get; set; }

    public string? Outlet { get; set; }

    public string? Url { get; set; }

    public string? Published { get; set; }

    public int Length { get; set; }

    public required string Added { get; set; }

    public required string Reader { get; set; }

    public int CopyOf { get; set; }

    /// <summary>Derived; see the entries codec.</summary>
    public required byte[] Entries { get; set; }
}

/// <summary>The heavy part of a report, apart so that loading all heads and entries reads no texts.</summary>
public sealed class ContentRow
{
    public int Number { get; set; }

    public required string Text { get; set; }

    public required byte[] Reading { get; set; }

    public required byte[] Sketch { get; set; }
}

public sealed class ActorRow : RevisedRow
{
    public required string Name { get; set; }

    public required string Kind { get; set; }

    public string? Country { get; set; }

    /// <summary>JSON array.</summary>
    public required string Aliases { get; set; }

    public required string Part { get; set; }

    public int MergedInto { get; set; }
}

public sealed class MandateRow : RevisedRow
{
    public int Person { get; set; }

    public int Party { get; set; }

    public string? Role { get; set; }

    public string? From { get; set; }

    public string? To { get; set; }

    public bool Withdrawn { get; set; }
}

public sealed class IssueRow : RevisedRow
{
    public required string Label { get; set; }

    public string? Definition { get; set; }

    /// <summary>JSON array.</summary>
    public required string Terms { get; set; }

    public int Parent { get; set; }

    public int MergedInto { get; set; }

    public bool Opposed { get; set; }

    public bool Accepted { get; set; }
}

public sealed class CorrectionRow : RevisedRow
{
    public required string Kind { get; set; }

    public required string SubjectKind { get; set; }

    public int Subject { get; set; }

    public int Start { get; set; }

    public int End { get; set; }

    public string? Words { get; set; }

    public string? Detail { get; set; }

    public int Ordinal { get; set; }

    /// <summary>JSON object.</summary>
    public required string Before { get; set; }

    /// <summary>JSON object.</summary>
    public required string After { get; set; }

    public string? Note { get; set; }

    public required string By { get; set; }

    public required string At { get; set; }

    public string? UndoneBy { get; set; }

    public string? UndoneAt { get; set; }
}

public sealed class JudgementRow : RevisedRow
{
    public required string Kind { get; set; }

    public required string Subject { get; set; }

    public required string Value { get; set; }

    public string? Reason { get; set; }

    public required string By { get; set; }

    public required string At { get; set; }

    public string? WithdrawnBy { get; set; }

    public string? WithdrawnAt { get; set; }
}
