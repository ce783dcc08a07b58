package org.throughline.sampledata.simulator;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.yaml.snakeyaml.Yaml;

/** A source profile as shipped, read without any code of the product: what its words alone say. */
record ShippedProfile(Map<String, Object> yaml) {

  static ShippedProfile named(String name) {
    String place = "/profiles/" + name + ".yml";
    try (InputStream in =
        Objects.requireNonNull(ShippedProfile.class.getResourceAsStream(place), place)) {
      return new ShippedProfile(new Yaml().load(in));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Charset charset() {
    return Charset.forName((String) yaml.get("encoding"));
  }

  char delimiter() {
    String delimiter = (String) yaml.get("delimiter");
    return delimiter.equals("auto") ? ',' : delimiter.charAt(0);
  }

  /** Canonical column to the site's. */
  Map<String, String> columns(String feed) {
    return strings(section(feed).get("columns"));
  }

  /** The site's code to the canonical one. */
  Map<String, String> codes(String feed, String column) {
    Object codes = section(feed).get("codes");
    return codes instanceof Map<?, ?> byColumn ? strings(byColumn.get(column)) : Map.of();
  }

  /** A date in ISO form; unchanged where it follows no pattern of the profile. */
  String date(String cell) {
    for (Object pattern : (Iterable<?>) yaml.get("dates")) {
      try {
        DateTimeFormatter format = DateTimeFormatter.ofPattern((String) pattern, Locale.ROOT);
        return LocalDate.parse(cell, format).toString();
      } catch (DateTimeParseException e) {
        // Another of the patterns may fit.
      }
    }
    return cell;
  }

  private Map<?, ?> section(String feed) {
    Object section = ((Map<?, ?>) yaml.get("feeds")).get(feed);
    return section instanceof Map<?, ?> map ? map : Map.of();
  }

  private static Map<String, String> strings(Object value) {
    Map<String, String> strings = new HashMap<>();
    if (value instanceof Map<?, ?> map) {
      map.forEach((key, mapped) -> strings.put((String) key, (String) mapped));
    }
    return strings;
  }
}
