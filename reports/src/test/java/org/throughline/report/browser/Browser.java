package org.throughline.report.browser;

import static org.junit.jupiter.api.Assumptions.abort;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.logging.Level;
import java.util.stream.Stream;
import org.openqa.selenium.Keys;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.interactions.Actions;
import org.openqa.selenium.logging.LogEntry;
import org.openqa.selenium.logging.LogType;
import org.openqa.selenium.logging.LoggingPreferences;

/**
 * Debian's Chromium without a window, kept off the network. Where it, or its driver, is not
 * installed, tests are skipped; with {@value #REQUIRED}{@code =required} in the environment they
 * fail instead.
 */
final class Browser implements AutoCloseable {

  static final String REQUIRED = "THROUGHLINE_BROWSER_TESTS";

  private static final List<String> FLAGS =
      List.of(
          "--headless",
          "--no-sandbox",
          "--disable-gpu",
          "--disable-dev-shm-usage",
          "--disable-quic",
          "--disable-background-networking",
          "--disable-component-update",
          "--disable-sync",
          "--no-first-run",
          "--hide-scrollbars");

  private final ChromeDriver driver;
  private final List<String> requests = new ArrayList<>();
  private final List<String> complaints = new ArrayList<>();

  private Browser(ChromeDriver driver) {
    this.driver = driver;
  }

  /**
   * Starts it.
   *
   * @param profile an empty folder for what it wants to remember
   */
  static Browser start(Path profile) {
    Optional<Path> chromium = find("chromium", "chromium-browser", "google-chrome");
    Optional<Path> chromedriver = find("chromedriver", "chromium-driver");
    if (chromium.isEmpty() || chromedriver.isEmpty()) {
      String reason =
          "Neither chromium nor its driver may be missing: apt-get install chromium"
              + " chromium-driver";
      if ("required".equals(System.getenv(REQUIRED))) {
        throw new IllegalStateException(reason);
      }
      abort(reason);
    }
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.orElseThrow().toFile());
    options.addArguments(FLAGS);
    options.addArguments("--user-data-dir=" + profile);
    LoggingPreferences logs = new LoggingPreferences();
    logs.enable(LogType.BROWSER, Level.ALL);
    logs.enable(LogType.PERFORMANCE, Level.ALL);
    options.setCapability(ChromeOptions.LOGGING_PREFS, logs);
    ChromeDriver driver =
        new ChromeDriver(
            new ChromeDriverService.Builder()
                .usingDriverExecutable(chromedriver.orElseThrow().toFile())
                .usingAnyFreePort()
                .build(),
            options);
    driver.manage().timeouts().scriptTimeout(Duration.ofMinutes(2));
    return new Browser(driver);
  }

  private static Optional<Path> find(String... names) {
    return Stream.of(Objects.toString(System.getenv("PATH"), "").split(":"))
        .flatMap(folder -> Stream.of(names).map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  /** Opens a file as a reader would who looks at it so. */
  void open(Path page, View view) {
    view(view);
    logs();
    requests.clear();
    complaints.clear();
    driver.get(page.toUri().toString());
    logs();
  }

  private void view(View view) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", view.width(), "height", 900, "deviceScaleFactor", 1, "mobile", false));
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "media",
            view.medium(),
            "features",
            List.of(Map.of("name", "prefers-color-scheme", "value", view.scheme()))));
  }

  /** Whether pages may run script from now on. */
  void script(boolean allowed) {
    driver.executeCdpCommand("Emulation.setScriptExecutionDisabled", Map.of("value", !allowed));
  }

  private void logs() {
    for (LogEntry entry : driver.manage().logs().get(LogType.BROWSER)) {
      complaints.add(entry.getLevel() + " " + entry.getMessage());
    }
    for (LogEntry entry : driver.manage().logs().get(LogType.PERFORMANCE)) {
      String message = entry.getMessage();
      if (message.contains("\"Network.requestWillBeSent\"")) {
        requests.add(message.replaceAll("(?s).*\"request\":\\{.*?\"url\":\"([^\"]*)\".*", "$1"));
      }
    }
  }

  /** What the page asked for since it was opened, beside files and data within itself. */
  List<String> requestsOutside() {
    logs();
    return requests.stream()
        .filter(url -> !url.startsWith("file:") && !url.startsWith("data:"))
        .toList();
  }

  /** How much it asked for. */
  int requests() {
    logs();
    return requests.size();
  }

  /** What stands in the console. */
  List<String> complaints() {
    logs();
    return List.copyOf(complaints);
  }

  /** The value of an expression, as Chromium gives it; also where script is forbidden to pages. */
  Object value(String expression) {
    Map<String, Object> answer =
        driver.executeCdpCommand(
            "Runtime.evaluate", Map.of("expression", expression, "returnByValue", true));
    if (answer.containsKey("exceptionDetails")) {
      throw new IllegalStateException(answer.get("exceptionDetails") + " in " + expression);
    }
    Map<?, ?> result = (Map<?, ?>) Objects.requireNonNull(answer.get("result"));
    return Objects.requireNonNullElse(result.get("value"), "");
  }

  /** The strings of an expression that gives a list of them. */
  List<String> values(String expression) {
    return ((List<?>) value(expression)).stream().map(String::valueOf).toList();
  }

  /** What axe-core finds against WCAG 2.0 to 2.2, levels A and AA. */
  List<String> axe() {
    driver.executeScript(resource("/axe.min.js"));
    Object found =
        driver.executeAsyncScript(
            "const done = arguments[0];"
                + "axe.run(document, {runOnly: {type: 'tag', values:"
                + " ['wcag2a','wcag2aa','wcag21a','wcag21aa','wcag22aa']}})"
                + ".then(r => done(r.violations.map(v => v.id + ': ' + v.help + ': '"
                + " + v.nodes.slice(0, 4).map(n => n.html.slice(0, 160) + ' '"
                + " + n.any.map(a => a.message).join(' ')).join(' | '))),"
                + " e => done(['axe failed: ' + e]));");
    return ((List<?>) Objects.requireNonNull(found)).stream().map(String::valueOf).toList();
  }

  /** Presses a key. */
  void press(Keys key) {
    new Actions(driver).sendKeys(key).perform();
  }

  /** The whole page as a picture. */
  void picture(Path file) throws IOException {
    Map<String, Object> shot =
        driver.executeCdpCommand(
            "Page.captureScreenshot", Map.of("format", "png", "captureBeyondViewport", true));
    Files.write(
        file, Base64.getDecoder().decode(String.valueOf(Objects.requireNonNull(shot.get("data")))));
  }

  /** Where the browser is. */
  URI place() {
    return URI.create(Objects.requireNonNull(driver.getCurrentUrl()));
  }

  private static String resource(String path) {
    try (InputStream in = Browser.class.getResourceAsStream(path)) {
      return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(path, e);
    }
  }

  @Override
  public void close() {
    driver.quit();
  }
}
