package org.throughline.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.ExitClass;
import org.throughline.episode.FamilyGroup;
import org.throughline.episode.Timeline;
import org.throughline.figure.Slice;
import org.throughline.statistics.RiskTable;

/**
 * Follow-up of each client's first episode in the cohort by pattern of covariates at admission, day
 * and involvement: what a Cox regression on involvement needs to know. A first family contact on
 * day x makes a client involved on (x, …], from the start if x is 0; one on the day on which
 * follow-up ends comes too late. Beside it the same by contact up to the landmark, and by "ever
 * involved", which is wrong.
 *
 * <p>One array a pattern, with {@value #KINDS} counts a day, as long as its longest follow-up: its
 * size goes with the patterns that occur and not with clients.
 */
final class AssociationTimes implements Counting {
  static final AssociationTimes INSTANCE = new AssociationTimes();

  /** The covariates of a pattern, in order; the values of all but the tier are its level. */
  static final List<String> COVARIATES =
      List.of("tier", "age_group", "sex", "primary_substance", "prior_care");

  static final int KINDS = 5;

  private static final String NAME = "association";
  private static final String NAIVE = "association_naive";
  private static final String LANDMARK = "association_landmark";
  private static final Slice INVOLVED_BY = Slice.ofFamily(FamilyGroup.INVOLVED.code());
  private static final Slice NOT_BY = Slice.ofFamily(FamilyGroup.NOT_YET.code());
  private static final int MOVED = 0;
  private static final int EXIT_NOT_YET = 1;
  private static final int EXIT_INVOLVED = 2;
  private static final int END_NOT_YET = 3;
  private static final int END_INVOLVED = 4;
  private static final int STEP = 30 * KINDS;

  private AssociationTimes() {}

  @Override
  public boolean inSeries() {
    return false;
  }

  @Override
  public void add(ClientAtCut client, Tally tally) {
    Optional<EpisodeOutcome> first = client.firstFollowed();
    if (first.isPresent()) {
      count(first.get(), tally);
    }
  }

  private static void count(EpisodeOutcome episode, Tally tally) {
    Timeline timeline = episode.timeline();
    String level =
        timeline.ageGroup()
            + "|"
            + timeline.sex()
            + "|"
            + timeline.primarySubstance()
            + "|"
            + timeline.priorCare();
    Slice pattern = tally.groups().pattern(timeline.tier(), level);
    int end = episode.followUpDays();
    int contact = episode.firstFamilyDay();
    boolean involved = contact == 0 || contact < end;
    boolean unplanned = episode.followedToExit() && episode.exit().kind() == ExitClass.UNPLANNED;
    long[] counts = tally.growing(NAME, pattern, end * KINDS + KINDS - 1, STEP);
    if (involved && contact > 0) {
      counts[contact * KINDS + MOVED]++;
    }
    counts[end * KINDS + kind(involved, unplanned)]++;
    boolean ever = contact != Timeline.OPEN;
    Slice group = ever ? Naive.EVER : Naive.NEVER;
    long[] naive = tally.growing(NAIVE, group, end * KINDS + KINDS - 1, STEP);
    naive[end * KINDS + kind(ever, unplanned)]++;
    if (episode.beyondLandmark()) {
      boolean known = episode.landmarkGroup() != FamilyGroup.NONE;
      long[] landmark =
          tally.growing(LANDMARK, known ? INVOLVED_BY : NOT_BY, end * KINDS + KINDS - 1, STEP);
      landmark[end * KINDS + kind(known, unplanned)]++;
    }
  }

  private static int kind(boolean involved, boolean unplanned) {
    if (unplanned) {
      return involved ? EXIT_INVOLVED : EXIT_NOT_YET;
    }
    return involved ? END_INVOLVED : END_NOT_YET;
  }

  /**
   * A pattern and its follow-up.
   *
   * @param values of the covariates, in their order; empty where unknown
   * @param notYet follow-up before involvement; its only cause is unplanned exit
   * @param involved follow-up after it
   */
  record Pattern(List<String> values, RiskTable notYet, RiskTable involved) {
    long clients() {
      return notYet.entered() + involved.atRisk(0);
    }

    long events() {
      return notYet.totalEvents() + involved.totalEvents();
    }
  }

  /** All patterns that occur, in a stable order. */
  static List<Pattern> patterns(Counts counts) {
    List<Pattern> patterns = new ArrayList<>();
    for (Map.Entry<TallySheet.Key, long[]> entry : counts.sheet().counts().entrySet()) {
      TallySheet.Key key = entry.getKey();
      if (key.months() == counts.cut().number() && key.name().equals(NAME)) {
        List<String> values = new ArrayList<>();
        values.add(key.slice().tier());
        values.addAll(Arrays.asList(key.slice().level().split("\\|", -1)));
        patterns.add(pattern(values, entry.getValue()));
      }
    }
    return patterns;
  }

  /** The two groups of the naive comparison, never and ever involved, as one pattern. */
  static Pattern naive(Counts counts) {
    return fixed(counts, NAIVE, Naive.NEVER, Naive.EVER);
  }

  /**
   * Clients in care beyond the landmark, without and with a family contact by then, as one pattern:
   * nobody changes groups. All of them were in care up to it, so days count from admission.
   */
  static Pattern landmark(Counts counts) {
    return fixed(counts, LANDMARK, NOT_BY, INVOLVED_BY);
  }

  private static Pattern fixed(Counts counts, String name, Slice without, Slice with) {
    int length = counts.days() * KINDS;
    long[] both = counts.at(name, without, length);
    long[] other = counts.at(name, with, length);
    for (int i = 0; i < length; i++) {
      both[i] += other[i];
    }
    return pattern(List.of(), both);
  }

  private static Pattern pattern(List<String> values, long[] counts) {
    long[] moved = kind(counts, MOVED);
    long[] leaving = kind(counts, END_NOT_YET);
    long[] exitNotYet = kind(counts, EXIT_NOT_YET);
    long[] exitInvolved = kind(counts, EXIT_INVOLVED);
    long[] endInvolved = kind(counts, END_INVOLVED);
    for (int t = 0; t < moved.length; t++) {
      leaving[t] += moved[t];
    }
    long fromTheStart = sum(exitInvolved) + sum(endInvolved) - sum(moved);
    return new Pattern(
        values,
        new RiskTable(
            sum(leaving) + sum(exitNotYet),
            new long[moved.length],
            new long[][] {exitNotYet},
            leaving),
        new RiskTable(fromTheStart, moved, new long[][] {exitInvolved}, endInvolved));
  }

  private static long[] kind(long[] counts, int kind) {
    long[] own = new long[counts.length / KINDS];
    Arrays.setAll(own, t -> counts[t * KINDS + kind]);
    return own;
  }

  private static long sum(long[] counts) {
    return Arrays.stream(counts).sum();
  }
}
