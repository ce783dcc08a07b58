package org.throughline.statistics;

/** How Cox's partial likelihood reads events of one index, whose order is not known. */
public enum Ties {
  /** Efron (1977): those who fail at an index leave its risk set one part at a time. */
  EFRON,
  /** Breslow (1974): all who fail at an index are in its whole risk set. */
  BRESLOW
}
