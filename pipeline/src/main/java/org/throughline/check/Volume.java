package org.throughline.check;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.throughline.feed.Feed;
import org.throughline.figure.FindingLevel;
import org.throughline.figure.Place;

/**
 * Far more or far fewer rows of a feed at a site than the months before lead to expect: the median
 * number for each client in care, times the clients in care now; for admissions and placements the
 * median number itself. The band around it is the limit's share of what is expected, or four
 * standard deviations of a Poisson count, or two of one in which each client's rows come or stay
 * away together, or four of the months' own spread (1.4826 times the median absolute deviation),
 * whichever is widest: so small and restless sites raise no alarm.
 */
final class Volume implements Checking {
  private static final int FEWEST_MONTHS = 6;
  private static final double DEVIATIONS = 4;
  private static final double TOGETHER_DEVIATIONS = 2;
  private static final double NORMAL = 1.4826;

  @Override
  public List<Found> find(Facts facts, CheckRule rule, FindingLevel level) {
    List<Found> found = new ArrayList<>();
    for (String site : facts.rows().sites()) {
      for (Feed feed : Feed.values()) {
        Place place = Place.ofFeed(feed.code(), site);
        Baseline before = new Baseline(facts, place, Tracked.rows(feed));
        long inCare = facts.rows().at(site, Tracked.IN_CARE, 0);
        double[] counts =
            goesWithCare(feed)
                ? Arrays.stream(before.ratios(Tracked.IN_CARE, RowCounter.MONTHS_BEFORE))
                    .map(rate -> rate * inCare)
                    .toArray()
                : before.counts();
        double expected = Baseline.median(counts);
        double off = Math.abs(before.now() - expected);
        double rowsOfOne = goesWithCare(feed) ? expected / Math.max(inCare, 1) : 1;
        double band = band(counts, expected, rowsOfOne, rule);
        if (counts.length >= FEWEST_MONTHS && expected >= rule.least() && off > band) {
          found.add(found(facts, place, before.now(), expected, band, level));
        }
      }
    }
    return found;
  }

  private static boolean goesWithCare(Feed feed) {
    return switch (feed) {
      case EPISODES, PLACEMENTS -> false;
      case ATTENDANCE, CHECKINS, RELAPSES -> true;
    };
  }

  private static double band(double[] counts, double expected, double rowsOfOne, CheckRule rule) {
    double spread =
        Baseline.median(Arrays.stream(counts).map(count -> Math.abs(count - expected)).toArray());
    return Math.max(
        Math.max(rule.limit() * expected, DEVIATIONS * NORMAL * spread),
        Math.max(
            DEVIATIONS * Math.sqrt(expected),
            TOGETHER_DEVIATIONS * Math.sqrt(expected * rowsOfOne)));
  }

  private static Found found(
      Facts facts, Place place, long now, double expected, double band, FindingLevel level) {
    boolean less = now < expected;
    return new Found(
        Check.VOLUME,
        level,
        place,
        now,
        less ? expected - band : expected + band,
        Math.abs(now - expected) / expected,
        capital(facts.words().count(now))
            + " "
            + Words.rows(place.feed())
            + " from "
            + place.site()
            + " are dated in "
            + Words.month(facts.month())
            + "; the months before lead to expect "
            + facts.words().about(expected)
            + (less
                ? ". Ask whether the delivery was complete."
                : ". Ask whether rows were sent twice under other keys."));
  }

  private static String capital(String text) {
    return Character.toUpperCase(text.charAt(0)) + text.substring(1);
  }
}
