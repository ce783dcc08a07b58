package org.throughline.check;

import java.util.ArrayList;
import java.util.List;
import org.throughline.feed.Feed;
import org.throughline.figure.FindingLevel;
import org.throughline.figure.Place;

/**
 * A code, or a feed of a site, that occurred in every month before, six or more, and does not now,
 * though its share of the rows leads to expect more than the least number. A code that is gone
 * everywhere is told once, not for each site.
 */
final class SuddenZeroes implements Checking {
  private static final int FEWEST_MONTHS = 6;

  @Override
  public List<Found> find(Facts facts, CheckRule rule, FindingLevel level) {
    List<Found> found = new ArrayList<>();
    for (String site : facts.rows().sites()) {
      for (Feed feed : Feed.values()) {
        Place place = Place.ofFeed(feed.code(), site);
        Baseline before = new Baseline(facts, place, Tracked.rows(feed));
        if (facts.rows().at(site, Tracked.IN_CARE, 0) >= MissingRows.FEW_CLIENTS
            && isGone(facts, before, site, Tracked.IN_CARE, rule)) {
          found.add(
              gone(
                  facts,
                  level,
                  place,
                  "No " + Words.rows(feed.code()) + " from " + site + " are",
                  ". Ask whether the feed was sent."));
        }
      }
    }
    for (Tracked.Coded column : Tracked.CODED) {
      for (int code = 0; code < column.codes().size(); code++) {
        String name = column.column() + " " + column.codes().get(code);
        if (isGone(facts, column, code, name, MonthlyRows.EVERYWHERE, rule)) {
          found.add(code(facts, level, column, name, MonthlyRows.EVERYWHERE));
          continue;
        }
        for (String site : facts.rows().sites()) {
          if (isGone(facts, column, code, name, site, rule)) {
            found.add(code(facts, level, column, name, site));
          }
        }
      }
    }
    return found;
  }

  private static boolean isGone(
      Facts facts, Tracked.Coded column, int code, String name, String site, CheckRule rule) {
    Place place = Place.ofFeed(column.feed().code(), site).withColumn(name);
    Baseline before = new Baseline(facts, place, column.first() + code);
    return isGone(facts, before, site, column.whole(), rule);
  }

  private static boolean isGone(
      Facts facts, Baseline before, String site, int whole, CheckRule rule) {
    if (before.now() > 0 || before.size() < FEWEST_MONTHS || !before.hasEach(before.size())) {
      return false;
    }
    double share = Baseline.median(before.ratios(whole, before.size()));
    return share * facts.rows().at(site, whole, 0) >= rule.least();
  }

  private static Found code(
      Facts facts, FindingLevel level, Tracked.Coded column, String name, String site) {
    String[] parts = name.split(" ", 2);
    return gone(
        facts,
        level,
        Place.ofFeed(column.feed().code(), site).withColumn(name),
        "No row"
            + (site.isEmpty() ? "" : " from " + site)
            + " with `"
            + parts[0]
            + "` = `"
            + parts[1]
            + "` is",
        ". Ask whether the code has changed.");
  }

  private static Found gone(
      Facts facts, FindingLevel level, Place place, String what, String toDo) {
    return new Found(
        Check.SUDDEN_ZERO,
        level,
        place,
        0,
        1,
        0,
        what
            + " dated in "
            + Words.month(facts.month())
            + ", though every month before had some"
            + toDo);
  }
}
