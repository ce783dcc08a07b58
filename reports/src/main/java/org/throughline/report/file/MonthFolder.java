package org.throughline.report.file;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.throughline.figure.MonthReport;
import org.throughline.report.chart.Drawing;
import org.throughline.report.page.CodebookPage;
import org.throughline.report.page.MonthPage;
import org.throughline.report.pdf.MonthPdf;

/**
 * Puts a month into {@code reports/YYYY-MM/}, whole or not at all.
 *
 * <p>Order, and what a crash leaves:
 *
 * <ol>
 *   <li>All files are written into a hidden folder beside, {@code .YYYY-MM.N.new}; {@code
 *       publication.json} last. A crash here leaves the old month as it was, and a hidden folder
 *       that the next run removes.
 *   <li>An earlier edition is moved to {@code editions/YYYY-MM.M/}; the same edition, written
 *       again, to a hidden {@code .YYYY-MM.N.old}.
 *   <li>The new folder is moved to {@code YYYY-MM/}. A crash between the two moves leaves both
 *       complete, and the next run, or {@link #recover}, makes this move.
 *   <li>{@code .YYYY-MM.N.old} is removed.
 * </ol>
 *
 * <p>Each move is one rename. So whatever stands at {@code YYYY-MM/} is always one whole edition.
 * Writing the same edition with the same bytes again changes nothing.
 */
public final class MonthFolder {

  private static final Pattern HIDDEN = Pattern.compile("\\.(\\d{4}-\\d{2})\\.(\\d+)\\.(new|old)");

  private final Path reports;
  private final Folders.Move mover;

  /**
   * Told what the publication will be before it counts, so that what must be noted elsewhere is
   * there before the month is.
   */
  @FunctionalInterface
  public interface Seal {
    /** Says nothing to nobody. */
    Seal NONE = sha256 -> {};

    /**
     * @param sha256 of {@code publication.json}, hexadecimal
     */
    void note(String sha256) throws IOException;
  }

  MonthFolder(Path reports, Folders.Move mover) {
    this.reports = reports;
    this.mover = mover;
  }

  /**
   * Renders a month and puts it in place. Safe to run again after a crash at any point.
   *
   * @return the folder of the month
   * @throws IOException if a file cannot be written
   * @throws IllegalStateException if what stands there is a later edition, or is no publication
   */
  public static Path write(MonthReport report, Path reports) throws IOException {
    return write(report, reports, Seal.NONE);
  }

  /** The same; the seal is told before {@code publication.json} is written anywhere. */
  public static Path write(MonthReport report, Path reports, Seal seal) throws IOException {
    return new MonthFolder(reports, Folders.RENAME).write(report, seal);
  }

  /** Whether a report is, to the last byte, what stands in its month's folder. Renders it. */
  public static boolean isSame(MonthReport report, Path reports) throws IOException {
    return new MonthFolder(reports, Folders.RENAME).isSame(report);
  }

  /**
   * Finishes or removes what an interrupted run left. Nothing else touches the folders meanwhile:
   * one run at a time holds the home.
   */
  public static void recover(Path reports) throws IOException {
    new MonthFolder(reports, Folders.RENAME).recover();
  }

  Path write(MonthReport report) throws IOException {
    return write(report, Seal.NONE);
  }

  private boolean isSame(MonthReport computed) throws IOException {
    MonthReport report = FirstEditions.compared(computed, reports);
    Path target = reports.resolve(report.month().toString());
    if (!Files.exists(target.resolve(PublicationJson.NAME))) {
      return false;
    }
    Path fresh = hidden(report, "new");
    render(report, fresh, Seal.NONE);
    boolean same = same(fresh, target);
    Folders.remove(fresh);
    return same;
  }

  private Path write(MonthReport computed, Seal seal) throws IOException {
    Files.createDirectories(reports);
    recover();
    MonthReport report = FirstEditions.compared(computed, reports);
    Path target = reports.resolve(report.month().toString());
    Optional<PublicationJson> present = present(target, report);
    Path fresh = hidden(report, "new");
    render(report, fresh, seal);
    if (present.isPresent() && same(fresh, target)) {
      Folders.remove(fresh);
      return target;
    }
    if (present.isPresent()) {
      mover.move(target, placeOf(present.get(), report));
    }
    mover.move(fresh, target);
    Folders.remove(hidden(report, "old"));
    return target;
  }

