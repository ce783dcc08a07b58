package org.throughline.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.throughline.feed.Feed;
import org.throughline.jobs.Exit;
import org.throughline.jobs.Halt;
import org.throughline.jobs.home.Home;
import org.throughline.lake.Delivery;
import org.throughline.lake.Ledger;
import org.throughline.lake.OpenRows;
import org.throughline.lake.Quarantine;
import org.throughline.lake.QuarantineException;
import org.throughline.lake.QuarantineFile;
import org.throughline.lake.QuarantineHeader;
import org.throughline.lake.QuarantineKey;
import org.throughline.lake.QuarantineReader;

/** Writes the raw rows that are set aside, one file for each source and feed. */
final class MendFiles {
  private final Home home;
  private final Map<Integer, Delivery> deliveries = new HashMap<>();
  private final Quarantine quarantine;
  private final QuarantineKey key;
  private final Terminal terminal;
  private final OpenLines open;
  private final Set<String> problems = new LinkedHashSet<>();

  MendFiles(Home home, Ledger ledger, QuarantineKey key, Terminal terminal) {
    this.home = home;
    this.key = key;
    this.terminal = terminal;
    ledger.deliveries().forEach(delivery -> deliveries.put(delivery.number(), delivery));
    quarantine = Quarantine.in(home.quarantine());
    open = OpenRows.collect(home.lake(), ledger, OpenLines::new);
  }

  /** Rows of one source and feed. */
  private record Group(String source, Feed feed, List<QuarantineFile> files) {}

  /** What was written. */
  private record Written(Group group, MendTarget target, long rows, long formulas) {}

  /**
   * Writes all files.
   *
   * @throws Halt if a file cannot be made, or every line is under another key
   */
  Exit write(MendTarget target) throws IOException {
    if (open.deliveries().isEmpty()) {
      terminal.err().println("No row is rejected or held: nothing was written.");
      return Exit.DONE;
    }
    Map<Group, MendTarget> targets = targets(target);
    List<Written> written = new ArrayList<>();
    for (Map.Entry<Group, MendTarget> group : targets.entrySet()) {
      Written one = write(group.getKey(), group.getValue());
      if (one.rows() > 0) {
        written.add(one);
      }
    }
    tell(written);
    problems.forEach(problem -> terminal.err().println(problem + "."));
    return problems.isEmpty() ? Exit.DONE : Exit.DATA_CHECK;
  }

  private Map<Group, MendTarget> targets(MendTarget target) {
    Map<String, Group> groups = new TreeMap<>();
    List<QuarantineFile> files =
        quarantine.files().stream()
            .filter(file -> open.deliveries().contains(file.delivery()))
            .toList();
    if (!files.isEmpty() && files.stream().noneMatch(key::opens)) {
      throw Halt.usage(
          "The lines in "
              + home.quarantine()
              + " were written under another pseudonym key than the one that is given now: name"
              + " that key by throughline.key-file or THROUGHLINE_KEY.");
    }
    for (QuarantineFile file : files) {
      Delivery delivery = deliveries.get(file.delivery());
      if (delivery != null) {
        groups
            .computeIfAbsent(
                delivery.source() + "\t" + delivery.feed().code(),
                any -> new Group(delivery.source(), delivery.feed(), new ArrayList<>()))
            .files()
            .add(file);
      }
    }
    Map<Group, MendTarget> targets = new LinkedHashMap<>();
    for (Group group : groups.values()) {
      MendTarget own = groups.size() == 1 ? target : target.of(group.source(), group.feed());
      own.refuseNameOfOther(group.feed());
      targets.put(group, own);
    }
    return targets;
  }

  private Written write(Group group, MendTarget target) throws IOException {
    MendSheet.Columns columns = new MendSheet.Columns();
    for (int at = group.files().size() - 1; at >= 0; at--) {
      read(group.files().get(at), new Beginning(columns));
    }
    try (MendSheet sheet = new MendSheet(target.create(), columns)) {
      for (QuarantineFile file : group.files()) {
        read(file, new Copying(sheet, file.delivery()));
      }
      if (sheet.rows() == 0) {
        Files.delete(target.file());
      }
      return new Written(group, target, sheet.rows(), sheet.formulas());
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(target.file()); // half a file looks like a whole one
      throw e;
    }
  }

  /** A file that cannot be read is told; the others still are. */
  private void read(QuarantineFile file, QuarantineReader reader) throws IOException {
    try {
      quarantine.read(file, key, reader);
    } catch (QuarantineException e) {
      problems.add(String.valueOf(e.getMessage()));
    }
  }

  /** Takes the columns. */
  private record Beginning(MendSheet.Columns columns) implements QuarantineReader {
    @Override
    public void begins(QuarantineHeader header) {
      columns.add(header);
    }

    @Override
    public Lines lines() {
      return Lines.NOT_WANTED;
    }

    @Override
    public void line(long line, String text) {
      throw new IllegalStateException("lines are not wanted");
    }
  }

  /** Takes the lines that are set aside still. */
  private final class Copying implements QuarantineReader {
    private final MendSheet sheet;
    private final int delivery;
    private QuarantineHeader header = new QuarantineHeader(',', "", List.of(), List.of());

    Copying(MendSheet sheet, int delivery) {
      this.sheet = sheet;
      this.delivery = delivery;
    }

    @Override
    public void begins(QuarantineHeader of) {
      header = of;
    }

    @Override
    public void line(long line, String text) throws IOException {
      var reason = open.reason(delivery, line);
      Delivery of = deliveries.get(delivery);
      if (reason.isPresent() && of != null) {
        sheet.write(
            new MendSheet.Margin(
                key.id(new QuarantineKey.Reject(delivery, line)), reason.get(), of.file(), line),
            header,
            text);
      }
    }
  }

  private void tell(List<Written> written) {
    long rows = 0;
    long formulas = 0;
    for (Written one : written) {
      terminal.out().println(one.target().file());
      rows += one.rows();
      formulas += one.formulas();
    }
    for (Written one : written) {
      terminal
          .err()
          .printf(
              Locale.ROOT,
              "%,d rows of %s from %s. When they are corrected:%n"
                  + "  throughline receive --home %s --source %s %s%n",
              one.rows(),
              one.group().feed().code(),
              one.group().source(),
              Quoted.forShell(home.root()),
              one.group().source(),
              Quoted.forShell(one.target().file()));
    }
    if (rows > 0) {
      terminal
          .err()
          .println(
              "These files hold real identifiers: keep them as you keep the feeds, and delete them"
                  + " afterwards. Leave the column throughline_reject as it is; rows that are not"
                  + " corrected can be deleted or left. In a spreadsheet, import all columns as text"
                  + " and save as CSV UTF-8.");
    }
    if (formulas > 0) {
      terminal
          .err()
          .printf(
              Locale.ROOT,
              "%,d cells begin with =, +, - or @: a spreadsheet that does not import them as text"
                  + " takes them for formulas.%n",
              formulas);
    }
    long all = open.deliveries().stream().mapToLong(open::count).sum();
    if (all > rows) {
      terminal
          .err()
          .printf(
              Locale.ROOT,
              "%,d more rows are set aside without their lines being kept, since only a later file or"
                  + " the other rows of their episode set them aside: take them from the delivered"
                  + " files, by file and line of throughline rejects --all.%n",
              all - rows);
    }
  }
}
