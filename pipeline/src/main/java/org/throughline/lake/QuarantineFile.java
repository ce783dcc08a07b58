package org.throughline.lake;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file of the quarantine: lines of one stretch of a delivered file.
 *
 * @param delivery number of the delivery
 * @param piece index of the stretch
 * @param keyName of the key that it is encrypted under
 * @param location where it is
 */
public record QuarantineFile(int delivery, int piece, String keyName, String location) {
  private static final Pattern NAME =
      Pattern.compile("delivery-([0-9]{1,9})-([0-9]{1,9})-([0-9a-f]{8})\\.lines");

  static String name(int delivery, int piece, String keyName) {
    return "delivery-" + delivery + "-" + piece + "-" + keyName + ".lines";
  }

  /** What a location's name says; empty for a file that is none of the quarantine's. */
  static Optional<QuarantineFile> at(String location) {
    Matcher name = NAME.matcher(location.substring(location.lastIndexOf('/') + 1));
    return name.matches()
        ? Optional.of(
            new QuarantineFile(
                Integer.parseInt(name.group(1)),
                Integer.parseInt(name.group(2)),
                name.group(3),
                location))
        : Optional.empty();
  }

  /** Binds the content to its place, so that files cannot be exchanged for one another. */
  byte[] boundTo() {
    return ("throughline quarantine 1 " + delivery + " " + piece).getBytes(US_ASCII);
  }
}
