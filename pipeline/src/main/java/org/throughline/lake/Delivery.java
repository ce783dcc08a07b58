package org.throughline.lake;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.throughline.feed.Feed;

/**
 * One row of the ledger: a file that was taken.
 *
 * @param number given in order of arrival; rows carry it in their column {@code delivery}
 * @param source the source's name
 * @param feed which feed the file is of
 * @param file the file's name, without its folder
 * @param asOf the day as of which the file speaks
 * @param profile name of the profile that read it
 * @param profileFingerprint of what the profile says
 * @param contentSha256 of the text, unpacked where the file is gzipped
 * @param bytes size of the file as delivered
 * @param receivedOn day of arrival
 * @param read data rows found
 * @param accepted rows that are well formed; cross-feed rules are applied later
 * @param rejected rows that are not well formed; read = accepted + rejected
 * @param rowsSnapshot snapshot of the feed's table that holds the accepted rows
 * @param rejectsSnapshot snapshot of {@code rejects} that holds the rejected ones
 * @param unknownColumns columns that no profile names
 * @param reasons rejected rows by reason
 * @param blanked unknown codes in optional columns, "column: code" and count
 */
public record Delivery(
    int number,
    String source,
    Feed feed,
    String file,
    LocalDate asOf,
    String profile,
    String profileFingerprint,
    String contentSha256,
    long bytes,
    LocalDate receivedOn,
    long read,
    long accepted,
    long rejected,
    long rowsSnapshot,
    long rejectsSnapshot,
    List<String> unknownColumns,
    Map<String, Long> reasons,
    Map<String, Long> blanked)
    implements Serializable {

  /** In place of a snapshot until the rows are committed. */
  public static final long NOT_COMMITTED = -1;

  /**
   * What makes two files the same.
   *
   * @param source the source's name
   * @param feed which feed
   * @param asOf the day as of which the file speaks
   * @param profileFingerprint of what the profile says
   * @param contentSha256 of the text
   */
  public record Identity(
      String source, Feed feed, LocalDate asOf, String profileFingerprint, String contentSha256)
      implements Serializable {}

  Delivery committed(long rows, long rejects) {
    return new Delivery(
        number,
        source,
        feed,
        file,
        asOf,
        profile,
        profileFingerprint,
        contentSha256,
        bytes,
        receivedOn,
        read,
        accepted,
        rejected,
        rows,
        rejects,
        unknownColumns,
        reasons,
        blanked);
  }

  /** What makes this file the same as another, whatever their names. */
  public Identity identity() {
    return new Identity(source, feed, asOf, profileFingerprint, contentSha256);
  }
}
