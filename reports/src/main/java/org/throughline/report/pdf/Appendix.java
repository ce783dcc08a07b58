package org.throughline.report.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.report.page.PageModel;
import org.throughline.report.page.Table;

/** The tables that a reader of the page unfolds; on paper they stand at the end. */
public final class Appendix {

  /**
   * A table of the appendix.
   *
   * @param id its anchor
   * @param number of the chart that it lies behind, or 0
   * @param heading above it
   */
  public record Entry(String id, int number, String heading, Table table) {}

  /** Longer lists, of hundreds of files, stay on the page: on paper nobody reads them. */
  private static final int MOST_ROWS = 80;

  private final List<Entry> entries = new ArrayList<>();

  private Appendix() {}

  static Appendix of(PageModel page) {
    Appendix appendix = new Appendix();
    for (PageModel.Section section : page.sections()) {
      section.blocks().forEach(appendix::add);
    }
    return appendix;
  }

  private void add(PageModel.Block block) {
    if (block instanceof PageModel.Plot plot) {
      for (Table table : plot.data()) {
        entries.add(
            new Entry(
                "data-" + (entries.size() + 1),
                plot.number(),
                "Chart " + plot.number() + ". " + plot.heading(),
                table));
      }
    } else if (block instanceof PageModel.Pair pair) {
      pair.plots().forEach(this::add);
    } else if (block instanceof PageModel.Fold fold && fold.table().rows().size() <= MOST_ROWS) {
      entries.add(new Entry("data-" + (entries.size() + 1), 0, fold.summary(), fold.table()));
    }
  }

  /** In the order of the charts. */
  public List<Entry> entries() {
    return List.copyOf(entries);
  }

  /** Where the table behind a chart begins; for the template. */
  public List<Entry> behind(PageModel.Plot plot) {
    return entries.stream().filter(e -> e.number() == plot.number()).limit(1).toList();
  }

  /** Where a table that is folded on the page stands; for the template. */
  public List<Entry> of(PageModel.Fold fold) {
    Optional<Entry> entry =
        entries.stream().filter(e -> e.number() == 0 && e.table().equals(fold.table())).findFirst();
    return entry.stream().toList();
  }
}
