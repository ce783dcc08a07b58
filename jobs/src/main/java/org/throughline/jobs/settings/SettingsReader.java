package org.throughline.jobs.settings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.BindHandler;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.boot.context.properties.bind.UnboundConfigurationPropertiesException;
import org.springframework.boot.context.properties.bind.handler.NoUnboundElementsBindHandler;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.EnumerablePropertySource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.MutablePropertySources;
import org.springframework.core.env.PropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.FileSystemResource;
import org.springframework.util.unit.DataSize;
import org.throughline.check.CheckRules;
import org.throughline.episode.EpisodeColumn;
import org.throughline.episode.FoldRules;
import org.throughline.episode.FoldRules.RefusedTest;
import org.throughline.episode.Tier;
import org.throughline.episode.Tiers;
import org.throughline.feed.FeedLimits;
import org.throughline.jobs.Halt;
import org.throughline.report.page.PageLocale;
import org.throughline.report.pdf.Paper;
import org.yaml.snakeyaml.error.YAMLException;

/**
 * Reads settings: the command line wins over the environment, that over the home's {@code
 * throughline.yml}, and that over the defaults. A setting that does not exist, or a value that
 * cannot be used, ends the command and names both.
 */
public final class SettingsReader {
  private static final String PREFIX = "throughline";
  private static final String SPARK = "spark.";
  private static final String KNOWN =
      "program, cohort-months, silence-days, landmark-day, refused-test, small-cell, tiers, groups,"
          + " checks, keep-snapshots-days, key-file, paper, report.locale, limits.row, limits.columns,"
          + " limits.file, limits.ratio, limits.files";

  /** What Spring binds; names are those of the settings. */
  record Bound(
      @DefaultValue("Outpatient treatment program") String program,
      @DefaultValue("12") int cohortMonths,
      @DefaultValue("30") int silenceDays,
      @DefaultValue("30") int landmarkDay,
      @DefaultValue("use") RefusedTest refusedTest,
      @DefaultValue("11") int smallCell,
      @Nullable List<BoundTier> tiers,
      @Nullable List<String> groups,
      @DefaultValue("7") int keepSnapshotsDays,
      @DefaultValue BoundLimits limits,
      @Nullable BoundChecks checks,
      @DefaultValue BoundReport report,
      @DefaultValue("a4") String paper,
      @Nullable Path keyFile) {}

  record BoundTier(
      @Nullable String code,
      @Nullable String label,
      @Nullable Integer floorHours,
      @Nullable List<String> aliases) {}

  record BoundReport(@DefaultValue("en") String locale) {
    PageLocale pageLocale() {
      return PageLocale.named(locale)
          .orElseThrow(
              () ->
                  Halt.usage(
                      PREFIX
                          + ".report.locale is "
                          + locale
                          + ", but must be one of "
                          + PageLocale.spelledOut()
                          + "."));
    }
  }

  /** Sizes may be given as {@code 16MB}. */
  record BoundLimits(
      @DefaultValue("1MB") DataSize row,
      @DefaultValue("1000") int columns,
      @DefaultValue("64GB") DataSize file,
      @DefaultValue("200") int ratio,
      @DefaultValue("10000") int files) {
    FeedLimits limits() {
      return new FeedLimits(
          size("limits.row", row),
          atLeast(1, "limits.columns", columns),
          size("limits.file", file),
          atLeast(1, "limits.ratio", ratio),
          atLeast(1, "limits.files", files));
    }

    private static long size(String name, DataSize size) {
      if (size.toBytes() < 1) {
        throw Halt.usage(
            PREFIX + "." + name + " is " + size.toBytes() + " bytes, but must be 1 or more.");
      }
      return size.toBytes();
    }
  }

  private SettingsReader() {}

  /**
   * Where settings come from, strongest first.
   *
   * @param commandLine settings given as {@code --throughline.…=} or {@code --spark.…=}
   * @param variables the environment's
   * @param file the home's settings; it need not exist
   * @throws Halt if the file is no YAML
   */
  public static ConfigurableEnvironment environment(
      Map<String, String> commandLine, Map<String, String> variables, Path file) {
    StandardEnvironment environment = new StandardEnvironment();
    MutablePropertySources sources = environment.getPropertySources();
    sources.replace(
        StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
        new SystemEnvironmentPropertySource(
            StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME,
            Map.<String, Object>copyOf(variables)));
    sources.addFirst(new MapPropertySource("command line", new TreeMap<>(commandLine)));
    if (Files.exists(file)) {
      try {
        new YamlPropertySourceLoader()
            .load(file.toString(), new FileSystemResource(file))
            .forEach(sources::addLast);
      } catch (IOException | YAMLException e) {
        throw Halt.usage(file + " cannot be read: " + firstLine(e));
      }
    }
    ConfigurationPropertySources.attach(environment);
    return environment;
  }

