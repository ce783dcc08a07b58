package org.throughline.episode;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/** Packing loses nothing, and packed numbers are in order of days. */
class PackedLaws {
  @Property
  void sessionsComeBack(
      @ForAll @IntRange(min = -7, max = 20000) int day,
      @ForAll @IntRange(max = 8) int service,
      @ForAll @IntRange(max = 4) int status,
      @ForAll @IntRange(min = -1, max = 1) int mode,
      @ForAll @IntRange(min = -1, max = 1) int family) {
    int packed = Sessions.pack(day, service, status, mode, family);
    assertThat(
            new int[] {
              Sessions.day(packed),
              Sessions.service(packed),
              Sessions.status(packed),
              Sessions.mode(packed),
              Sessions.familyPresent(packed)
            })
        .containsExactly(day, service, status, mode, family);
    assertThat(packed).isLessThan(Sessions.pack(day + 1, 0, 0, -1, -1));
  }

  @Property
  void checkinsComeBack(
      @ForAll @IntRange(min = -7, max = 20000) int day,
      @ForAll @IntRange(min = -1, max = 2) int reported,
      @ForAll @IntRange(min = -1, max = 3) int test,
      @ForAll @IntRange(min = -1, max = 1) int role,
      @ForAll @IntRange(min = -1, max = 10) int craving) {
    int packed = Checkins.pack(day, reported, test, role, craving);
    assertThat(
            new int[] {
              Checkins.day(packed),
              Checkins.reported(packed),
              Checkins.test(packed),
              Checkins.roleKept(packed),
              Checkins.craving(packed)
            })
        .containsExactly(day, reported, test, role, craving);
    assertThat(packed).isLessThan(Checkins.pack(day + 1, -1, -1, -1, -1));
  }

  @Property
  void relapsesComeBack(
      @ForAll @IntRange(min = -7, max = 20000) int day,
      @ForAll @IntRange(max = 1) int severity,
      @ForAll @IntRange(min = -1, max = 3) int source) {
    int packed = Relapses.pack(day, severity, source);
    assertThat(new int[] {Relapses.day(packed), Relapses.severity(packed), Relapses.source(packed)})
        .containsExactly(day, severity, source);
  }
}
