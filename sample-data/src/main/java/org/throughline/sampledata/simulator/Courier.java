package org.throughline.sampledata.simulator;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.throughline.sampledata.simulator.Draw.Purpose;

/**
 * Carries the rows of one episode into monthly deliveries: mostly in their own month, some late,
 * some first with a mistake, some withdrawn again. Once every delivery is in, what stands is what
 * was true, save for rows that would have come after the last one.
 */
final class Courier {

  private static final double LATE = 0.02;
  private static final double VERY_LATE = 0.003;
  private static final double MISTAKEN = 0.004;
  private static final double WITHDRAWN = 0.0015;

  private final SimulationSettings settings;
  private final Deliveries deliveries;
  private final Site site;
  private final Draw draw;
  private final DirtSower sower;
  private final Map<ChangeKind, Long> changes = new EnumMap<>(ChangeKind.class);

  Courier(SimulationSettings settings, Deliveries deliveries, Person person, EpisodeLife life) {
    this.settings = settings;
    this.deliveries = deliveries;
    this.site = life.site();
    int client = person.number();
    this.draw = Draw.stream(settings.seed(), client, life.ordinal(), Purpose.DELIVERY);
    Draw dirt = Draw.stream(settings.seed(), client, life.ordinal(), Purpose.DIRT);
    this.sower = new DirtSower(settings, deliveries, life, person, dirt);
  }

  /** How many changes of each kind were made. */
  Map<ChangeKind, Long> changes() {
    return changes;
  }

  DirtSower sower() {
    return sower;
  }

  /**
   * In the month of the day on which the program knew it, or not at all when that is after the
   * last.
   */
  void sendPunctually(FeedRow row, LocalDate knownOn) {
    put(settings.deliveryOf(knownOn), row);
  }

  /**
   * Like {@link #sendPunctually}, but a few rows come one or two months late.
   *
   * @return the month of its delivery, which may lie after the last
   */
  int send(FeedRow row, LocalDate knownOn) {
    int own = settings.deliveryOf(knownOn);
    int month = own + lateness();
    if (month > own && inWindow(month)) {
      count(ChangeKind.LATE);
    }
    put(month, row);
    return month;
  }

  /**
   * Like {@link #send}, but a few rows come first as the draft, where there can be one, and are put
   * right in the next month; and a few are followed by a twin sent in error, which the next month
   * withdraws.
   */
  void send(FeedRow row, LocalDate knownOn, Supplier<Optional<FeedRow>> drafts, ChangeKind kind) {
    int own = settings.deliveryOf(knownOn);
    if (draw.happens(MISTAKEN) && inWindow(own) && inWindow(own + 1)) {
      Optional<FeedRow> draft = drafts.get();
      if (draft.isPresent()) {
        put(own, draft.get());
        put(own + 1, row);
        count(kind);
        return;
      }
    }
    int month = send(row, knownOn);
    if (draw.happens(WITHDRAWN) && inWindow(own) && inWindow(own + 1)) {
      FeedRow twin = row.withKey(row.key() + "-ERR");
      put(own, twin);
      put(own + 1, twin.withdrawn());
      count(ChangeKind.WITHDRAWN);
    }
    if (inWindow(month)) {
      sower.strew(month, row);
    }
  }

  /** First the draft, a month later the row itself; only the row where there is no later month. */
  void sendCorrected(FeedRow draft, FeedRow row, LocalDate knownOn, ChangeKind kind) {
    int own = settings.deliveryOf(knownOn);
    if (inWindow(own) && inWindow(own + 1)) {
      put(own, draft);
      put(own + 1, row);
      count(kind);
    } else {
      put(own, row);
    }
  }

  private int lateness() {
    double luck = draw.uniform();
    return luck < VERY_LATE ? 2 : luck < VERY_LATE + LATE ? 1 : 0;
  }

  boolean inWindow(int month) {
    return month >= 0 && month < settings.months();
  }

  private void put(int month, FeedRow row) {
    if (inWindow(month)) {
      deliveries.add(month, site, row);
    }
  }

  private void count(ChangeKind kind) {
    changes.merge(kind, 1L, Long::sum);
  }
}
