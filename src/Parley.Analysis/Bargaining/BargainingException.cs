namespace Parley.Analysis.Bargaining;

/// <summary>A negotiation or settings that cannot be computed. The message is one line that says what was expected.</summary>
public sealed class BargainingException(string message) : Exception(message);
