package org.throughline.check;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.throughline.feed.Feed;
import org.throughline.figure.FindingLevel;
import org.throughline.figure.Place;

/**
 * A feed, or a whole site, that had rows in each of the last three months and has none now, though
 * clients are in care. Rows are expected in proportion to the clients in care; where fewer are
 * expected than the least number, none may be chance. A site whose episodes have all ended, or of
 * which nothing was heard for three months, is not missing.
 */
final class MissingRows {
  /** Months that must each have had rows. */
  static final int MONTHS = 3;

  /** Of fewer clients than this it may be chance that all fall silent in one month. */
  static final int FEW_CLIENTS = 3;

  private MissingRows() {}

  /** Sites without a row of any feed. */
  static List<Found> sites(Facts facts, CheckRule rule, FindingLevel level) {
    List<Found> found = new ArrayList<>();
    for (String site : facts.rows().sites()) {
      if (isMissing(facts, site, rule)) {
        // a handful of clients can all leave in a month without a word
        boolean few = facts.rows().at(site, Tracked.IN_CARE, 0) < FEW_CLIENTS;
        found.add(
            missing(
                Check.MISSING_SITE,
                few ? FindingLevel.NOTE : level,
                Place.ofSite(site),
                "Nothing from "
                    + site
                    + " is dated in "
                    + Words.month(facts.month())
                    + ", though clients are in care there and each of the three months before had"
                    + " rows. Ask for its delivery, and receive it."));
      }
    }
    return found;
  }

  private static boolean isMissing(Facts facts, String site, CheckRule rule) {
    if (facts.rows().anything(site, 0) > 0) {
      return false;
    }
    double expected = 0;
    boolean each = false;
    for (Feed feed : Feed.values()) {
      Baseline before = new Baseline(facts, Place.ofFeed(feed.code(), site), Tracked.rows(feed));
      each |= before.hasEach(MONTHS);
      expected += expected(facts, before, site);
    }
    return each && expected >= rule.least();
  }

  /** Feeds without a row, at a site that has rows of others, or everywhere. */
  static List<Found> feeds(Facts facts, CheckRule rule, FindingLevel level) {
    List<Found> found = new ArrayList<>();
    for (Feed feed : Feed.values()) {
      Set<String> missing = new LinkedHashSet<>();
      boolean anywhere = false;
      for (String site : facts.rows().sites()) {
        Baseline before = new Baseline(facts, Place.ofFeed(feed.code(), site), Tracked.rows(feed));
        anywhere |= before.now() > 0;
        if (before.now() == 0
            && facts.rows().anything(site, 0) > 0
            && facts.rows().at(site, Tracked.IN_CARE, 0) >= FEW_CLIENTS
            && before.hasEach(MONTHS)
            && expected(facts, before, site) >= rule.least()) {
          missing.add(site);
        }
      }
      if (!anywhere && missing.size() > 1) {
        found.add(feed(facts, feed, MonthlyRows.EVERYWHERE, level));
      } else {
        missing.forEach(site -> found.add(feed(facts, feed, site, level)));
      }
    }
    return found;
  }

  private static Found feed(Facts facts, Feed feed, String site, FindingLevel level) {
    return missing(
        Check.MISSING_FEED,
        level,
        Place.ofFeed(feed.code(), site),
        "No "
            + Words.rows(feed.code())
            + (site.isEmpty() ? " of any site are" : " from " + site + " are")
            + " dated in "
            + Words.month(facts.month())
            + ", though clients are in care and each of the three months before had some. Ask for"
            + " the feed, and receive it.");
  }

  private static double expected(Facts facts, Baseline before, String site) {
    double[] rates = before.ratios(Tracked.IN_CARE, MONTHS);
    return Baseline.median(rates) * facts.rows().at(site, Tracked.IN_CARE, 0);
  }

  // None is none: a missing month is never worse than another.
  private static Found missing(Check check, FindingLevel level, Place place, String sentence) {
    return new Found(check, level, place, 0, 0, 0, sentence);
  }
}
