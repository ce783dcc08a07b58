package org.throughline.jobs.faults;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.throughline.sampledata.simulator.Simulation;
import org.throughline.sampledata.simulator.SimulationSettings;

/**
 * A small program, the commands of its life, and the home as it is before each of them when none
 * ever fails. All homes stand at one path, since tables hold absolute paths.
 */
@SuppressWarnings("try") // what is held is held, not used
final class Lab {
  private static final int CLIENTS = 80;
  private static final int MONTHS = 6;
  private static final String STEPS = "steps.txt";
  private static final String KEY = "5a".repeat(32);

  private final Path folder;
  private final List<List<String>> commands = new ArrayList<>();
  private final List<HomeImage> images = new ArrayList<>();
  private final List<List<Child.Begun>> steps = new ArrayList<>();
  private final List<Long> durations = new ArrayList<>();
  private final List<String> classPath;
  private Optional<Process> turn = Optional.empty();
  private long turnSince;

  Lab(Path folder) throws IOException {
    this.folder = Files.createDirectories(folder).toAbsolutePath();
    if (!isKept()) {
      clear(this.folder);
    }
    classPath = jars();
    Path feeds = this.folder.resolve("feeds");
    SimulationSettings plain = SimulationSettings.of(CLIENTS, MONTHS, 11, feeds);
    SimulationSettings small =
        new SimulationSettings(
            CLIENTS,
            MONTHS,
            11,
            plain.firstMonth(),
            2,
            plain.familyHazardRatio(),
            plain.frailtySd(),
            plain.checkinsPerWeek(),
            plain.exports(),
            SimulationSettings.Dirt.A_LITTLE,
            plain.packing(),
            feeds);
    if (!isKept()) {
      Simulation.run(small); // the times of its files are part of what a run is known by
    }
    List<Path> months = months(feeds);
    String home = home().toString();
    List<String> first = new ArrayList<>(List.of("receive", "--home", home));
    months.subList(0, 3).forEach(month -> first.add(month.toString()));
    commands.add(first);
    for (Path month : months.subList(3, MONTHS)) {
      commands.add(
          List.of(
              "month",
              month.getFileName().toString(),
              "--home",
              home,
              "--receive",
              month.toString()));
    }
    YearMonth last = YearMonth.parse(months.get(MONTHS - 1).getFileName().toString());
    commands.add(
        List.of("backfill", last.minusMonths(2).toString(), last.toString(), "--home", home));
  }

  /** Runs all commands, none of which fails, and keeps the home before each. */
  void reference() throws Exception {
    if (isKept()) {
      for (String line : Files.readAllLines(folder.resolve(STEPS))) {
        List<Child.Begun> of = new ArrayList<>();
        String[] cells = line.split(" ");
        for (int c = 1; c < cells.length; c += 2) {
          of.add(new Child.Begun(cells[c], Long.parseLong(cells[c + 1])));
        }
        steps.add(of);
        durations.add(Long.parseLong(cells[0]));
      }
      for (int c = 0; c < commands.size(); c++) {
        restore(c + 1);
        images.add(HomeImage.of(home()));
      }
      return;
    }
    try (AutoCloseable held = hold()) {
      runAll();
    }
    List<String> lines = new ArrayList<>();
    for (int c = 0; c < commands.size(); c++) {
      StringBuilder line = new StringBuilder(durations.get(c).toString());
      steps.get(c).forEach(s -> line.append(' ').append(s.name()).append(' ').append(s.nanos()));
      lines.add(line.toString());
    }
    Files.write(folder.resolve(STEPS), lines);
  }

  /** Whether the homes of an earlier study are there and wanted: {@code faults.kept=true}. */
  private boolean isKept() {
    return Boolean.getBoolean("faults.kept") && Files.exists(folder.resolve(STEPS));
  }

  private void runAll() throws IOException, InterruptedException {
    // the first process leaves the class archive, and takes much longer than those that use it
    start(0, Map.of()).await();
    clear(home());
    for (int c = 0; c < commands.size(); c++) {
      keep(c);
      Child child = start(c, Map.of());
      int code = child.await();
      if (code != 0) {
        throw new IllegalStateException(
            commands.get(c) + " ended with " + code + ":\n" + child.err());
      }
      durations.add(child.nanos());
      steps.add(child.steps());
      images.add(HomeImage.of(home()));
    }
    keep(commands.size());
  }

  int commands() {
    return commands.size();
  }

  String name(int command) {
    return String.join(" ", commands.get(command).subList(0, command == 0 ? 1 : 2));
  }

  /** The home after a command that did not fail. */
  HomeImage after(int command) {
    return images.get(command);
  }

  /** The steps of a command, from its start. */
  List<Child.Begun> steps(int command) {
    return steps.get(command);
  }

  /** How long a step took, the last until the end of the process. */
  long nanos(int command, int step) {
    List<Child.Begun> of = steps.get(command);
    long end = step + 1 < of.size() ? of.get(step + 1).nanos() : durations.get(command);
    return end - of.get(step).nanos();
  }

