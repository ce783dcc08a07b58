package org.throughline.jobs.faults;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.throughline.sampledata.simulator.Simulation;
import org.throughline.sampledata.simulator.SimulationSettings;

/** Ctrl-C and the request to terminate, on real processes. */
class StopTest {
  private static final String MONTH = SimulationSettings.DEFAULT_LAST_MONTH.toString();
  private static final long INTERRUPT = 1L << 1; // SIGINT is number 2

  @TempDir static Path folder;

  @BeforeAll
  static void simulate() throws IOException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/usr/bin/setsid")), "there is no setsid");
    Simulation.run(SimulationSettings.of(40, 2, 5, folder.resolve("feeds")));
  }

  private static Child start(String... command) throws IOException {
    List<String> line = new ArrayList<>();
    line.add("setsid"); // a group of its own, to which a terminal would send its signals
    line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    line.addAll(List.of("-XX:TieredStopAtLevel=1", "-Xmx900m", "-Djava.awt.headless=true"));
    ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> argument.startsWith("--add-opens="))
        .forEach(line::add);
    line.addAll(
        List.of("-cp", System.getProperty("java.class.path"), "org.throughline.jobs.Throughline"));
    line.addAll(List.of(command));
    return Child.start(line, Map.of("SPARK_LOCAL_IP", "127.0.0.1"));
  }

  /** Ctrl-C; a process in the background ignores it, and hands that down to its children. */
  private static String interrupt() throws IOException {
    Path status = Path.of("/proc/self/status");
    Assumptions.assumeTrue(Files.exists(status), "there is no /proc");
    long ignored =
        Files.readAllLines(status, UTF_8).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .mapToLong(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
            .findFirst()
            .orElse(0);
    return (ignored & INTERRUPT) == 0 ? "INT" : "TERM";
  }

  @Test
  void interruptedWhileItReceivesItEndsWithCodeFourAndGoesOnLater() throws Exception {
    stops(interrupt(), "receive");
  }

  private static void stops(String signal, String name) throws Exception {
    Path home = folder.resolve(name + " " + signal);
    String[] receive = {"receive", "--home", home.toString(), folder.resolve("feeds").toString()};
    Child child = start(receive);
    assertThat(child.awaitStep(1)).as(child.err()).isTrue();
    child.signal(signal);
    assertThat(child.await()).as(child.err()).isEqualTo(4);
    assertThat(child.err())
        .contains("Stopping when this step is done")
        .contains("Stopped on request. The files were received")
        .doesNotContain("curate\n", "\tat ");
    assertThat(home.resolve("jobs/unsettled")).doesNotExist();
    Child again = start(receive);
    assertThat(again.await()).as(again.err()).isZero();
    assertThat(again.err()).contains("curate\n");
  }

  @Test
  void askedToTerminateInAMonthItEndsWithCodeFourAndResumesThere() throws Exception {
    monthStops("TERM");
  }

  private static void monthStops(String signal) throws Exception {
    Path home = folder.resolve("month " + signal);
    String[] month = {
      "month", MONTH, "--home", home.toString(), "--receive", folder.resolve("feeds").toString()
    };
    Child child = start(month);
    assertThat(child.awaitStep(2)).as(child.err()).isTrue();
    child.signal(signal);
    assertThat(child.await()).as(child.err()).isEqualTo(4);
    assertThat(child.err())
        .contains("Stopped on request. The same command resumes the run of " + MONTH)
        .doesNotContain("measure\n", "\tat ");
    Child again = start(month);
    assertThat(again.await()).as(again.err()).isZero();
    assertThat(again.err()).contains("Resuming the run of " + MONTH).doesNotContain("receive\n");
    assertThat(home.resolve("reports").resolve(MONTH).resolve("index.html")).exists();
  }
}
