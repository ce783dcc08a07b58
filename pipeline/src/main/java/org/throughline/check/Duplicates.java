package org.throughline.check;

import java.util.ArrayList;
import java.util.List;
import org.throughline.feed.Feed;
import org.throughline.figure.FindingLevel;
import org.throughline.figure.Place;

/**
 * A greater share of rows that say exactly what another row of the episode says, under another key,
 * than the limit: a feed exported twice under new keys doubles them all. A key that comes twice in
 * a file does no harm, since the later row stands, and is not looked for.
 */
final class Duplicates implements Checking {
  private static final List<Feed> FEEDS = List.of(Feed.ATTENDANCE, Feed.CHECKINS, Feed.RELAPSES);

  @Override
  public List<Found> find(Facts facts, CheckRule rule, FindingLevel level) {
    List<Found> found = new ArrayList<>();
    for (String site : facts.rows().sites()) {
      for (Feed feed : FEEDS) {
        long twins = facts.rows().at(site, Tracked.twins(feed), 0);
        long all = facts.rows().at(site, Tracked.rows(feed), 0);
        double share = twins / (double) Math.max(all, 1);
        if (share > rule.limit() && twins >= rule.least()) {
          boolean few = twins < facts.words().smallCell();
          found.add(
              new Found(
                  Check.DUPLICATES,
                  level,
                  Place.ofFeed(feed.code(), site),
                  share,
                  rule.limit(),
                  share,
                  (few ? "More than " + Words.percent(rule.limit()) : Words.percent(share))
                      + " of the "
                      + Words.rows(feed.code())
                      + " from "
                      + site
                      + " in "
                      + Words.month(facts.month())
                      + " say the same as another one under another key"
                      + (few ? "" : ", more than " + Words.percent(rule.limit()))
                      + ". Withdraw those that were sent twice."));
        }
      }
    }
    return found;
  }
}
