namespace Parley.Dossiers.Answers;

/// <summary>An actor or issue in an answer.</summary>
public readonly record struct Named(int Number, string Name)
{
    public override string ToString() => Name;
}
