package org.throughline.jobs.month;

import java.util.List;
import org.throughline.flow.FileOutcome;

/** The words for files that were refused. */
public final class Refusals {
  private Refusals() {}

  /** The files that were refused. */
  public static List<FileOutcome> of(List<FileOutcome> outcomes) {
    return outcomes.stream().filter(o -> o.status() == FileOutcome.Status.REFUSED).toList();
  }

  /** One line for each refused file, with the reason. */
  public static String spelledOut(List<FileOutcome> outcomes) {
    StringBuilder text = new StringBuilder();
    for (FileOutcome outcome : of(outcomes)) {
      text.append("  ")
          .append(outcome.summary().file())
          .append(": ")
          .append(outcome.refusal().orElse("no reason was given"))
          .append('\n');
    }
    return text.toString();
  }
}
