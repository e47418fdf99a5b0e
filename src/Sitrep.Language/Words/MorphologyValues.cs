namespace Sitrep.Language.Words;

#pragma warning disable CS1591 // members named and defined by Universal Dependencies: https://universaldependencies.org/u/feat/

/// <summary>UD v2 Case.</summary>
public enum Case : byte { None, Nom, Acc, Gen }

/// <summary>UD v2 Definite.</summary>
public enum Definite : byte { None, Def, Ind }

/// <summary>UD v2 Degree.</summary>
public enum Degree : byte { None, Pos, Cmp, Sup }

/// <summary>UD v2 Gender.</summary>
public enum Gender : byte { None, Fem, Masc, Neut }

/// <summary>UD v2 Mood.</summary>
public enum Mood : byte { None, Imp, Ind, Sub }

/// <summary>UD v2 Number.</summary>
public enum Number : byte { None, Sing, Plur, Ptan }

/// <summary>UD v2 NumForm.</summary>
public enum NumForm : byte { None, Combi, Digit, Roman, Word }

/// <summary>UD v2 NumType.</summary>
public enum NumType : byte { None, Card, Frac, Mult, Ord }

/// <summary>UD v2 Person; the number is the person.</summary>
public enum Person : byte { None, First, Second, Third }

/// <summary>UD v2 Polarity.</summary>
public enum Polarity : byte { None, Neg, Pos }

/// <summary>UD v2 PronType.</summary>
public enum PronType : byte { None, Art, Dem, Emp, Ind, Int, Neg, Prs, Rcp, Rel, Tot }

/// <summary>UD v2 Tense.</summary>
public enum Tense : byte { None, Past, Pres }

/// <summary>UD v2 VerbForm.</summary>
public enum VerbForm : byte { None, Fin, Ger, Inf, Part }

/// <summary>UD v2 Voice.</summary>
public enum Voice : byte { None, Pass }

#pragma warning restore CS1591
