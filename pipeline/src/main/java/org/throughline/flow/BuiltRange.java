package org.throughline.flow;

import java.io.Serializable;
import java.util.List;
import org.apache.iceberg.DataFile;

/**
 * What a task brings back that built a range of timelines.
 *
 * @param range which
 * @param files one data file of timelines, or none for an empty range
 * @param events in all timelines of the range
 * @param setAsideFiles one data file of rows set aside, or none
 * @param setAside how many these are, {@value #WIDTH} numbers each: rank, rule, count
 */
@SuppressWarnings({"ArrayRecordComponent", "serial"}) // never compared; the list is serializable
record BuiltRange(
    int range, List<DataFile> files, long events, List<DataFile> setAsideFiles, long[] setAside)
    implements Serializable {
  static final int WIDTH = 3;
}
