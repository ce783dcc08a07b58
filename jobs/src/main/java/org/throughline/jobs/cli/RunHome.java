package org.throughline.jobs.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.throughline.jobs.Halt;
import org.throughline.jobs.home.Home;
import org.throughline.jobs.home.HomeLock;
import org.throughline.jobs.month.JobRepositoryConfiguration;
import org.throughline.jobs.month.LakeSession;
import org.throughline.jobs.month.MonthRuns;
import org.throughline.jobs.month.Narration;
import org.throughline.jobs.month.StopRequest;
import org.throughline.jobs.settings.PseudonymKey;
import org.throughline.jobs.settings.Settings;
import org.throughline.jobs.settings.SettingsReader;

/** A home opened for a run: its settings read, its lock taken, its log open, Spark on its way. */
final class RunHome implements AutoCloseable {
  private final Home home;
  private final Settings settings;
  private final HomeLock lock;
  private final ConfigurableApplicationContext context;
  private final LakeSession session;
  private final Narration narration;
  private final Terminal terminal;

  private RunHome(
      Home home,
      Settings settings,
      HomeLock lock,
      ConfigurableApplicationContext context,
      LakeSession session,
      Narration narration,
      Terminal terminal) {
    this.home = home;
    this.settings = settings;
    this.lock = lock;
    this.context = context;
    this.session = session;
    this.narration = narration;
    this.terminal = terminal;
  }

  /**
   * Opens a home.
   *
   * @param what the run is about to do, for others that find the home taken
   * @throws Halt if a setting or the key cannot be used, or if another run holds the home
   */
  static RunHome open(Path folder, Map<String, String> given, String what, Terminal terminal)
      throws IOException {
    Home home = Home.at(folder);
    ConfigurableEnvironment environment =
        SettingsReader.environment(given, terminal.variables(), home.settingsFile());
    Settings settings = SettingsReader.read(environment);
    HomeLock lock = HomeLock.take(home, what, terminal.clock().instant());
    try {
      Optional<String> variable =
          Optional.ofNullable(terminal.variables().get(PseudonymKey.VARIABLE));
      byte[] key = PseudonymKey.find(home, settings, variable);
      ConfigurableApplicationContext context = spring(environment, home);
      Narration narration = new Narration(terminal.err());
      LakeSession session = new LakeSession(home, settings, key, narration);
      return new RunHome(home, settings, lock, context, session, narration, terminal);
    } catch (IOException | RuntimeException e) {
      lock.close();
      throw e;
    }
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

  /** Runs months on this home; interrupts stop them between two steps. */
  MonthRuns months() {
    StopRequest stop = new StopRequest();
    stop.onSignals(narration);
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