  /**
   * Holds the file that {@code faults.lock} names during a run, and over the next ones until {@code
   * faults.turn} milliseconds have passed, so that others on this machine get their turn; nothing
   * where it names none.
   */
  AutoCloseable hold() throws IOException, InterruptedException {
    String lock = System.getProperty("faults.lock", "");
    if (lock.isEmpty()) {
      return () -> {};
    }
    if (turn.isEmpty()) {
      TimeUnit.MILLISECONDS.sleep(Integer.getInteger("faults.pause", 0));
      Process held = new ProcessBuilder("flock", lock, "sh", "-c", "echo held; cat").start();
      if (held.inputReader().readLine() == null) {
        throw new IOException(lock + " cannot be locked");
      }
      turn = Optional.of(held);
      turnSince = System.nanoTime();
    }
    return () -> {
      long millis = (System.nanoTime() - turnSince) / 1_000_000;
      if (millis >= Integer.getInteger("faults.turn", 0)) {
        release();
      }
    };
  }

  /** Lets go of what {@link #hold} holds. */
  void release() throws IOException, InterruptedException {
    if (turn.isPresent()) {
      turn.get().outputWriter().close();
      turn.get().waitFor();
      turn = Optional.empty();
    }
  }

  Path home() {
    return folder.resolve("home");
  }

  Path folder() {
    return folder;
  }

  /** Puts the home back to what it was before a command. */
  void restore(int command) throws IOException {
    clear(home());
    copy(folder.resolve("before-" + command), home());
  }

  Child start(int command, Map<String, String> variables, String... more) throws IOException {
    List<String> line = new ArrayList<>();
    line.add("setsid");
    String prefix = System.getProperty("faults.prefix", "");
    if (!prefix.isEmpty()) {
      line.addAll(Arrays.asList(prefix.split(" ")));
    }
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    Path archive = folder.resolve("classes.jsa");
    line.add(
        Files.exists(archive)
            ? "-XX:SharedArchiveFile=" + archive
            : "-XX:ArchiveClassesAtExit=" + archive);
    line.addAll(
        List.of(
            "-Xshare:auto",
            "-Xlog:disable",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Xmx900m",
            "-Djava.awt.headless=true",
            "-Duser.timezone=UTC"));
    for (String opened : System.getProperty("faults.opens", "").split(" ")) {
      if (!opened.isEmpty()) {
        line.add(opened);
      }
    }
    line.addAll(List.of("-cp", String.join(":", classPath), "org.throughline.jobs.Throughline"));
    line.addAll(commands.get(command));
    line.add("--spark.master=local[2]");
    line.add("--spark.throughline.curate.partitions=1");
    line.addAll(Arrays.asList(more));
    Map<String, String> all = new HashMap<>(variables);
    all.put("THROUGHLINE_KEY", KEY);
    all.put("SPARK_LOCAL_IP", "127.0.0.1");
    return Child.start(line, all);
  }

  private void keep(int command) throws IOException {
    Files.createDirectories(home());
    copy(home(), folder.resolve("before-" + command));
  }

  // A class archive needs jars: folders of classes are packed.
  private List<String> jars() throws IOException {
    List<String> jars = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(":")) {
      Path path = Path.of(entry);
      if (Files.isDirectory(path)) {
        Path jar = folder.resolve("classes-" + jars.size() + ".jar");
        if (!isKept()) {
          pack(path, jar);
        }
        jars.add(jar.toString());
      } else if (Files.exists(path)) {
        jars.add(entry);
      }
    }
    return jars;
  }

  private static void pack(Path classes, Path jar) throws IOException {
    try (OutputStream out = Files.newOutputStream(jar);
        JarOutputStream packed = new JarOutputStream(out);
        Stream<Path> walk = Files.walk(classes)) {
      for (Path file : walk.filter(Files::isRegularFile).sorted().toList()) {
        packed.putNextEntry(new JarEntry(classes.relativize(file).toString()));
        Files.copy(file, packed);
      }
    }
  }

  private static List<Path> months(Path feeds) throws IOException {
    try (Stream<Path> walk = Files.walk(feeds)) {
      return walk.filter(Files::isDirectory)
          .filter(f -> f.getFileName().toString().matches("\\d{4}-\\d{2}"))
          .sorted()
          .toList();
    }
  }

  static void copy(Path from, Path to) throws IOException {
    try (Stream<Path> walk = Files.walk(from)) {
      for (Path path : walk.toList()) {
        Path target = to.resolve(from.relativize(path).toString());
        if (Files.isDirectory(path)) {
          Files.createDirectories(target);
        } else {
          Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
        }
      }
    }
  }

  /** Removes what is in a folder; the folder may be a mount. */
  static void clear(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> walk = Files.walk(folder)) {
      for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder)) {
          Files.delete(path);
        }
      }
    }
  }
}
