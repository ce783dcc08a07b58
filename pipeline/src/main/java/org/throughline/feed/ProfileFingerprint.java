package org.throughline.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.google.common.hash.Hashing;
import java.util.TreeMap;
import org.throughline.episode.Tiers;

/** Writes down what a profile means, in one order and one spelling, and hashes it. */
final class ProfileFingerprint {
  private final StringBuilder meaning = new StringBuilder();

  private ProfileFingerprint() {}

  static String of(SourceProfile profile) {
    ProfileFingerprint fingerprint = new ProfileFingerprint();
    fingerprint.write(profile);
    return Hashing.sha256().hashString(fingerprint.meaning, UTF_8).toString();
  }

  private void write(SourceProfile profile) {
    put("profile 1", profile.encoding(), profile.delimiter());
    // what earlier versions did not know is written only where it is used: their files stay known
    profile.quote().ifPresent(quote -> put("quote", quote.name()));
    profile.dates().forEach(pattern -> put("date", pattern));
    for (Feed feed : Feed.values()) {
      for (Column column : feed.columns()) {
        write(profile, feed, column);
      }
      write(profile, feed, FeedCodes.DELETED);
    }
  }

  private void write(SourceProfile profile, Feed feed, Column column) {
    String name = Tiers.normal(profile.column(feed, column.name()));
    if (!name.equals(Tiers.normal(column.name()))) {
      put("column", feed.code(), column.name(), name);
    }
    TreeMap<String, String> codes = new TreeMap<>();
    profile.codes(feed, column.name()).forEach((own, code) -> codes.put(Tiers.normal(own), code));
    codes.forEach(
        (own, code) -> {
          if (!own.equals(Tiers.normal(code)) || column.kind() == Column.Kind.SITE) {
            put("code", feed.code(), column.name(), own, code);
          }
        });
  }

  /** Each text with its length before it, so that no two meanings are written alike. */
  private void put(String... texts) {
    for (String text : texts) {
      meaning.append(text.length()).append(':').append(text);
    }
    meaning.append('\n');
  }
}
