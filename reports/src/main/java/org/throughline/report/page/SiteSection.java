package org.throughline.report.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.throughline.figure.Interval;
import org.throughline.figure.Slice;
import org.throughline.report.chart.Dot;

/** The headline figures by site: a table without ranking. */
final class SiteSection {

  private final Reading reading;

  private SiteSection(Reading reading) {
    this.reading = reading;
  }

  static PageModel.Section of(Reading reading) {
    SiteSection section = new SiteSection(reading);
    return new PageModel.Section(
        "sites",
        "Sites",
        "Sites",
        List.of(new Prose(section.finding())),
        Prose.paragraphs(
            "Sites admit different clients, and none of these figures is adjusted for that. The order is"
                + " by name; the table can be sorted, and a rank in it says little."),
        List.of(),
        List.of(),
        section.blocks());
  }

  private List<PageModel.Block> blocks() {
    List<PageModel.Block> blocks = new ArrayList<>();
    new SiteFunnelPlot(reading).block().ifPresent(blocks::add);
    blocks.add(grid());
    blocks.addAll(new SiteCurves(reading).blocks());
    return blocks;
  }

  private String finding() {
    Optional<Double> program = reading.shown("retention", 90, Slice.OVERALL).dot().map(Dot::value);
    List<Interval> intervals =
        reading.report().sites().stream()
            .map(s -> reading.shown("retention", 90, Slice.ofSite(s)).dot())
            .flatMap(dot -> dot.flatMap(Dot::interval).stream())
            .toList();
    if (program.isEmpty() || intervals.isEmpty()) {
      return "No site has a figure of retention at day 90 that can be shown.";
    }
    double value = program.get();
    long outside = intervals.stream().filter(i -> value < i.low() || value > i.high()).count();
    String whole = "the value of the whole program, " + Numerals.percent(value);
    if (outside == 0) {
      return "At day 90 there is no ranking to read: each site’s interval contains " + whole + ".";
    }
    return "At day 90 the interval of "
        + outside
        + " of "
        + intervals.size()
        + " sites does not contain "
        + whole
        + ". By chance alone, about one site in twenty would be so.";
  }

  private PageModel.Grid grid() {
    Table.Builder table =
        Table.titled("Headline figures by site (95\u00a0% interval)")
            .words("Site")
            .numbers("Admissions");
    for (Headline headline : Headline.values()) {
      table.numbers(head(headline));
    }
    table.row(row("Whole program", Slice.OVERALL));
    reading.report().sites().forEach(site -> table.row(row(site, Slice.ofSite(site))));
    PageModel.Grid grid =
        reading.grid(
            "",
            table.stacking(),
            new Prose(
                "Admissions: those of "
                    + reading.admitted()
                    + ". Sober first 12 weeks: a missing week counts as use. A funnel of limits is drawn"
                    + " from ten sites on."));
    return new PageModel.Grid(List.of(), grid.table(), grid.notes(), "sites");
  }

  private String head(Headline headline) {
    return switch (headline) {
      case RETENTION -> "No unplanned exit by day 90";
      case COMPLETION -> "Completed, " + Dates.name(reading.report().month());
      case ATTENDANCE -> "Attendance, " + Dates.name(reading.report().month());
      case CONTINUOUS -> "Sober first 12 weeks, at least";
    };
  }

  private List<String> row(String name, Slice slice) {
    List<String> cells = new ArrayList<>();
    cells.add(name);
    Shown admitted = reading.shown("retention", OptionalInt.of(90), slice);
    cells.add(admitted.present() ? Numerals.count(admitted.total()) : admitted.value());
    for (Headline headline : Headline.values()) {
      cells.add(reading.shown(headline.measure(), headline.at(), slice).cell());
    }
    return cells;
  }
}
