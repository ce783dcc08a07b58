package org.throughline.check;

import java.util.Comparator;
import java.util.Optional;
import org.throughline.figure.Acceptance;
import org.throughline.figure.Finding;
import org.throughline.figure.FindingLevel;
import org.throughline.figure.Place;

/**
 * What a check found.
 *
 * @param check which
 * @param level what follows from it
 * @param place where
 * @param measured the number that was measured: a share, or rows. It may be about few people, so it
 *     is not published
 * @param limit the number beyond which it is found, likewise
 * @param severity how bad it is: the same place with a greater one is worse
 * @param sentence what was found and what to do, without numbers of few people
 */
public record Found(
    Check check,
    FindingLevel level,
    Place place,
    double measured,
    double limit,
    double severity,
    String sentence) {

  /** Gravest first, then by check and place. */
  static final Comparator<Found> ORDER =
      Comparator.comparing(Found::level, Comparator.reverseOrder())
          .thenComparing(Found::check)
          .thenComparing(Found::place);

  /** As it is published. */
  public Finding published(Optional<Acceptance> acceptance) {
    return new Finding(check.id(), level, place, sentence, acceptance);
  }

  /** How it is named on the command line: {@code missing-feed:attendance:EAST}. */
  public String name() {
    String where = place.spelledOut();
    return where.isEmpty() ? check.id() : check.id() + ":" + where;
  }
}
