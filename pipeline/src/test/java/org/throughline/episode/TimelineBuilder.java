package org.throughline.episode;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.throughline.feed.Feed;

/** Builds timelines for tests, day by day, in any order. */
public final class TimelineBuilder {
  private final long episode;
  private final LocalDate admitted;
  private long client;
  private String site = "north";
  private String tier = "OP";
  private List<String> covariates = List.of("", "", "", "");
  private String medication = "";
  private String dailyRole = "";
  private int dischargedOn = Timeline.OPEN;
  private String reason = "";
  private final List<int[]> sessions = new ArrayList<>();
  private final List<Integer> checkins = new ArrayList<>();
  private final List<int[]> relapses = new ArrayList<>();
  private final List<Integer> from = new ArrayList<>();
  private final List<Integer> to = new ArrayList<>();
  private final List<String> tiers = new ArrayList<>();

  public TimelineBuilder(long episode, String admitted) {
    this.episode = episode;
    this.client = episode;
    this.admitted = LocalDate.parse(admitted);
  }

  public TimelineBuilder client(long key) {
    this.client = key;
    return this;
  }

  public TimelineBuilder site(String code) {
    this.site = code;
    return this;
  }

  public TimelineBuilder tier(String code) {
    this.tier = code;
    return this;
  }

  /** What is known at admission. */
  public TimelineBuilder covariates(
      String priorCare, String ageGroup, String sex, String primarySubstance) {
    covariates = List.of(priorCare, ageGroup, sex, primarySubstance);
    return this;
  }

  public TimelineBuilder medication(String yesOrNo) {
    medication = yesOrNo;
    return this;
  }

  public TimelineBuilder dailyRole(String code) {
    dailyRole = code;
    return this;
  }

  public TimelineBuilder substance(String code) {
    covariates = List.of(covariates.get(0), covariates.get(1), covariates.get(2), code);
    return this;
  }

  public TimelineBuilder discharged(int day, String why) {
    this.dischargedOn = day;
    this.reason = why;
    return this;
  }

  public TimelineBuilder placed(int first, int last, String code) {
    from.add(first);
    to.add(last);
    tiers.add(code);
    return this;
  }

  public TimelineBuilder session(int day, String service, String status, int familyPresent) {
    return session(day, service, status, familyPresent, -1);
  }

  public TimelineBuilder session(
      int day, String service, String status, int familyPresent, int minutes) {
    sessions.add(
        new int[] {
          Sessions.pack(day, code("service", service), code("status", status), -1, familyPresent),
          minutes
        });
    return this;
  }

  /** An attended individual session of known length. */
  public TimelineBuilder lasting(int day, int minutes) {
    return session(day, "individual", "attended", 0, minutes);
  }

  /** Attended individual sessions. */
  public TimelineBuilder attended(int... days) {
    for (int day : days) {
      session(day, "individual", "attended", 0);
    }
    return this;
  }

  public TimelineBuilder family(int... days) {
    for (int day : days) {
      session(day, "family", "attended", -1);
    }
    return this;
  }

  public TimelineBuilder missed(int... days) {
    for (int day : days) {
      session(day, "group", "no_show", -1);
    }
    return this;
  }

  /** Check-ins that report no use. */
  public TimelineBuilder sober(int... days) {
    for (int day : days) {
      checkins.add(Checkins.pack(day, Checkins.REPORTED_NONE, -1, -1, -1));
    }
    return this;
  }

  public TimelineBuilder used(int... days) {
    for (int day : days) {
      checkins.add(Checkins.pack(day, Checkins.REPORTED_USED, -1, -1, -1));
    }
    return this;
  }

  public TimelineBuilder checkin(int day, int reported, int test) {
    checkins.add(Checkins.pack(day, reported, test, -1, -1));
    return this;
  }

  public TimelineBuilder checkin(int day, int reported, int test, int roleKept) {
    checkins.add(Checkins.pack(day, reported, test, roleKept, -1));
    return this;
  }

  public TimelineBuilder relapse(int first, int last, int severity) {
    relapses.add(new int[] {Relapses.pack(first, severity, -1), last});
    return this;
  }

  private static int code(String column, String value) {
    int position = Feed.ATTENDANCE.position(column);
    int code = Feed.ATTENDANCE.columns().get(position).codes().indexOf(value);
    if (code < 0) {
      throw new IllegalArgumentException(value);
    }
    return code;
  }

  public Timeline build() {
    sessions.sort(Comparator.comparingInt(s -> s[0]));
    relapses.sort(Comparator.comparingInt(r -> r[0]));
    return new Timeline(
        episode,
        client,
        site,
        (int) admitted.toEpochDay(),
        dischargedOn,
        reason,
        tier,
        covariates.get(0),
        covariates.get(1),
        covariates.get(2),
        covariates.get(3),
        medication,
        dailyRole,
        ints(from),
        ints(to),
        tiers.toArray(String[]::new),
        sessions.stream().mapToInt(s -> s[0]).toArray(),
        sessions.stream().mapToInt(s -> s[1]).toArray(),
        checkins.stream().mapToInt(Integer::intValue).sorted().toArray(),
        relapses.stream().mapToInt(r -> r[0]).toArray(),
        relapses.stream().mapToInt(r -> r[1]).toArray());
  }

  private static int[] ints(List<Integer> values) {
    return values.stream().mapToInt(Integer::intValue).toArray();
  }
}
