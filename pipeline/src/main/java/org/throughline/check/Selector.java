package org.throughline.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.throughline.figure.Place;

/**
 * Names findings: all of a check ({@code volume}), or those of a place ({@code volume:EAST}, {@code
 * volume:attendance:EAST}).
 *
 * @param check the check
 * @param where parts of a place that must all be there, in lower case
 */
public record Selector(Check check, List<String> where) {
  public Selector {
    where = List.copyOf(where);
  }

  /** What a text names; empty if it names no check. */
  public static Optional<Selector> parse(String text) {
    String[] parts = text.strip().split(":", -1);
    List<String> where =
        Arrays.stream(parts)
            .skip(1)
            .map(part -> part.strip().toLowerCase(Locale.ROOT))
            .filter(part -> !part.isEmpty())
            .toList();
    return Check.of(parts[0].strip().toLowerCase(Locale.ROOT))
        .map(check -> new Selector(check, where));
  }

  /** As it is written. */
  public String spelledOut() {
    return where.isEmpty() ? check.id() : check.id() + ":" + String.join(":", where);
  }

  /** Whether a finding is meant. */
  public boolean matches(String checkId, Place place) {
    List<String> parts =
        List.of(place.feed(), place.site(), place.column(), place.file()).stream()
            .map(part -> part.toLowerCase(Locale.ROOT))
            .toList();
    // a site's code may hold a colon of its own
    return check.id().equals(checkId)
        && (parts.containsAll(where) || parts.contains(String.join(":", where)));
  }
}
