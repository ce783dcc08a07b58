package org.throughline.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.data.GenericRecord;
import org.apache.iceberg.data.Record;

/** Counts of rows set aside as rows of the table {@code set_aside}. */
public final class SetAsideRows {
  /** Status of rows whose episode is not known yet. */
  public static final String HELD = "held";

  /** Status of rows that break a cross-feed rule. */
  public static final String REJECTED = "rejected";

  /** The reason of rows that are held. */
  public static final String UNKNOWN_EPISODE = "the episode is not known yet";

  private SetAsideRows() {}

  static List<Record> toRecords(Map<Integer, Ledger.SetAside> setAside, Schema schema) {
    List<Record> records = new ArrayList<>();
    setAside.forEach(
        (delivery, aside) -> {
          if (aside.held() > 0) {
            records.add(row(schema, delivery, HELD, UNKNOWN_EPISODE, aside.held()));
          }
          aside
              .rejected()
              .forEach(
                  (reason, rows) -> records.add(row(schema, delivery, REJECTED, reason, rows)));
        });
    return records;
  }

  private static Record row(Schema schema, int delivery, String status, String reason, long rows) {
    Record row = GenericRecord.create(schema);
    row.setField("delivery", delivery);
    row.setField("status", status);
    row.setField("reason", reason);
    row.setField("row_count", rows);
    return row;
  }
}
