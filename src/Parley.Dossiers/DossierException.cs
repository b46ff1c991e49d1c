namespace Parley.Dossiers;

/// <summary>Something a user can understand and mend: the message is one line that says what is wrong.</summary>
public class DossierException : Exception
{
    public DossierException(string message) : base(message)
    {
    }

    public DossierException(string message, Exception inner) : base(message, inner)
    {
    }
}

/// <summary>Someone else corrected an entry after the analyst last saw it; nothing was kept.</summary>
public sealed class DossierConflictException(string message) : DossierException(message);
