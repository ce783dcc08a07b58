package org.throughline.feed;

import java.io.Serializable;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/**
 * What a delivery may be at most, so that a broken or hostile file ends in a refusal and not in a
 * full memory or disk. Each message names the setting that holds the limit.
 *
 * @param rowBytes longest row, with its line breaks; in UTF-16 counted in characters
 * @param columns most columns in a header
 * @param fileBytes largest file, unpacked
 * @param unpackRatio most unpacked bytes for each packed one, once {@link #RATIO_FROM} are unpacked
 * @param files most files in one delivery, those that are passed over included
 */
public record FeedLimits(long rowBytes, int columns, long fileBytes, int unpackRatio, int files)
    implements Serializable {
  private static final long serialVersionUID = 1L;

  /** Rows of a megabyte, a thousand columns, files of 64 GB, packed 200 to one. */
  public static final FeedLimits DEFAULT = new FeedLimits(1L << 20, 1000, 64L << 30, 200, 10_000);

  /** Small files of equal rows are packed better than any limit would allow. */
  static final long RATIO_FROM = 16L << 20;

  public FeedLimits {
    if (rowBytes < 1 || columns < 1 || fileBytes < 1 || unpackRatio < 1 || files < 1) {
      throw new IllegalArgumentException("each limit is 1 or more");
    }
  }

  /** A number with its thousands parted. */
  static String number(long number) {
    return new DecimalFormat("#,##0", DecimalFormatSymbols.getInstance(Locale.ROOT)).format(number);
  }

  /** Why a row is refused with its file. */
  String longRow(long line, String within) {
    return "the row that begins on line "
        + line
        + " is longer than "
        + number(rowBytes)
        + " bytes"
        + within
        + "; look for a quote or line end that is missing there, or raise throughline.limits.row";
  }

  /**
   * Refuses a file that has grown beyond bounds.
   *
   * @param unpacked bytes read so far
   * @param packed bytes of the file that these came from
   * @param line reached so far
   */
  void check(long unpacked, long packed, long line) throws FeedFileException {
    if (unpacked > fileBytes) {
      throw new FeedFileException(
          "by line "
              + line
              + " the file is larger than "
              + number(fileBytes)
              + " bytes; deliver it in parts, or raise throughline.limits.file");
    }
    if (unpacked > RATIO_FROM && unpacked / unpackRatio > packed) {
      throw new FeedFileException(
          "by line "
              + line
              + " the file has unpacked to more than "
              + unpackRatio
              + " times its size, as no feed does; deliver it unpacked if it is one, or raise"
              + " throughline.limits.ratio");
    }
  }
}
