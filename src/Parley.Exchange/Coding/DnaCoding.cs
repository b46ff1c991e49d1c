using System.Collections.Immutable;

namespace Parley.Exchange.Coding;

/// <summary>What a Discourse Network Analyzer file holds, in its own terms.</summary>
/// <param name="Left">What was found in the file and is not part of this.</param>
public sealed record DnaCoding(
    ImmutableArray<DnaDocument> Documents, ImmutableArray<DnaStatement> Statements, ImmutableArray<DnaEntity> Entities, ImmutableArray<LeftOut> Left);

/// <param name="Day">ISO date; null where the file has none.</param>
/// <param name="Details">Author, section, type, notes, coder, tags and whether its coding is complete, where filled in.</param>
public sealed record DnaDocument(long Id, string Title, string Text, string Source, string? Day, ImmutableArray<DnaDetail> Details);

/// <param name="Type">Label of its statement type.</param>
/// <param name="Start">In UTF-16 units of the document's text; so is <paramref name="Stop"/>.</param>
/// <param name="Coder">Empty where unknown.</param>
public sealed record DnaStatement(long Id, string Type, long Document, int Start, int Stop, string Coder, ImmutableArray<DnaValue> Values);

/// <param name="Variable">Its name; where roles are distinguished, that of the role.</param>
/// <param name="DataType">"short text", "long text", "boolean" or "integer".</param>
public sealed record DnaValue(string Variable, string DataType, string Value);

/// <summary>A value that a variable of short text may take, with its attributes.</summary>
/// <param name="ChildOf">The value it is grouped under; empty where it is under none.</param>
/// <param name="Used">Whether a statement has it.</param>
public sealed record DnaEntity(string Variable, string Value, string ChildOf, bool Used, ImmutableArray<DnaDetail> Attributes);

public readonly record struct DnaDetail(string Name, string Value);

/// <summary>Something that another program's file holds and a dossier has no place for.</summary>
/// <param name="What">In the plural: "search patterns".</param>
/// <param name="Where">What became of it: "not kept", or where it can still be seen.</param>
public sealed record LeftOut(string What, int Count, string Where);