  private Optional<PublicationJson> present(Path target, MonthReport report) throws IOException {
    if (!Files.exists(target)) {
      return Optional.empty();
    }
    if (!Files.exists(target.resolve(PublicationJson.NAME))) {
      throw new IllegalStateException(
          target + " holds no " + PublicationJson.NAME + "; move it away and run again");
    }
    PublicationJson publication = PublicationJson.read(target);
    if (publication.edition() > report.edition()) {
      throw new IllegalStateException(
          String.format(
              Locale.ROOT,
              "%s is edition %d; edition %d cannot take its place",
              target,
              publication.edition(),
              report.edition()));
    }
    return Optional.of(publication);
  }

  private Path placeOf(PublicationJson present, MonthReport report) throws IOException {
    if (present.edition() == report.edition()) {
      return hidden(report, "old");
    }
    Path editions = Files.createDirectories(reports.resolve("editions"));
    Path place = editions.resolve(present.month() + "." + present.edition());
    if (Files.exists(place)) {
      throw new IllegalStateException(
          place + " is taken, though that edition stands in its month's folder; move one away");
    }
    return place;
  }

  /** Removes half-written folders; where a month lost its old folder, gives it the new one. */
  void recover() throws IOException {
    for (Path folder : Folders.inside(reports)) {
      Matcher name = HIDDEN.matcher(folder.getFileName().toString());
      if (!name.matches()) {
        continue;
      }
      Path target = reports.resolve(name.group(1));
      if (name.group(3).equals("new") && !Files.exists(target) && isWhole(folder)) {
        mover.move(folder, target);
      } else if (name.group(3).equals("new") || Files.exists(target)) {
        Folders.remove(folder);
      } else {
        // The new one beside it sorts first: it was not whole, so the old one stands again.
        mover.move(folder, target);
      }
    }
  }

  private static boolean isWhole(Path folder) throws IOException {
    return Files.exists(folder.resolve(PublicationJson.NAME))
        && PublicationJson.read(folder).differences(folder).isEmpty();
  }

  private static boolean same(Path fresh, Path target) throws IOException {
    Path commit = target.resolve(PublicationJson.NAME);
    return Files.mismatch(fresh.resolve(PublicationJson.NAME), commit) < 0 && isWhole(target);
  }

  private Path hidden(MonthReport report, String state) {
    return reports.resolve("." + report.month() + "." + report.edition() + "." + state);
  }

  private static void render(MonthReport report, Path folder, Seal seal) throws IOException {
    Folders.remove(folder);
    Path charts = Files.createDirectories(folder.resolve("charts"));
    MonthPage.Rendered page = MonthPage.rendered(report);
    Files.writeString(folder.resolve("index.html"), page.html(), StandardCharsets.UTF_8);
    Files.write(folder.resolve("report.pdf"), MonthPdf.of(report, page.model()));
    for (Drawing drawing : page.drawings()) {
      Files.writeString(
          charts.resolve(drawing.id() + ".svg"), drawing.standaloneSvg(), StandardCharsets.UTF_8);
      Files.write(charts.resolve(drawing.id() + ".png"), drawing.png());
    }
    try (Writer csv = Files.newBufferedWriter(folder.resolve("figures.csv"))) {
      FiguresCsv.write(report, csv);
    }
    try (Writer csv = Files.newBufferedWriter(folder.resolve("curves.csv"))) {
      CurvesCsv.write(report, csv);
    }
    try (Writer csv = Files.newBufferedWriter(folder.resolve("fragility.csv"))) {
      FragilityCsv.write(report, csv);
    }
    try (Writer csv = Files.newBufferedWriter(folder.resolve("codebook.csv"))) {
      CodebookCsv.write(report, csv);
    }
    Files.writeString(
        folder.resolve("codebook.html"), CodebookPage.render(report), StandardCharsets.UTF_8);
    String publication = PublicationJson.of(report, folder).text();
    seal.note(Digests.sha256(publication));
    Files.writeString(folder.resolve(PublicationJson.NAME), publication, StandardCharsets.UTF_8);
    Folders.force(folder);
  }
}
