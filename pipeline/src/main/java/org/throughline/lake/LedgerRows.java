package org.throughline.lake;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;
import org.throughline.feed.Feed;

/** Deliveries as rows of the table {@code deliveries}, there and back. */
final class LedgerRows {
  private LedgerRows() {}

  static Record toRecord(Delivery delivery, Schema schema) {
    Record row = GenericRecord.create(schema);
    row.setField("delivery", delivery.number());
    row.setField("source", delivery.source());
    row.setField("feed", delivery.feed().code());
    row.setField("file_name", delivery.file());
    row.setField("as_of", delivery.asOf());
    row.setField("profile", delivery.profile());
    row.setField("profile_fingerprint", delivery.profileFingerprint());
    row.setField("content_sha256", delivery.contentSha256());
    row.setField("bytes", delivery.bytes());
    row.setField("received_on", delivery.receivedOn());
    row.setField("rows_read", delivery.read());
    row.setField("rows_accepted", delivery.accepted());
    row.setField("rows_rejected", delivery.rejected());
    row.setField("rows_snapshot_id", delivery.rowsSnapshot());
    row.setField("rejects_snapshot_id", delivery.rejectsSnapshot());
    row.setField("unknown_columns", delivery.unknownColumns());
    row.setField("reasons", delivery.reasons());
    row.setField("blanked", delivery.blanked());
    return row;
  }

  static Delivery fromRecord(Record row) {
    return new Delivery(
        value(row, "delivery", Integer.class),
        text(row, "source"),
        feed(text(row, "feed")),
        text(row, "file_name"),
        value(row, "as_of", LocalDate.class),
        text(row, "profile"),
        text(row, "profile_fingerprint"),
        text(row, "content_sha256"),
        number(row, "bytes"),
        value(row, "received_on", LocalDate.class),
        number(row, "rows_read"),
        number(row, "rows_accepted"),
        number(row, "rows_rejected"),
        number(row, "rows_snapshot_id"),
        number(row, "rejects_snapshot_id"),
        ((List<?>) value(row, "unknown_columns", List.class))
            .stream().map(Object::toString).toList(),
        counts(row, "reasons"),
        counts(row, "blanked"));
  }

  static long number(Record row, String column) {
    return value(row, column, Long.class);
  }

  static String text(Record row, String column) {
    return value(row, column, CharSequence.class).toString();
  }

  static <T> T value(Record row, String column, Class<T> type) {
    return Objects.requireNonNull(
        type.cast(row.getField(column)), () -> "column " + column + " of the ledger is empty");
  }

  private static Map<String, Long> counts(Record row, String column) {
    Map<String, Long> counts = new TreeMap<>();
    for (Map.Entry<?, ?> entry : ((Map<?, ?>) value(row, column, Map.class)).entrySet()) {
      counts.put(entry.getKey().toString(), (Long) entry.getValue());
    }
    return counts;
  }

  private static Feed feed(String code) {
    for (Feed feed : Feed.values()) {
      if (feed.code().equals(code)) {
        return feed;
      }
    }
    throw new IllegalStateException("the ledger names a feed that does not exist: " + code);
  }
}
