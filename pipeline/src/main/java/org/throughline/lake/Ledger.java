package org.throughline.lake;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.Serializable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.figure.FileSummary;

/**
 * The ledger as it stood when it was read.
 *
 * @param deliveries every file that was ever taken, in order of arrival
 * @param setAside rows that the last curation held or rejected by a cross-feed rule, by delivery
 */
public record Ledger(List<Delivery> deliveries, Map<Integer, SetAside> setAside)
    implements Serializable {

  /**
   * The order in which rows of one key supersede each other, whatever the order of arrival. Content
   * decides between files of one name and day, which is arbitrary but the same everywhere.
   */
  private static final Comparator<Delivery> PRECEDENCE =
      Comparator.comparing(Delivery::asOf)
          .thenComparing(delivery -> unpackedName(delivery.file()))
          .thenComparing(Delivery::contentSha256)
          .thenComparing(Delivery::source)
          .thenComparingInt(Delivery::number);

  /**
   * Accepted rows of a delivery that are in no timeline.
   *
   * @param held rows whose episode is not known yet
   * @param rejected rows that break a cross-feed rule, by reason
   */
  public record SetAside(long held, Map<String, Long> rejected) implements Serializable {
    static final SetAside NOTHING = new SetAside(0, Map.of());

    /** All rows that break a cross-feed rule. */
    public long rejectedRows() {
      return rejected.values().stream().mapToLong(Long::longValue).sum();
    }
  }

  public Ledger {
    deliveries = List.copyOf(deliveries);
    setAside = Map.copyOf(setAside);
  }

  /**
   * The deliveries that count, in order of arrival. A file that was read anew under a mended
   * profile takes the place of its earlier reading.
   */
  public List<Delivery> standing() {
    Map<Delivery.Identity, Delivery> latest = new LinkedHashMap<>();
    for (Delivery delivery : deliveries) {
      Delivery.Identity content =
          new Delivery.Identity(
              delivery.source(), delivery.feed(), delivery.asOf(), "", delivery.contentSha256());
      latest.remove(content);
      latest.put(content, delivery);
    }
    return List.copyOf(latest.values());
  }

  /** The deliveries that count, lowest precedence first. */
  public List<Delivery> byPrecedence() {
    return standing().stream().sorted(PRECEDENCE).toList();
  }

  /** What became of every file's rows, by now. */
  public List<FileSummary> summaries() {
    return standing().stream().map(this::summary).toList();
  }

  private FileSummary summary(Delivery delivery) {
    SetAside aside = setAside.getOrDefault(delivery.number(), SetAside.NOTHING);
    Map<String, Long> reasons = new TreeMap<>(delivery.reasons());
    aside.rejected().forEach((reason, rows) -> reasons.merge(reason, rows, Long::sum));
    return new FileSummary(
        delivery.feed().code(),
        delivery.source(),
        delivery.file(),
        delivery.asOf(),
        delivery.read(),
        delivery.accepted() - aside.held() - aside.rejectedRows(),
        delivery.rejected() + aside.rejectedRows(),
        aside.held(),
        reasons,
        delivery.unknownColumns(),
        delivery.blanked());
  }

  /** SHA-256 over the deliveries that count, independent of order and names. */
  public String dataIdentity() {
    List<String> lines = new ArrayList<>();
    for (Delivery delivery : standing()) {
      lines.add(
          String.join(
              "\t",
              delivery.source(),
              delivery.feed().code(),
              delivery.asOf().toString(),
              delivery.profileFingerprint(),
              delivery.contentSha256()));
    }
    lines.sort(Comparator.naturalOrder());
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      lines.forEach(line -> digest.update((line + "\n").getBytes(UTF_8)));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  // packing a file does not move it in the order
  private static String unpackedName(String file) {
    return file.endsWith(".gz") ? file.substring(0, file.length() - 3) : file;
  }
}
