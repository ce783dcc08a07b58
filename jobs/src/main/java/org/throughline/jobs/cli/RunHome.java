package org.throughline.jobs.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.throughline.jobs.Exit;
import org.throughline.jobs.Halt;
import org.throughline.jobs.home.Home;
import org.throughline.jobs.home.HomeLock;
import org.throughline.jobs.month.Cause;
import org.throughline.jobs.month.Housekeeping;
import org.throughline.jobs.month.Incoming;
import org.throughline.jobs.month.JobRepositoryConfiguration;
import org.throughline.jobs.month.LakeSession;
import org.throughline.jobs.month.MonthRuns;
import org.throughline.jobs.month.Narration;
import org.throughline.jobs.month.Published;
import org.throughline.jobs.month.StopRequest;
import org.throughline.jobs.settings.PseudonymKey;
import org.throughline.jobs.settings.Settings;
import org.throughline.jobs.settings.SettingsReader;

/** A home opened for a run: its settings read, its lock taken, its log open, Spark at hand. */
final class RunHome implements AutoCloseable {
  private final Home home;
  private final Settings settings;
  private final HomeLock lock;
  private final ConfigurableApplicationContext context;
  private final LakeSession session;
  private final Narration narration;
  private final StopRequest stop;
  private final Terminal terminal;

  private RunHome(
      Home home,
      Settings settings,
      HomeLock lock,
      ConfigurableApplicationContext context,
      LakeSession session,
      Narration narration,
      StopRequest stop,
      Terminal terminal) {
    this.home = home;
    this.settings = settings;
    this.lock = lock;
    this.context = context;
    this.session = session;
    this.narration = narration;
    this.stop = stop;
    this.terminal = terminal;
  }

  /**
   * A wish to work on a home.
   *
   * @param settings given on the command line
   * @param what the run is about to do, for others that find the home taken
   * @param incoming what it is to receive
   */
  record Request(Path folder, Map<String, String> settings, String what, List<Incoming> incoming) {}

  /** Work on an open home. */
  @FunctionalInterface
  interface Work {
    Exit on(RunHome open) throws IOException;
  }

  /**
   * Opens a home, works on it and closes it. What fails there is written to the home's log.
   *
   * @return the exit code
   * @throws Halt if a setting, the key or what is to be received cannot be used, if another run
   *     holds the home, or if the work ends early
   */
  static int use(Request request, Terminal terminal, Work work) throws IOException {
    try (RunHome open = open(request, terminal)) {
      return open.logged(request.what(), work).code();
    }
  }

  private Exit logged(String what, Work work) {
    try {
      Exit exit = work.on(this);
      settled();
      return exit;
    } catch (Halt halt) {
      if (halt.exit() != Exit.FAILED) {
        settled();
      }
      throw halt;
    } catch (IOException | RuntimeException e) {
      LoggerFactory.getLogger(RunHome.class).error("{}", what, e);
      throw Halt.failed(
          "Failed: "
              + Cause.inOneSentence(e)
              + "\nThe same command can be run again. Log: "
              + home.logFile(),
          e);
    }
  }

  private void settled() {
    try {
      Files.deleteIfExists(home.unsettled());
    } catch (IOException e) {
      LoggerFactory.getLogger(RunHome.class).warn("{} stays", home.unsettled(), e);
    }
  }

  private static RunHome open(Request request, Terminal terminal) throws IOException {
    Home home = Home.at(request.folder());
    ConfigurableEnvironment environment =
        SettingsReader.environment(request.settings(), terminal.variables(), home.settingsFile());
    Settings settings = SettingsReader.read(environment);
    request.incoming().forEach(incoming -> incoming.check(home, settings.limits()));
    HomeLock lock = HomeLock.take(home, request.what(), terminal.clock().instant());
    try {
      Narration narration = new Narration(terminal.err());
      StopRequest stop = new StopRequest();
      stop.onSignals(narration);
      Housekeeping housekeeping = housekeeping(home, settings, terminal);
      housekeeping.clear(home);
      Optional<String> variable =
          Optional.ofNullable(terminal.variables().get(PseudonymKey.VARIABLE));
      byte[] key = PseudonymKey.find(home, settings, variable);
      ConfigurableApplicationContext context = spring(environment, home);
      LakeSession session = new LakeSession(home, settings, key, narration, housekeeping);
      return new RunHome(home, settings, lock, context, session, narration, stop, terminal);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
  }

  /** Notes that a run works here; the note stays if it is killed or fails. */
  private static Housekeeping housekeeping(Home home, Settings settings, Terminal terminal)
      throws IOException {
    Housekeeping.Before before =
        Files.exists(home.unsettled())
            ? Housekeeping.Before.ENDED_BADLY
            : Housekeeping.Before.ENDED_WELL;
    Files.writeString(home.unsettled(), "a run works, or did not end well\n", UTF_8);
    Instant replacedBefore =
        terminal.clock().instant().minus(Duration.ofDays(settings.keepSnapshotsDays()));
    return new Housekeeping(replacedBefore, before);
  }

  private static ConfigurableApplicationContext spring(
      ConfigurableEnvironment environment, Home home) {
    Map<String, Object> own = new TreeMap<>();
    own.put("home.jobs", home.jobs().toString());
    own.put("home.log", home.logFile().toString());
    own.put("spring.config.location", "classpath:/application.yml");
    environment.getPropertySources().addLast(new MapPropertySource("home", own));
    SpringApplication application = new SpringApplication(JobRepositoryConfiguration.class);
    application.setEnvironment(environment);
    application.setRegisterShutdownHook(false);
    return application.run();
  }

  Home home() {
    return home;
  }

  LakeSession session() {
    return session;
  }

  Narration narration() {
    return narration;
  }

  /**
   * Ends here if the run was asked to stop.
   *
   * @param rest what was not done
   * @throws Halt if it was
   */
  void checkStop(String rest) {
    if (stop.isRequested()) {
      throw Halt.stopped("Stopped on request. " + rest);
    }
  }

  /** Says at which step the run is: to people, and to others that find the home taken. */
  void at(String step) throws IOException {
    narration.begun(step);
    lock.at(step);
  }

  /**
   * Runs months on this home; interrupts stop them between two steps.
   *
   * @param first the first of them; if it was never published, Spark is started at once
   */
  MonthRuns months(YearMonth first) {
    if (!new Published(home.reports()).isThere(first)) {
      session.begin();
    }
    return new MonthRuns(
        home,
        settings,
        session,
        context.getBean(JobRepository.class),
        context.getBean(JobOperator.class),
        lock,
        narration,
        stop,
        terminal.clock());
  }

  @Override
  public void close() throws IOException {
    session.close();
    context.close();
    lock.close();
  }

  /** Files and folders that are there. */
  static List<Path> present(List<Path> paths, String option) {
    for (Path path : paths) {
      if (!Files.exists(path)) {
        throw Halt.usage(option + ": there is no file or folder " + path + ".");
      }
    }
    return paths.stream().map(Path::toAbsolutePath).toList();
  }
}
