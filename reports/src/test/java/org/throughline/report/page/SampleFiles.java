package org.throughline.report.page;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.throughline.figure.FileSummary;

/** What the invented program handed over in June 2025. */
final class SampleFiles {

  private SampleFiles() {}

  static List<FileSummary> june() {
    List<FileSummary> files = new ArrayList<>();
    for (String site : List.of("harbor", "mill", "northgate")) {
      boolean late = site.equals("northgate");
      files.add(file("episodes", site, 41, 1, 0, Map.of("discharged_on: before admitted_on", 1L)));
      files.add(file("placements", site, 22, 0, 0, Map.of()));
      files.add(
          file(
              "attendance",
              site,
              364,
              3,
              1,
              Map.of(
                  "minutes: more than 1440",
                  2L,
                  "scheduled_on: more than 7 days after discharge",
                  1L)));
      FileSummary checkins =
          file("checkins", site, 251, 2, 2, Map.of("neither reported_use nor test_result", 2L));
      files.add(late ? earlier(checkins) : checkins);
    }
    return files;
  }

  private static FileSummary file(
      String feed, String site, long read, long rejected, long held, Map<String, Long> reasons) {
    return new FileSummary(
        feed,
        site,
        feed + "-" + site + "-2025-06.csv",
        LocalDate.of(2025, 6, 30),
        read,
        read - rejected - held,
        rejected,
        held,
        reasons,
        feed.equals("episodes") ? List.of("county", "payer") : List.of(),
        feed.equals("episodes") ? Map.of("primary_substance: kratom", 2L) : Map.of());
  }

  private static FileSummary earlier(FileSummary f) {
    return new FileSummary(
        f.feed(),
        f.source(),
        f.file().replace("2025-06", "2025-05"),
        LocalDate.of(2025, 5, 31),
        f.read(),
        f.accepted(),
        f.rejected(),
        f.held(),
        f.reasons(),
        f.unknownColumns(),
        f.blanked());
  }
}
