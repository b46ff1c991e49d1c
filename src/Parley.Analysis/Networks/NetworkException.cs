namespace Parley.Analysis.Networks;

/// <summary>Settings or input that cannot be computed. The message is one line that says what was expected.</summary>
public sealed class NetworkException(string message) : Exception(message);
