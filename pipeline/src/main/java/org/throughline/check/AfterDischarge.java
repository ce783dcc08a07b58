package org.throughline.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.throughline.feed.Feed;
import org.throughline.figure.FileSummary;
import org.throughline.figure.FindingLevel;
import org.throughline.figure.Place;

/**
 * A greater share of sessions after discharge than the limit: those up to 7 days later, which are
 * kept, at each site, and those still later, which are rejected, in each file. Check-ins and
 * relapses after discharge are follow-up and welcome.
 */
final class AfterDischarge implements Checking {
  private static final String REJECTED = "after discharge";

  @Override
  public List<Found> find(Facts facts, CheckRule rule, FindingLevel level) {
    List<Found> found = new ArrayList<>();
    for (String site : facts.rows().sites()) {
      long late = facts.rows().at(site, Tracked.AFTER_DISCHARGE, 0);
      long all = facts.rows().at(site, Tracked.rows(Feed.ATTENDANCE), 0);
      double share = late / (double) Math.max(all, 1);
      if (share > rule.limit() && late >= rule.least()) {
        found.add(
            found(
                level,
                Place.ofFeed(Feed.ATTENDANCE.code(), site),
                rule,
                share,
                "the sessions from "
                    + site
                    + " in "
                    + Words.month(facts.month())
                    + " come after the client's discharge",
                late < facts.words().smallCell()));
      }
    }
    for (FileSummary file : facts.files()) {
      long late =
          file.reasons().entrySet().stream()
              .filter(reason -> reason.getKey().contains(REJECTED))
              .mapToLong(Map.Entry::getValue)
              .sum();
      double share = late / (double) Math.max(file.read(), 1);
      if (share > rule.limit() && late >= rule.least()) {
        found.add(
            found(
                level,
                Place.ofFile(file.feed(), file.file()),
                rule,
                share,
                "the sessions in "
                    + file.file()
                    + " come more than 7 days after the client's discharge and were rejected",
                late < facts.words().smallCell()));
      }
    }
    return found;
  }

  // The share of a few sessions would tell how few they are.
  private static Found found(
      FindingLevel level, Place place, CheckRule rule, double share, String what, boolean few) {
    return new Found(
        Check.AFTER_DISCHARGE,
        level,
        place,
        share,
        rule.limit(),
        share,
        (few ? "More than " + Words.percent(rule.limit()) : Words.percent(share))
            + " of "
            + what
            + (few ? "" : ", more than " + Words.percent(rule.limit()))
            + ". Look whether discharge dates are right.");
  }
}
