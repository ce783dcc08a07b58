package org.throughline.measure;

import java.util.List;
import java.util.Map;
import org.throughline.episode.Timeline;
import org.throughline.figure.MonthReport;

/** The people of {@link WorkedExample}, and the way from any clients to a report. */
final class SixClients {
  private SixClients() {}

  static List<List<Timeline>> clients() {
    return WorkedExample.clients();
  }

  static MeasurePlan plan() {
    return WorkedExample.plan();
  }

  static MonthReport report(List<List<Timeline>> clients, MeasurePlan plan, int smallCell) {
    ClientFold fold = new ClientFold(plan);
    clients.forEach(fold::add);
    return Estimates.estimate(
        fold.sheet(),
        plan,
        new PublicationContext(
            "Six clients", 1, smallCell, List.of(), List.of(), Map.of(), "none"));
  }
}
