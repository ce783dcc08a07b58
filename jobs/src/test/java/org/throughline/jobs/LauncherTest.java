package org.throughline.jobs;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The launcher in a clone of its own, with stand-ins for Maven and Java that write down how they
 * were called: what is tested is when it builds, and what it starts.
 */
class LauncherTest {
  private static final Path LAUNCHER = Path.of("throughline").toAbsolutePath();

  @TempDir Path folder;

  private Path clone = Path.of("");
  private Path calls = Path.of("");

  private record Ended(int code, String out, String err) {}

  @BeforeEach
  void makeAClone() throws IOException {
    Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/bash")), "there is no bash here");
    clone = folder.resolve("a clone");
    calls = folder.resolve("calls");
    Path source = Files.createDirectories(clone.resolve("jobs/src/main/java"));
    Files.copy(LAUNCHER, clone.resolve("jobs/throughline"));
    write(clone.resolve("pom.xml"), "<project/>");
    write(clone.resolve("jobs/pom.xml"), "<project/>");
    write(source.resolve("A.java"), "class A {}");
    script(
        "mvn",
        """
        echo "mvn in $PWD" >>"$CALLS"
        sleep "${BUILD_SECONDS:-0}"
        if [[ -n ${BUILD_FAILS:-} ]]; then echo "broken"; exit 1; fi
        mkdir -p jobs/target/app/lib
        touch jobs/target/app/throughline.jar
        """);
    script(
        "jdk/bin/java",
        """
        if [[ ${1:-} == -version ]]; then echo 'openjdk version "17.0.1" 2021-10-19' >&2; exit 0; fi
        while [[ $1 != -jar ]]; do
          [[ $1 != -XX:ArchiveClassesAtExit=* ]] || echo classes >"${1#*=}"
          [[ $1 != -XX:SharedArchiveFile=* ]] || echo "with archive" >>"$CALLS"
          shift
        done
        shift 2
        printf '<%s>' "$@"
        exit "${JAVA_CODE:-0}"
        """);
  }

  @Test
  void theFirstRunBuildsAndSaysSoInOneLine() throws Exception {
    Ended first = run(Map.of(), "status", "--home", "a b");
    assertThat(first.err()).isEqualTo("Building Throughline (first run, a few minutes) …\n");
    assertThat(first.out()).isEqualTo("<status><--home><a b>");
    assertThat(first.code()).isZero();
    Ended second = run(Map.of("JAVA_CODE", "3"), "status");
    assertThat(second.err()).isEmpty();
    assertThat(second.code()).isEqualTo(3);
    assertThat(calls).hasContent("mvn in " + clone + "\nwith archive");
  }

  @Test
  void lightCommandsDoNotSpoilTheArchiveOfJobs() throws Exception {
    run(Map.of(), "status");
    run(Map.of(), "sample");
    assertThat(calls).content().doesNotContain("with archive");
    run(Map.of(), "month");
    assertThat(calls).content().contains("with archive");
  }

  @Test
  void aChangedSourceIsBuiltAnew() throws Exception {
    run(Map.of(), "status");
    Path source = clone.resolve("jobs/src/main/java/A.java");
    Files.setLastModifiedTime(source, FileTime.from(Instant.now().plusSeconds(5)));
    assertThat(run(Map.of(), "status").err())
        .isEqualTo("Building Throughline (a source changed) …\n");
    assertThat(run(Map.of("THROUGHLINE_BUILD", "never"), "status").err()).isEmpty();
  }

  @Test
  void aBuildThatFailsNamesItsLog() throws Exception {
    Ended ended = run(Map.of("BUILD_FAILS", "yes"), "status");
    Path log = clone.resolve("jobs/target/build.log");
    assertThat(ended.code()).isEqualTo(5);
    assertThat(ended.err()).endsWith("The build failed. See " + log + "\n");
    assertThat(log).hasContent("broken");
    assertThat(run(Map.of(), "status").code()).isZero();
  }

  @Test
  void twoFirstRunsAtOnceBuildOnce() throws Exception {
    List<Process> both = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      both.add(start(Map.of("BUILD_SECONDS", "0.5"), clone.resolve("jobs/throughline"), "status"));
    }
    for (Process one : both) {
      assertThat(ended(one).code()).isZero();
    }
    assertThat(Files.readAllLines(calls, UTF_8).stream().filter(l -> l.startsWith("mvn")))
        .hasSize(1);
  }

  @Test
  void itIsFoundThroughALink() throws Exception {
    Path link = Files.createSymbolicLink(folder.resolve("tl"), clone.resolve("jobs/throughline"));
    assertThat(ended(start(Map.of(), link, "status")).out()).isEqualTo("<status>");
  }

  @Test
  void anOldJavaIsNamed() throws Exception {
    script("jdk/bin/java", "echo 'openjdk version \"11.0.2\" 2019-01-15' >&2");
    Ended ended = run(Map.of(), "status");
    assertThat(ended.code()).isEqualTo(5);
    assertThat(ended.err()).contains("needs Java 17 or newer").contains("11.0.2");
    assertThat(calls).doesNotExist();
  }

  private Ended run(Map<String, String> variables, String... arguments) throws Exception {
    return ended(start(variables, clone.resolve("jobs/throughline"), arguments));
  }

  private Process start(Map<String, String> variables, Path launcher, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("/bin/bash", launcher.toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.environment().keySet().removeIf(name -> name.contains("JAVA"));
    builder.environment().put("JAVA_HOME", folder.resolve("jdk").toString());
    builder.environment().put("CALLS", calls.toString());
    builder.environment().merge("PATH", folder.toString(), (path, ours) -> ours + ":" + path);
    builder.environment().putAll(variables);
    return builder.start();
  }

  private static Ended ended(Process process) throws Exception {
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    String err = new String(process.getErrorStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return new Ended(process.exitValue(), out, err);
  }

  private void script(String name, String body) throws IOException {
    Path file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    write(file, "#!/bin/bash\n" + body);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static void write(Path file, String text) throws IOException {
    Files.writeString(file, text, UTF_8);
  }
}
