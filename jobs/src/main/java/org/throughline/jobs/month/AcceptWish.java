package org.throughline.jobs.month;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.throughline.check.Check;
import org.throughline.check.Found;
import org.throughline.check.Selector;
import org.throughline.figure.Acceptance;
import org.throughline.figure.Finding;
import org.throughline.figure.Place;
import org.throughline.jobs.Halt;

/**
 * An operator's wish to publish in spite of findings.
 *
 * @param findings those that are meant; none where nobody wishes it
 * @param acceptance who wishes it, when and why
 */
public record AcceptWish(List<Selector> findings, Acceptance acceptance) {
  /** Nobody wishes anything. */
  public static final AcceptWish NONE =
      new AcceptWish(List.of(), new Acceptance("", Instant.EPOCH, ""));

  private static final int LONGEST_REASON = 500;

  public AcceptWish {
    findings = List.copyOf(findings);
  }

  /**
   * What a command line says.
   *
   * @param names as given to {@code --accept}: a check, or check:place
   * @param reason as given to {@code --reason}
   * @throws Halt if a check does not exist, or if one of the two options stands without the other
   */
  public static AcceptWish of(List<String> names, Optional<String> reason, String by, Instant at) {
    String why = reason.orElse("").strip();
    if (names.isEmpty()) {
      if (reason.isPresent()) {
        throw Halt.usage("--reason goes with --accept CHECK.");
      }
      return NONE;
    }
    if (why.isEmpty()) {
      throw Halt.usage("--accept needs --reason \"…\": it stands in the report, beside your name.");
    }
    if (why.length() > LONGEST_REASON || why.chars().anyMatch(Character::isISOControl)) {
      throw Halt.usage("--reason: write one line of at most " + LONGEST_REASON + " characters.");
    }
    List<Selector> findings = new ArrayList<>();
    for (String name : names) {
      findings.add(
          Selector.parse(name)
              .orElseThrow(
                  () ->
                      Halt.usage(
                          "--accept "
                              + name.toLowerCase(Locale.ROOT)
                              + ": there is no such check. There are: "
                              + Check.spelledOut()
                              + ".")));
    }
    return new AcceptWish(findings, new Acceptance(by, at.truncatedTo(ChronoUnit.SECONDS), why));
  }

  /** Whether it would change what is published of some findings. */
  boolean isNewFor(List<Finding> published) {
    return published.stream()
        .filter(finding -> means(finding.check(), finding.place()))
        .anyMatch(finding -> !saysTheSame(finding.acceptance()));
  }

  private boolean means(String check, Place place) {
    return findings.stream().anyMatch(selector -> selector.matches(check, place));
  }

  /** Whether a finding is meant. */
  boolean means(Found found) {
    return means(found.check().id(), found.place());
  }

  /** Whether this user has accepted it for this reason before: asked again, nothing changes. */
  boolean saysTheSame(Optional<Acceptance> before) {
    return before
        .filter(a -> a.by().equals(acceptance.by()) && a.reason().equals(acceptance.reason()))
        .isPresent();
  }
}
