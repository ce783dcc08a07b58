package org.throughline.flow;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.util.List;
import org.throughline.lake.LakeReader;
import org.throughline.lake.LakeTable;
import org.throughline.lake.TableFiles;
import org.throughline.measure.MeasurePlan;
import org.throughline.measure.TallySheet;

/** Counts timelines again in this process, from the files of any snapshot, without Spark. */
public final class Recount {
  private Recount() {}

  /**
   * The counts of a month and of the series that ends with it.
   *
   * @param files data files of {@code timelines}, of one snapshot
   * @throws IOException if a file cannot be read
   * @throws IllegalStateException if the lake has no timelines
   */
  public static TallySheet of(LakeReader lake, List<String> files, MeasurePlan plan)
      throws IOException {
    TableFiles timelines =
        new TableFiles(
            lake.table(LakeTable.TIMELINES)
                .orElseThrow(() -> new IllegalStateException("the lake has no timelines")));
    byte[] counts = new FoldFunction(timelines, plan).call(files);
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(counts))) {
      return TallySheet.read(in);
    }
  }
}
