namespace Parley.Analysis.Stability;

/// <summary>Ways in which a state can hold for a decision maker.</summary>
/// <remarks>Definitions: Fang, Hipel and Kilgour (1993); SSEQ: Rêgo and Vieira (2017).</remarks>
public enum Concept
{
    /// <summary>Nash: the decision maker has no improvement.</summary>
    R,

    /// <summary>General metarationality: after every improvement the opponents can move it somewhere no better.</summary>
    Gmr,

    /// <summary>Symmetric metarationality: and it cannot then escape.</summary>
    Smr,

    /// <summary>Sequential stability: the opponents' sanctions are improvements of their own.</summary>
    Seq,

    /// <summary>Symmetric sequential stability: credible sanctions from which it cannot escape.</summary>
    Sseq,

    /// <summary>Simultaneous stability: sanctioned by opponents who move for their own improvement at the same time.</summary>
    Sim,
}
