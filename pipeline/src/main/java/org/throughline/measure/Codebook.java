package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.throughline.figure.CodebookEntry;
import org.throughline.figure.Definition;
import org.throughline.figure.Figure;
import org.throughline.figure.MonthReport;
import org.throughline.figure.Slice;

/**
 * What each measure means, made from the definitions, with a worked example that is computed: the
 * figures of {@link WorkedExample}.
 */
public final class Codebook {
  private static final Set<String> LANDMARK = Set.of("none", "some", "regular");

  /** Made when it is first asked for. */
  private static final class Made {
    static final List<CodebookEntry> ENTRIES = make();
  }

  private Codebook() {}

  /** One entry for each definition, in the order of the catalogue. */
  public static List<CodebookEntry> entries() {
    return Made.ENTRIES;
  }

  private static List<CodebookEntry> make() {
    MonthReport worked = WorkedExample.report();
    Set<String> ids =
        Catalogue.definitions().stream().map(Definition::id).collect(Collectors.toSet());
    List<CodebookEntry> entries = new ArrayList<>();
    for (Definition definition : Catalogue.definitions()) {
      List<Figure> own =
          worked.figures().stream()
              .filter(f -> f.month().equals(worked.month()))
              .filter(f -> isOf(f.measure(), definition.id(), ids))
              .toList();
      List<Figure> overall = own.stream().filter(f -> f.slice().withLevel("").isOverall()).toList();
      entries.add(new CodebookEntry(definition, groups(own), overall.isEmpty() ? own : overall));
    }
    return List.copyOf(entries);
  }

  /** Its own id, or that with an ending such as _median which is no measure of its own. */
  private static boolean isOf(String measure, String id, Set<String> ids) {
    return measure.equals(id) || (measure.startsWith(id + "_") && !ids.contains(measure));
  }

  private static String groups(List<Figure> figures) {
    Set<String> found = new TreeSet<>();
    for (Figure figure : figures) {
      Slice slice = figure.slice();
      if (slice.byFamily()) {
        boolean landmark = LANDMARK.contains(slice.family());
        found.add(
            "3 family involvement "
                + (landmark ? "at the landmark" : "on the day")
                + ", also by tier");
      } else if (slice.byTier()) {
        found.add("1 tier");
      } else if (slice.bySite()) {
        found.add(
            "2 site; columns of throughline.groups, whose levels of fewer than "
                + Levels.LEAST
                + " episodes in the cohort are taken together as "
                + Levels.OTHER);
      } else if (!slice.group().isEmpty()) {
        found.add("4 " + slice.group());
      }
    }
    String words = found.stream().map(name -> name.substring(2)).collect(Collectors.joining("; "));
    return words.isEmpty() ? "everybody" : "everybody; " + words;
  }
}
