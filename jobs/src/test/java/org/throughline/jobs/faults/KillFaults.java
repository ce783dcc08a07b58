package org.throughline.jobs.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Commands that are broken off: killed at random instants, killed or failed at the n-th change of
 * the file system, out of disk. The same command again must leave the home that a run leaves which
 * never failed: {@code reports/} to the byte, tables to the row, nothing lying around, and every
 * publication proven.
 *
 * <p>System properties: {@code faults.kills}, {@code faults.halts}, {@code faults.throws}, {@code
 * faults.full} (how many of each), {@code faults.seed}, {@code faults.folder}, {@code
 * faults.prefix} (words before each child's command), {@code faults.lock} (a file that is held
 * during runs), {@code faults.turn} and {@code faults.pause} (for how many milliseconds it is held
 * and then left), {@code faults.kept} (go on with the homes of an earlier study).
 */
@SuppressWarnings("try") // what is held is held, not used
class KillFaults {
  private static final Random RANDOM = new Random(Long.getLong("faults.seed", 4));
  private static final int MOST_RESUMES = 3;
  private static final double DOUBLE_KILLS = 0.2;

  /** What became of the runs of one kind that were broken off at one place. */
  private static final class Row {
    private int runs;
    private int resumed;
    private int differences;
  }

  private static final Map<String, Row> TABLE = new TreeMap<>();
  private static final List<String> FOUND = new ArrayList<>();
  private static int doubleKills;
  private static int tooLate;

  private static Lab lab;

  @BeforeAll
  static void runOnceWithoutAnyFault() throws Exception {
    lab = new Lab(Path.of(System.getProperty("faults.folder", "target/faults")));
    lab.reference();
    for (int command = 0; command < lab.commands(); command++) {
      System.out.println(
          lab.name(command)
              + ": "
              + lab.steps(command).stream()
                  .map(s -> s.name() + " at " + s.nanos() / 1_000_000 + " ms")
                  .toList());
    }
  }

  @AfterAll
  static void tell() throws IOException, InterruptedException {
    lab.release();
    StringBuilder text = new StringBuilder("where,runs broken off,resumed,with differences\n");
    TABLE.forEach(
        (where, row) ->
            text.append(
                String.format(
                    Locale.ROOT, "%s,%d,%d,%d%n", where, row.runs, row.resumed, row.differences)));
    text.append("resumed runs that were killed too: ").append(doubleKills).append('\n');
    text.append("runs that had ended before their kill (not counted): ")
        .append(tooLate)
        .append('\n');
    FOUND.forEach(line -> text.append(line).append('\n'));
    System.out.println(text);
    Files.writeString(lab.folder().resolveSibling("faults.csv"), text);
  }

  @Test
  void killedAtAnyInstant() throws Exception {
    int wanted = Integer.getInteger("faults.kills", 100);
    for (int run = 0; run < wanted; ) {
      int command = run % lab.commands();
      lab.restore(command);
      try (AutoCloseable held = lab.hold()) {
        run += killAndJudge(command);
      }
    }
    assertThat(FOUND).isEmpty();
  }

  private static int killAndJudge(int command) throws IOException, InterruptedException {
    String where = kill(command);
    if (where.isEmpty()) {
      tooLate++;
      return 0;
    }
    if (RANDOM.nextDouble() < DOUBLE_KILLS && !kill(command).isEmpty()) {
      doubleKills++;
    }
    judge("killed", command, where);
    return 1;
  }

  /** Kills a run somewhere in a step; empty if it had ended before. */
  private static String kill(int command) throws IOException, InterruptedException {
    Child child = lab.start(command, Map.of());
    int step = RANDOM.nextInt(lab.steps(command).size());
    long delay = (long) (lab.nanos(command, step) * RANDOM.nextDouble());
    if (child.awaitStep(step)) {
      TimeUnit.NANOSECONDS.sleep(delay);
    }
    if (!child.kill()) {
      child.await();
      return "";
    }
    List<Child.Begun> begun = child.steps();
    return begun.get(begun.size() - 1).name();
  }

  @Test
  void goneAtAChangeOfTheFileSystem() throws Exception {
    atChanges("halt", Integer.getInteger("faults.halts", 30));
  }

  @Test
  void failedAtAChangeOfTheFileSystem() throws Exception {
    atChanges("throw", Integer.getInteger("faults.throws", 20));
  }

  private static void atChanges(String mode, int wanted) throws Exception {
    int[] most = new int[lab.commands()];
    Arrays.fill(most, 160);
    for (int run = 0; run < wanted; ) {
      int command = run % lab.commands();
      lab.restore(command);
      try (AutoCloseable held = lab.hold()) {
        run += failAndJudge(mode, command, most);
      }
    }
    assertThat(FOUND).isEmpty();
  }

