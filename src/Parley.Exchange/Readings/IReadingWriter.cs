namespace Parley.Exchange.Readings;

/// <summary>Writes readings one after another in some format; what is written is whole after each.</summary>
public interface IReadingWriter
{
    void Write(Account account);

    /// <summary>Ends the output; nothing may follow.</summary>
    void Complete();
}
