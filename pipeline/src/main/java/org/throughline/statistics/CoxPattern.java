package org.throughline.statistics;

import java.util.List;

/**
 * People, or stretches of their time, who have all covariates in common. Whoever changes a
 * covariate leaves the table of one pattern (censored there) and enters that of another (joined
 * there). The same pattern may be given in several pieces.
 *
 * @param covariates their values, in the order of the model's columns
 * @param table who of them was at risk, failed and left at each index
 */
public record CoxPattern(List<Double> covariates, RiskTable table) {
  public CoxPattern {
    covariates = List.copyOf(covariates);
    for (double value : covariates) {
      if (Double.isNaN(value) || Double.isInfinite(value)) {
        throw new IllegalArgumentException("a covariate is not a number: " + covariates);
      }
    }
  }
}
