package org.throughline.jobs.month;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;

/**
 * A month to be run.
 *
 * @param month the reporting month
 * @param incoming what is received first; may be empty
 * @param arrival the day of arrival
 * @param redo what becomes of a month that is published from the same data and settings
 * @param accept findings of data checks that an operator accepts
 */
public record MonthRequest(
    YearMonth month, List<Incoming> incoming, LocalDate arrival, Redo redo, AcceptWish accept) {

  /** What becomes of a month that stands. */
  public enum Redo {
    /** It is left as it is. */
    WHERE_NEW,
    /** It is computed and rendered again; what comes out the same is left. */
    AGAIN
  }

  public MonthRequest {
    incoming = List.copyOf(incoming);
  }

  /** A month that is left as it is where nothing is new, and of which nothing more is accepted. */
  public MonthRequest(YearMonth month, List<Incoming> incoming, LocalDate arrival) {
    this(month, incoming, arrival, Redo.WHERE_NEW, AcceptWish.NONE);
  }

  /**
   * Tells a command from another: sources, paths, and size and time of each file. A corrected file
   * under the same name makes it another command.
   */
  String fingerprint() throws IOException {
    StringBuilder text = new StringBuilder();
    for (Incoming from : incoming) {
      text.append(from.source()).append('\t').append(from.asOf()).append('\n');
      for (Path path : from.paths()) {
        try (Stream<Path> files = Files.walk(path)) {
          for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
            text.append(file.toAbsolutePath())
                .append('\t')
                .append(Files.size(file))
                .append('\t')
                .append(Files.getLastModifiedTime(file))
                .append('\n');
          }
        }
      }
    }
    return sha256(text.toString());
  }

  static String sha256(String text) {
    try {
      return HexFormat.of()
          .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
