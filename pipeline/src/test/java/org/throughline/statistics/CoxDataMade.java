package org.throughline.statistics;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** People of two binary covariates, of which the first multiplies a constant hazard. */
final class CoxDataMade {
  private CoxDataMade() {}

  static List<CoxPattern> program(int people, long seed, double logHazardRatio) {
    Random random = new Random(seed);
    List<CoxData.Row> rows = new ArrayList<>();
    for (int i = 0; i < people; i++) {
      double exposed = random.nextInt(2);
      double other = random.nextInt(2);
      double hazard = 0.05 * Math.exp(logHazardRatio * exposed);
      int time = (int) Math.min(39, -Math.log(1 - random.nextDouble()) / hazard);
      rows.add(
          new CoxData.Row(
              List.of(exposed, other),
              time < 39 ? FollowUp.event(time, 0) : FollowUp.censored(39)));
    }
    return CoxData.patterns(rows, 40);
  }
}
