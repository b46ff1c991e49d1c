namespace Parley.Dossiers;

/// <summary>Something a user can understand and mend: the message is one line that says what is wrong.</summary>
public sealed class DossierException : Exception
{
    public DossierException(string message) : base(message)
    {
    }

    public DossierException(string message, Exception inner) : base(message, inner)
    {
    }
}
