package org.throughline.measure;

import org.throughline.episode.Checkins;

/** The daily role at admission beside that at discharge. */
final class NomsRole extends NomsPair {
  NomsRole() {
    super(
        "noms_role",
        "Daily role kept up",
        "that kept up work, school or caregiving by the answer of that day",
        "an answer on the daily role in a check-in",
        "Whether people leave care with more of a daily life than they came with.");
  }

  @Override
  Says says(int checkin) {
    return switch (Checkins.roleKept(checkin)) {
      case 1 -> Says.YES;
      case 0 -> Says.NO;
      default -> Says.NOTHING;
    };
  }
}
