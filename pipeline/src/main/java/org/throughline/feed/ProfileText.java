package org.throughline.feed;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.throughline.episode.Tiers;
import org.throughline.feed.SourceProfile.Naming;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** Reads a profile from YAML. Each fault names the origin, the key and what to write. */
final class ProfileText {
  private static final Set<String> ENCODINGS =
      Set.of("UTF-8", "windows-1252", "ISO-8859-1", "UTF-16", "UTF-16LE", "UTF-16BE");
  private static final Set<String> KEYS =
      Set.of("name", "description", "encoding", "delimiter", "quote", "dates", "feeds");

  private final String origin;

  private ProfileText(String origin) {
    this.origin = origin;
  }

  static SourceProfile parse(String yaml, String origin) {
    return new ProfileText(origin).profile(yaml);
  }

  private SourceProfile profile(String yaml) {
    Map<String, Object> top = mapping("the profile", load(yaml));
    for (String key : top.keySet()) {
      if (!KEYS.contains(key)) {
        throw fault(key, "is not a key of a profile", "one of " + sorted(KEYS));
      }
    }
    String name = text("name", top.getOrDefault("name", ""));
    if (!Profiles.isName(name)) {
      throw fault("name", "is missing or odd", "letters, digits, - and _, such as ctn");
    }
    return new SourceProfile(
        name,
        text("description", top.getOrDefault("description", "")),
        encoding(text("encoding", top.getOrDefault("encoding", "UTF-8"))),
        delimiter(text("delimiter", top.getOrDefault("delimiter", SourceProfile.AUTO))),
        quote(text("quote", top.getOrDefault("quote", SourceProfile.AUTO))),
        dates(top.getOrDefault("dates", List.of("yyyy-MM-dd"))),
        feeds(top.getOrDefault("feeds", Map.of())));
  }

  /** Every scalar stays a text: in YAML 1.1 a bare {@code yes} or {@code 010} would be none. */
  private @Nullable Object load(String yaml) {
    LoaderOptions loading = new LoaderOptions();
    loading.setAllowDuplicateKeys(false);
    DumperOptions dumping = new DumperOptions();
    Resolver texts =
        new Resolver() {
          @Override
          protected void addImplicitResolvers() {
            // none
          }
        };
    try {
      return new Yaml(
              new SafeConstructor(loading), new Representer(dumping), dumping, loading, texts)
          .load(yaml);
    } catch (MarkedYAMLException e) {
      String line =
          e.getProblemMark() == null ? "" : "line " + (e.getProblemMark().getLine() + 1) + ": ";
      throw new IllegalArgumentException(
          origin + ": " + line + e.getProblem() + "; write YAML with each key once", e);
    } catch (YAMLException e) {
      throw new IllegalArgumentException(origin + ": is not YAML: " + e.getMessage(), e);
    }
  }

  private String encoding(String written) {
    return ENCODINGS.stream()
        .filter(written::equalsIgnoreCase)
        .findFirst()
        .orElseThrow(() -> fault("encoding", "is " + written, "one of " + sorted(ENCODINGS)));
  }

  private String delimiter(String written) {
    if (written.equals(SourceProfile.AUTO)) {
      return written;
    }
    if (written.length() != 1 || !mayPart(written.charAt(0))) {
      throw fault(
          "delimiter",
          "is no single ASCII character that may part fields",
          "auto, or one of \",\" \";\" \"\\t\" \"|\"");
    }
    return written;
  }

  private static boolean mayPart(char c) {
    return c <= '~' && !Character.isLetterOrDigit(c) && "\0\r\n\"'-_.".indexOf(c) < 0;
  }

  private String quote(String written) {
    if (!List.of(SourceProfile.AUTO, SourceProfile.UNQUOTED, "\"", "'").contains(written)) {
      throw fault("quote", "is " + written, "auto, none, '\"' or \"'\"");
    }
    return written;
  }

  private List<String> dates(Object written) {
    if (!(written instanceof List<?> list) || list.isEmpty()) {
      throw fault("dates", "is no list", "a list such as [yyyy-MM-dd, MM/dd/yyyy, excel]");
    }
    List<String> patterns = new ArrayList<>();
    for (Object element : list) {
      String pattern = text("dates", element);
      try {
        DateReader.of(List.of(pattern));
      } catch (IllegalArgumentException e) {
        throw fault(
            "dates",
            "holds " + pattern + ", which is no pattern of a date",
            "java.time patterns such as yyyy-MM-dd or MM/dd/yyyy, or excel, or excel-1904");
      }
      patterns.add(pattern);
    }
    return List.copyOf(patterns);
  }

