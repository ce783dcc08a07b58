package org.throughline.measure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.statistics.CoxPattern;
import org.throughline.statistics.ProportionalHazards.Term;

/**
 * The columns of a regression on involvement: involvement first, then one for each value of each
 * covariate but its most frequent. Unknown is a value like any other. Clients with a value of which
 * nobody left unplanned are left out: its coefficient goes to minus infinity, and the likelihood of
 * the others to what it is without them.
 *
 * @param patterns with their columns filled in
 * @param terms involvement and the covariates, with their columns
 * @param clients whom it is about
 */
record AssociationDesign(List<CoxPattern> patterns, List<Term> terms, long clients) {
  /** The name of the term that is asked about. */
  static final String INVOLVEMENT = "involvement";

  /** Involvement alone. */
  static AssociationDesign alone(List<AssociationTimes.Pattern> patterns) {
    return of(patterns, List.of());
  }

  /** Involvement beside all covariates. */
  static AssociationDesign adjusted(List<AssociationTimes.Pattern> patterns) {
    List<Map<String, long[]>> values = new ArrayList<>();
    for (int c = 0; c < AssociationTimes.COVARIATES.size(); c++) {
      values.add(byValue(patterns, c));
    }
    List<AssociationTimes.Pattern> told = new ArrayList<>();
    for (AssociationTimes.Pattern pattern : patterns) {
      boolean events = true;
      for (int c = 0; c < values.size(); c++) {
        events &= values.get(c).containsKey(pattern.values().get(c));
      }
      if (events) {
        told.add(pattern);
      }
    }
    return of(told, values);
  }

  /** Clients and events of each value of a covariate that has events. */
  private static Map<String, long[]> byValue(
      List<AssociationTimes.Pattern> patterns, int covariate) {
    Map<String, long[]> byValue = new TreeMap<>();
    for (AssociationTimes.Pattern pattern : patterns) {
      long[] sums = byValue.computeIfAbsent(pattern.values().get(covariate), v -> new long[2]);
      sums[0] += pattern.clients();
      sums[1] += pattern.events();
    }
    byValue.values().removeIf(sums -> sums[1] == 0);
    return byValue;
  }

  private static AssociationDesign of(
      List<AssociationTimes.Pattern> patterns, List<Map<String, long[]>> values) {
    List<Term> terms = new ArrayList<>();
    terms.add(new Term(INVOLVEMENT, List.of(0)));
    List<List<String>> columns = new ArrayList<>();
    int next = 1;
    for (int c = 0; c < values.size(); c++) {
      List<String> own = withoutMostFrequent(values.get(c));
      List<Integer> positions = new ArrayList<>();
      for (int i = 0; i < own.size(); i++) {
        positions.add(next++);
      }
      columns.add(own);
      if (!own.isEmpty()) {
        terms.add(new Term(AssociationTimes.COVARIATES.get(c), positions));
      }
    }
    List<CoxPattern> filled = new ArrayList<>();
    long clients = 0;
    for (AssociationTimes.Pattern pattern : patterns) {
      clients += pattern.clients();
      filled.add(new CoxPattern(row(0, pattern, columns), pattern.notYet()));
      filled.add(new CoxPattern(row(1, pattern, columns), pattern.involved()));
    }
    return new AssociationDesign(filled, terms, clients);
  }

  private static List<String> withoutMostFrequent(Map<String, long[]> values) {
    List<String> own = new ArrayList<>(values.keySet());
    values.entrySet().stream()
        .max(Comparator.comparingLong(e -> e.getValue()[0]))
        .ifPresent(e -> own.remove(e.getKey()));
    return own;
  }

  private static List<Double> row(
      double involved, AssociationTimes.Pattern pattern, List<List<String>> columns) {
    List<Double> row = new ArrayList<>();
    row.add(involved);
    for (int c = 0; c < columns.size(); c++) {
      String value = pattern.values().get(c);
      columns.get(c).forEach(of -> row.add(of.equals(value) ? 1.0 : 0.0));
    }
    return row;
  }
}