  /**
   * The settings of an environment.
   *
   * @throws Halt if one does not exist or its value cannot be used
   */
  public static Settings read(ConfigurableEnvironment environment) {
    Bound bound;
    try {
      bound =
          Binder.get(environment)
              .bindOrCreate(
                  PREFIX,
                  Bindable.of(Bound.class),
                  new NoUnboundElementsBindHandler(BindHandler.DEFAULT, SettingsReader::isOurs));
    } catch (BindException e) {
      throw Halt.usage(problem(e));
    }
    return new Settings(
        bound.program(),
        new FoldRules(
            atLeast(1, "cohort-months", bound.cohortMonths()),
            atLeast(0, "silence-days", bound.silenceDays()),
            atLeast(0, "landmark-day", bound.landmarkDay()),
            bound.refusedTest()),
        atLeast(1, "small-cell", bound.smallCell()),
        tiers(bound.tiers()),
        groups(bound.groups()),
        atLeast(0, "keep-snapshots-days", bound.keepSnapshotsDays()),
        bound.limits().limits(),
        bound.checks() == null ? CheckRules.shipped() : bound.checks().rules(),
        bound.report().pageLocale(),
        paper(bound.paper()),
        Optional.ofNullable(bound.keyFile()),
        spark(environment));
  }

  // Unknown names in the environment belong to others: the launcher's own variables, for one.
  private static boolean isOurs(ConfigurationPropertySource source) {
    return !(source.getUnderlyingSource() instanceof PropertySource<?> underlying)
        || !(underlying
                .getName()
                .equals(StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME)
            || underlying
                .getName()
                .equals(StandardEnvironment.SYSTEM_PROPERTIES_PROPERTY_SOURCE_NAME));
  }

  private static Tiers tiers(@Nullable List<BoundTier> bound) {
    if (bound == null) {
      return Tiers.asam();
    }
    for (BoundTier tier : bound) {
      if (tier.code() == null || tier.code().isBlank()) {
        throw Halt.usage("throughline.tiers: each tier needs a code.");
      }
    }
    try {
      return new Tiers(bound.stream().map(SettingsReader::tier).toList());
    } catch (IllegalArgumentException e) {
      throw Halt.usage("throughline.tiers: " + e.getMessage() + ".");
    }
  }

  private static List<EpisodeColumn> groups(@Nullable List<String> bound) {
    if (bound == null) {
      return List.of();
    }
    return bound.stream()
        .map(
            name ->
                EpisodeColumn.named(name)
                    .orElseThrow(
                        () ->
                            Halt.usage(
                                "throughline.groups: there is no column "
                                    + name
                                    + " to group by. There are: "
                                    + EpisodeColumn.spelledOut()
                                    + " (tier and site always are).")))
        .distinct()
        .sorted()
        .toList();
  }

  private static Tier tier(BoundTier bound) {
    String code = bound.code() == null ? "" : bound.code();
    return new Tier(
        code,
        bound.label() == null ? code : bound.label(),
        bound.floorHours() == null ? OptionalInt.empty() : OptionalInt.of(bound.floorHours()),
        bound.aliases() == null ? List.of() : bound.aliases());
  }

  private static Paper paper(String code) {
    return Paper.named(code)
        .orElseThrow(
            () -> Halt.usage(PREFIX + ".paper is " + code + ", but must be a4 or letter."));
  }

  private static int atLeast(int least, String name, int value) {
    if (value < least) {
      throw Halt.usage(
          PREFIX + "." + name + " is " + value + ", but must be " + least + " or more.");
    }
    return value;
  }

  private static Map<String, String> spark(ConfigurableEnvironment environment) {
    Map<String, String> keys = new TreeMap<>();
    for (PropertySource<?> source : environment.getPropertySources()) {
      if (source instanceof EnumerablePropertySource<?> listed) {
        for (String name : listed.getPropertyNames()) {
          String value = name.startsWith(SPARK) ? environment.getProperty(name) : null;
          if (value != null) {
            keys.put(name, value);
          }
        }
      }
    }
    return keys;
  }

  private static String problem(BindException e) {
    if (e.getCause() instanceof UnboundConfigurationPropertiesException unknown) {
      ConfigurationProperty first = unknown.getUnboundProperties().iterator().next();
      return first.getName()
          + " = "
          + first.getValue()
          + from(first)
          + ": there is no such setting. There are: "
          + KNOWN
          + ".";
    }
    ConfigurationProperty property = e.getProperty();
    if (property == null) {
      return e.getName() + " cannot be used: " + firstLine(e);
    }
    return property.getName()
        + " = "
        + property.getValue()
        + from(property)
        + " cannot be used: "
        + expected(e);
  }

  private static String from(ConfigurationProperty property) {
    String source =
        property.getSource() == null
            ? ""
            : property.getSource().getUnderlyingSource() instanceof PropertySource<?> named
                ? named.getName()
                : "";
    return switch (source) {
      case "", "command line" -> "";
      case StandardEnvironment.SYSTEM_ENVIRONMENT_PROPERTY_SOURCE_NAME -> " (from the environment)";
      default -> " (in " + source + ")";
    };
  }

  private static String expected(BindException e) {
    Class<?> wanted = e.getTarget().getType().resolve(Object.class);
    if (wanted.isEnum()) {
      return Stream.of(wanted.getEnumConstants())
              .map(constant -> constant.toString().toLowerCase(Locale.ROOT))
              .collect(Collectors.joining(" or "))
          + " is expected.";
    }
    String type = String.valueOf(e.getTarget().getType());
    return type.equals("int") || type.equals("java.lang.Integer")
        ? "a whole number is expected."
        : firstLine(e);
  }

  private static String firstLine(Throwable e) {
    Throwable cause = e;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return String.valueOf(cause.getMessage()).lines().findFirst().orElse(cause.toString());
  }
}
