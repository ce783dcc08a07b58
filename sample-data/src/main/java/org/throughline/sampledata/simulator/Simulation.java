package org.throughline.sampledata.simulator;

import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Simulates a program and writes what it would hand over. */
public final class Simulation {

  /** The file beside the feeds that tells the truth. */
  public static final String TRUTH_FILE = "truth.json";

  private Simulation() {}

  /**
   * Writes all monthly deliveries and {@value #TRUTH_FILE} to the settings' folder. Memory does not
   * grow with the number of clients.
   *
   * @return the truth, as written
   * @throws IOException where the folder cannot be written, or already holds something
   */
  public static Truth run(SimulationSettings settings) throws IOException {
    refuseFilled(settings.out());
    DeliveryFiles files = new DeliveryFiles(settings);
    TruthTally tally = new TruthTally(settings);
    Lives lives = new Lives(settings);
    for (int number = 0; number < settings.clients(); number++) {
      deliver(settings, lives.of(number), files, tally);
    }
    files.finish();
    Truth truth = tally.result(files);
    Files.writeString(settings.out().resolve(TRUTH_FILE), json(truth), StandardCharsets.UTF_8);
    return truth;
  }

  /** The clients themselves, in order, without writing anything. */
  public static Stream<ClientLife> lives(SimulationSettings settings) {
    Lives lives = new Lives(settings);
    return IntStream.range(0, settings.clients()).mapToObj(lives::of);
  }

  /**
   * Hands over what the program would write down about a client, month by month, faults left out.
   *
   * @param client as drawn by {@link #lives}, or changed since
   */
  public static void rows(SimulationSettings settings, ClientLife client, RowTaker taker) {
    Deliveries deliveries =
        new Deliveries() {
          @Override
          public void add(int month, Site site, FeedRow row) {
            taker.row(month, row.feed(), row.cells(), row.rowDeleted().equals("yes"));
          }

          @Override
          public boolean addFaulty(int month, Site site, FeedRow row, DirtKind kind) {
            return false;
          }
        };
    send(settings, client, deliveries, (life, lastAttendedDay, changes) -> {});
  }

  private static void deliver(
      SimulationSettings settings, ClientLife client, Deliveries deliveries, TruthTally tally) {
    tally.add(client.person());
    send(settings, client, deliveries, tally::add);
  }

  /** What is told of an episode whose rows were sent. */
  private interface Sent {
    void episode(EpisodeLife life, int lastAttendedDay, Map<ChangeKind, Long> changes);
  }

  private static void send(
      SimulationSettings settings, ClientLife client, Deliveries deliveries, Sent sent) {
    Person person = client.person();
    Optional<EpisodeLife> earlier = Optional.empty();
    for (EpisodeLife life : client.episodes()) {
      Courier courier = new Courier(settings, deliveries, person, life);
      new RosterRows(settings, person, life, courier).send();
      int lastAttendedDay = new AttendanceRows(settings, person, life, earlier, courier).send();
      new CheckinRows(settings, person, life, courier).send();
      new RelapseRows(settings, person, life, courier).send();
      sent.episode(life, lastAttendedDay, courier.changes());
      earlier = Optional.of(life);
    }
  }

  private static void refuseFilled(Path out) throws IOException {
    Files.createDirectories(out);
    try (Stream<Path> present = Files.list(out)) {
      if (present.findAny().isPresent()) {
        throw new IOException(
            out + " is not empty: feeds of two simulations must not mix; name another folder");
      }
    }
  }

  /** Line ends are LF on every machine. */
  private static String json(Truth truth) throws IOException {
    DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
    DefaultPrettyPrinter printer =
        new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
    return new ObjectMapper().writer(printer).writeValueAsString(truth) + "\n";
  }
}