  private static int failAndJudge(String mode, int command, int[] most)
      throws IOException, InterruptedException {
    int change = 1 + RANDOM.nextInt(most[command]);
    Child child =
        lab.start(
            command,
            Map.of(FaultyFiles.VARIABLE, mode + ":" + change),
            "--spark.hadoop.fs.file.impl=" + FaultyFiles.class.getName(),
            "--spark.hadoop.fs.file.impl.disable.cache=true");
    int code = child.await();
    if (!child.err().contains("fault at change")) {
      assertThat(code).as(child.err()).isZero();
      most[command] = change; // it does not make so many
      tooLate++;
      return 0;
    }
    List<Child.Begun> begun = child.steps();
    String where = begun.get(begun.size() - 1).name();
    if (mode.equals("halt")) {
      assertThat(code).as(child.err()).isEqualTo(137);
      judge("gone at a change", command, where);
    } else {
      // where Iceberg can do without, as with the hint of the latest version, it goes on
      assertThat(code).as(child.err()).isIn(0, 5);
      judge("input/output error", command, where + " (code " + code + ")");
    }
    return 1;
  }

  @Test
  void outOfDisk() throws Exception {
    int wanted = Integer.getInteger("faults.full", 15);
    Path home = lab.home();
    Lab.clear(home);
    Assumptions.assumeTrue(
        wanted > 0 && run("mount", "-t", "tmpfs", "-o", "size=512m", "tmpfs", home.toString()),
        "a file system of a given size cannot be mounted here");
    try {
      int[] most = new int[lab.commands()];
      Arrays.fill(most, 1_500);
      for (int run = 0; run < wanted; ) {
        int command = run % lab.commands();
        lab.restore(command);
        try (AutoCloseable held = lab.hold()) {
          run += fillAndJudge(command, most);
        }
      }
    } finally {
      run("umount", home.toString());
    }
    assertThat(FOUND).isEmpty();
  }

  private static int fillAndJudge(int command, int[] most)
      throws IOException, InterruptedException {
    int room = 4 + RANDOM.nextInt(most[command]);
    resize(used(lab.home()) + room);
    Child child = lab.start(command, Map.of());
    int code = child.await();
    List<Child.Begun> begun = child.steps();
    resize(512 * 1024);
    if (code == 0) {
      most[command] = Math.max(50, room);
      tooLate++;
      return 0;
    }
    judge("disk full", command, begun.get(begun.size() - 1).name() + " (code " + code + ")");
    return 1;
  }

  private static void resize(long kilobytes) throws IOException, InterruptedException {
    assertThat(run("mount", "-o", "remount,size=" + kilobytes + "k", lab.home().toString()))
        .isTrue();
  }

  /** Kilobytes in use, in whole pages as the file system counts them. */
  private static long used(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.mapToLong(
              path -> {
                try {
                  return Files.isRegularFile(path) ? (Files.size(path) + 4095) / 4096 * 4 : 0;
                } catch (IOException e) {
                  throw new UncheckedIOException(e);
                }
              })
          .sum();
    }
  }

  private static boolean run(String... command) throws IOException, InterruptedException {
    return new ProcessBuilder(command).inheritIO().start().waitFor() == 0;
  }

  /** Runs the same command again, to its end, and compares. */
  private static void judge(String kind, int command, String where)
      throws IOException, InterruptedException {
    Row row = TABLE.computeIfAbsent(kind + ", " + where, any -> new Row());
    row.runs++;
    String name = kind + " in " + lab.name(command) + " at " + where;
    Child again = lab.start(command, Map.of());
    int code = again.await();
    for (int more = 1; code != 0 && more < MOST_RESUMES; more++) {
      FOUND.add(name + ": the same command ended with " + code + ": " + again.err());
      again = lab.start(command, Map.of());
      code = again.await();
    }
    if (code == 0) {
      row.resumed++;
    }
    List<String> differences =
        new ArrayList<>(lab.after(command).differences(HomeImage.of(lab.home())));
    differences.addAll(HomeImage.faults(lab.home()));
    if (!differences.isEmpty()) {
      row.differences++;
      differences.forEach(difference -> FOUND.add(name + ": " + difference));
      Lab.copy(lab.home(), lab.folder().resolve("found-" + FOUND.size()));
    }
    System.out.println(name + ": " + (differences.isEmpty() ? "the same" : differences.toString()));
  }
}
