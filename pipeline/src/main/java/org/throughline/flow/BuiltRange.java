package org.throughline.flow;

import java.io.Serializable;
import java.util.List;
import org.apache.iceberg.DataFile;

/**
 * What a task brings back that built a range of timelines.
 *
 * @param range which
 * @param files one data file, or none for an empty range
 * @param events in all timelines of the range
 * @param setAside rows set aside, (rank, rule, count) one after the other
 */
@SuppressWarnings({"ArrayRecordComponent", "serial"}) // never compared; the list is serializable
record BuiltRange(int range, List<DataFile> files, long events, long[] setAside)
    implements Serializable {}
