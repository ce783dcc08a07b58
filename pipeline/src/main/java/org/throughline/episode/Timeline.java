package org.throughline.episode;

/**
 * An episode with all of its current events: self-sufficient, and all that the fold reads. One row
 * of the table {@code timelines}.
 *
 * <p>Days are whole days since admission (day 0 = admitted_on). Events are packed, one int each,
 * day first, so that an array sorted as numbers is in order of days: see {@link Sessions}, {@link
 * Checkins}, {@link Relapses}. Nothing here depends on the order in which rows arrived.
 *
 * @param episodeKey pseudonym of the episode
 * @param clientKey pseudonym of the client
 * @param site site code
 * @param admittedOn admission as days since 1970-01-01
 * @param dischargedOn recorded discharge as a day of the episode, or {@link #OPEN}
 * @param dischargeReason canonical code of the reason, or empty while open
 * @param tier code of the tier at admission
 * @param priorCare what the client stepped down from; empty where unknown, as the next five
 * @param ageGroup at admission
 * @param sex as recorded
 * @param primarySubstance at admission
 * @param medication yes, no or empty
 * @param dailyRole at admission
 * @param placementFrom first days of spells in a tier, rising
 * @param placementTo last days, beside them; {@link #OPEN} while current
 * @param placementTier tier codes, beside them
 * @param sessions packed by {@link Sessions}, sorted
 * @param minutes attended minutes beside the sessions, -1 where unknown
 * @param checkins packed by {@link Checkins}, sorted
 * @param relapses starts packed by {@link Relapses}, sorted
 * @param relapseEnds last days of use beside them; {@link #OPEN} where none is recorded
 */
@SuppressWarnings("ArrayRecordComponent") // packed columns of a table row, never compared
public record Timeline(
    long episodeKey,
    long clientKey,
    String site,
    int admittedOn,
    int dischargedOn,
    String dischargeReason,
    String tier,
    String priorCare,
    String ageGroup,
    String sex,
    String primarySubstance,
    String medication,
    String dailyRole,
    int[] placementFrom,
    int[] placementTo,
    String[] placementTier,
    int[] sessions,
    int[] minutes,
    int[] checkins,
    int[] relapses,
    int[] relapseEnds) {

  /** Stands for a day that is not there: no discharge, no end. */
  public static final int OPEN = Integer.MAX_VALUE;

  /** Events this many days before admission and later are kept. */
  public static final int EARLIEST_DAY = -7;
}
