package org.throughline.jobs.settings;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.throughline.check.CheckRules;
import org.throughline.episode.EpisodeColumn;
import org.throughline.episode.FoldRules;
import org.throughline.episode.Tier;
import org.throughline.episode.Tiers;
import org.throughline.feed.FeedLimits;
import org.throughline.report.page.PageLocale;
import org.throughline.report.pdf.Paper;

/**
 * What a program may set.
 *
 * @param program its name, as it stands on the report
 * @param rules the settings that move figures
 * @param smallCell cells under this many clients are hidden
 * @param tiers the tiers in use
 * @param groups columns of the episodes feed that figures are grouped by, beside tier and site
 * @param keepSnapshotsDays days for which tables can be read as they were before they were replaced
 * @param limits what a delivery may be at most
 * @param checks how the data checks are set
 * @param locale language tag and dates of the pages
 * @param paper what report.pdf is printed on
 * @param keyFile where the pseudonym key lies, or empty for the home's own
 * @param spark keys for Spark
 */
public record Settings(
    String program,
    FoldRules rules,
    int smallCell,
    Tiers tiers,
    List<EpisodeColumn> groups,
    int keepSnapshotsDays,
    FeedLimits limits,
    CheckRules checks,
    PageLocale locale,
    Paper paper,
    Optional<Path> keyFile,
    Map<String, String> spark) {

  public Settings {
    groups = List.copyOf(groups);
    spark = Map.copyOf(spark);
  }

  /** The settings that a publication depends on, by name. */
  public SortedMap<String, String> published() {
    SortedMap<String, String> map = new TreeMap<>();
    map.put("cohort-months", Integer.toString(rules.cohortMonths()));
    map.put("silence-days", Integer.toString(rules.silenceDays()));
    map.put("landmark-day", Integer.toString(rules.landmarkDay()));
    map.put("refused-test", rules.refusedTest().name().toLowerCase(Locale.ROOT));
    map.put("small-cell", Integer.toString(smallCell));
    map.put("program", program);
    map.put("checks", checks.spelledOut());
    map.put(
        "tiers", tiers.inOrder().stream().map(Settings::spelled).collect(Collectors.joining("; ")));
    if (locale != PageLocale.EN) {
      map.put(PageLocale.SETTING, locale.tag());
    }
    if (paper != Paper.A4) {
      map.put(Paper.SETTING, paper.code());
    }
    if (!groups.isEmpty()) {
      map.put("groups", groups.stream().map(EpisodeColumn::code).collect(Collectors.joining(", ")));
    }
    return map;
  }

  private static String spelled(Tier tier) {
    String floor =
        tier.floorHours().isPresent() ? " from " + tier.floorHours().getAsInt() + " h" : "";
    return tier.code()
        + " ("
        + tier.label()
        + ")"
        + floor
        + tier.aliases().stream().map(a -> " =" + a).collect(Collectors.joining());
  }
}