  private Map<Feed, Naming> feeds(Object written) {
    Map<Feed, Naming> feeds = new EnumMap<>(Feed.class);
    mapping("feeds", written)
        .forEach(
            (code, naming) -> {
              Feed feed =
                  Stream.of(Feed.values())
                      .filter(one -> one.code().equals(code))
                      .findFirst()
                      .orElseThrow(
                          () -> fault("feeds." + code, "is no feed", "one of " + feedCodes()));
              feeds.put(feed, naming(feed, "feeds." + code, naming));
            });
    return feeds;
  }

  private Naming naming(Feed feed, String path, @Nullable Object written) {
    Map<String, Object> parts = mapping(path, written);
    for (String key : parts.keySet()) {
      if (!key.equals("columns") && !key.equals("codes")) {
        throw fault(path + "." + key, "is not known here", "columns or codes");
      }
    }
    Map<String, String> columns = new TreeMap<>();
    mapping(path + ".columns", parts.getOrDefault("columns", Map.of()))
        .forEach(
            (column, name) -> {
              String key = path + ".columns." + column;
              column(feed, key, column);
              columns.put(column, text(key, name));
            });
    distinct(feed, path + ".columns", columns);
    Map<String, Map<String, String>> codes = new TreeMap<>();
    mapping(path + ".codes", parts.getOrDefault("codes", Map.of()))
        .forEach(
            (column, map) -> {
              String key = path + ".codes." + column;
              codes.put(column, codes(column(feed, key, column), key, mapping(key, map)));
            });
    return new Naming(columns, codes);
  }

  private Column column(Feed feed, String key, String name) {
    return Stream.concat(feed.columns().stream(), Stream.of(FeedCodes.DELETED))
        .filter(column -> column.name().equals(name))
        .findFirst()
        .orElseThrow(
            () ->
                fault(
                    key,
                    "is no column of " + feed.code(),
                    "one of "
                        + feed.columns().stream()
                            .map(Column::name)
                            .collect(Collectors.joining(", "))
                        + ", "
                        + Feed.ROW_DELETED));
  }

  private void distinct(Feed feed, String path, Map<String, String> columns) {
    Map<String, String> taken = new HashMap<>();
    for (Column column : feed.columns()) {
      String name = columns.getOrDefault(column.name(), column.name());
      String other = taken.put(Tiers.normal(name), column.name());
      if (other != null || Tiers.normal(name).isEmpty()) {
        throw fault(
            path + "." + column.name(),
            other == null ? "is blank" : "and " + other + " are both called " + name,
            "the site's own column name for each");
      }
    }
  }

  private Map<String, String> codes(Column column, String path, Map<String, Object> written) {
    Map<String, String> codes = new TreeMap<>();
    Map<String, String> meant = new HashMap<>();
    FeedCodes.allowed(column).forEach(code -> meant.put(Tiers.normal(code), code));
    written.forEach(
        (own, target) -> {
          String key = path + "." + own;
          String canonical = FeedCodes.target(column, text(key, target));
          if (canonical.isEmpty()) {
            throw fault(
                key,
                "does not stand for a code of " + column.name(),
                "one of " + String.join(", ", FeedCodes.allowed(column)));
          }
          String other = meant.put(Tiers.normal(own), canonical);
          if (Tiers.normal(own).isEmpty() || (other != null && !other.equals(canonical))) {
            throw fault(
                key,
                other == null ? "is blank" : "already stands for " + other,
                "each of the site's codes once");
          }
          codes.put(own, canonical);
        });
    return codes;
  }

  private Map<String, Object> mapping(String key, @Nullable Object written) {
    if ("".equals(written)) {
      return Map.of();
    }
    if (!(written instanceof Map<?, ?> map)) {
      throw fault(key, "is not a mapping", "keys with values, such as name: ctn");
    }
    Map<String, Object> texts = new LinkedHashMap<>();
    map.forEach((one, value) -> texts.put(text(key, one), value == null ? "" : value));
    return texts;
  }

  private String text(String key, @Nullable Object written) {
    if (!(written instanceof String text)) {
      throw fault(key, "holds something else than a text", "a text");
    }
    return text;
  }

  private static String sorted(Set<String> texts) {
    return texts.stream().sorted().collect(Collectors.joining(", "));
  }

  private static String feedCodes() {
    return Stream.of(Feed.values()).map(Feed::code).collect(Collectors.joining(", "));
  }

  private IllegalArgumentException fault(String key, String what, String write) {
    return new IllegalArgumentException(origin + ": " + key + " " + what + "; write " + write);
  }
}
