package org.throughline.flow;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.throughline.feed.AsOf;
import org.throughline.feed.FileInspector;
import org.throughline.feed.HeaderMap;
import org.throughline.feed.Inspection;
import org.throughline.feed.Shown;
import org.throughline.figure.FileSummary;
import org.throughline.lake.Delivery;
import org.throughline.lake.Ledger;

/**
 * A file before it is parsed.
 *
 * @param path where it is
 * @param asOf the day as of which it speaks
 * @param inspection how it can be read, or why it is refused
 */
record Candidate(Path path, LocalDate asOf, Inspection inspection) {

  /** Takes a first look; a file that cannot be read is refused, others still are looked at. */
  static Candidate look(Path file, ReceiveRequest request, Ledger ledger) {
    LocalDate asOf = AsOf.of(file, request.asOf(), request.arrival());
    try {
      Inspection inspection = FileInspector.inspect(file, request.profile(), request.limits());
      return inspection instanceof Inspection.Readable readable
              && readable.header().answers() != HeaderMap.ABSENT
              && request.asOf().isEmpty()
          ? new Candidate(file, ofMended(file, readable, request, ledger), inspection)
          : new Candidate(file, asOf, inspection);
    } catch (IOException e) {
      return new Candidate(file, asOf, new Inspection.Refused(unreadable(e)));
    }
  }

  /**
   * The day of rows that were written out, mended, and are received again: arrival, or later where
   * the rows that they are to replace would stand above them. The same file again gets the same
   * day.
   */
  private static LocalDate ofMended(
      Path file, Inspection.Readable readable, ReceiveRequest request, Ledger ledger) {
    LocalDate day = request.arrival();
    for (Delivery delivery : ledger.deliveries()) {
      if (delivery.feed() != readable.feed() || !delivery.source().equals(request.source())) {
        continue;
      }
      if (delivery.contentSha256().equals(readable.contentSha256())) {
        return delivery.asOf();
      }
      if (!delivery.asOf().isBefore(day)) {
        boolean standsAbove = delivery.file().compareTo(file.getFileName().toString()) >= 0;
        LocalDate least = standsAbove ? delivery.asOf().plusDays(1) : delivery.asOf();
        day = least.isAfter(day) ? least : day;
      }
    }
    return day;
  }

  private static String unreadable(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "there is no such file; check the path";
    }
    if (e instanceof AccessDeniedException) {
      return "this user may not read it; give the right to read, or deliver it elsewhere";
    }
    return "the file cannot be read: "
        + (e instanceof FileSystemException system ? system.getReason() : e.getMessage());
  }

  String name() {
    return Shown.fileName(path);
  }

  Delivery.Identity identity(ReceiveRequest request, Inspection.Readable readable) {
    return new Delivery.Identity(
        request.source(),
        readable.feed(),
        asOf,
        request.profile().fingerprint(),
        readable.contentSha256());
  }

  /** The delivery that the file becomes; its snapshots are filled in when it is committed. */
  Delivery delivery(
      ReceiveRequest request, Inspection.Readable readable, int number, FileTotals totals) {
    return new Delivery(
        number,
        request.source(),
        readable.feed(),
        name(),
        asOf,
        request.profile().name(),
        request.profile().fingerprint(),
        readable.contentSha256(),
        readable.bytes(),
        request.arrival(),
        totals.read(),
        totals.accepted(),
        totals.rejected(),
        Delivery.NOT_COMMITTED,
        Delivery.NOT_COMMITTED,
        readable.unknownColumns(),
        totals.reasons(),
        totals.blanked());
  }

  /** A summary of a file of which nothing was read. */
  FileSummary nothing(ReceiveRequest request) {
    String feed = inspection instanceof Inspection.Readable readable ? readable.feed().code() : "";
    return new FileSummary(
        feed, request.source(), name(), asOf, 0, 0, 0, 0, Map.of(), List.of(), Map.of());
  }
}
