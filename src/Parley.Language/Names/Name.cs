namespace Parley.Language.Names;

/// <summary>What a name names.</summary>
public enum NameKind { Person, Organization, Place, Other }

/// <summary>A name found in a text: no title and no leading article, only the name.</summary>
/// <param name="Span">Where it stands.</param>
/// <param name="First">Index of its first token in <see cref="Document.Tokens"/>.</param>
/// <param name="End">Index after its last token.</param>
/// <param name="Kind">What it names; <see cref="NameKind.Other"/> for nationalities, events, laws and works.</param>
/// <param name="Confidence">From 0 to 1; of the names at 0.9 about nine in ten are right.</param>
public readonly record struct Name(Span Span, int First, int End, NameKind Kind, double Confidence);
