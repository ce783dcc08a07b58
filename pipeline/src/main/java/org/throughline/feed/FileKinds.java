package org.throughline.feed;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.util.Locale;
import java.util.Optional;

/** Tells files that are no delimited text by their first bytes, with what to do about each. */
final class FileKinds {
  private static final String CSV = "; export each sheet or table as CSV and deliver that";
  private static final String UNPACK = "; unpack it, and deliver the CSV file or pack it with gzip";

  private FileKinds() {}

  /** A kind of file that announces itself. */
  private record Kind(String first, String words) {}

  private static final Kind[] KINDS = {
    new Kind("\u00d0\u00cf\u0011\u00e0", "an Excel workbook (.xls) or another Office file" + CSV),
    new Kind("%PDF", "a PDF" + CSV),
    new Kind("7z\u00bc\u00af'\u001c", "a 7z archive" + UNPACK),
    new Kind("Rar!", "a RAR archive" + UNPACK),
    new Kind("BZh", "packed with bzip2" + UNPACK),
    new Kind("\u00fd7zXZ\0", "packed with xz" + UNPACK),
    new Kind("(\u00b5/\u00fd", "packed with zstd" + UNPACK),
    new Kind("PAR1", "a Parquet file" + CSV),
    new Kind("Obj\u0001", "an Avro file" + CSV),
    new Kind("SQLite format 3", "an SQLite database" + CSV),
    new Kind("{\\rtf", "an RTF document" + CSV),
  };

  private static final int TAR_MAGIC = 257;

  /**
   * What the file is, if it is no delimited text.
   *
   * @param head its first bytes, unpacked if it is gzipped
   */
  static Optional<String> other(byte[] head) {
    String bytes = new String(head, ISO_8859_1);
    if (bytes.startsWith("PK\u0003\u0004") || bytes.startsWith("PK\u0005\u0006")) {
      return Optional.of("this is " + zipped(bytes));
    }
    if (bytes.startsWith("\u001f\u008b")) {
      return Optional.of("this is a gzip file within a gzip file; unpack it once");
    }
    if (bytes.startsWith("ustar", TAR_MAGIC)) {
      return Optional.of("this is a tar archive" + UNPACK);
    }
    for (Kind kind : KINDS) {
      if (bytes.startsWith(kind.first())) {
        return Optional.of("this is " + kind.words());
      }
    }
    String text = bytes.replaceFirst("^\u00ef\u00bb\u00bf", "").stripLeading();
    String start = text.substring(0, Math.min(text.length(), 20)).toLowerCase(Locale.ROOT);
    if (start.startsWith("<!doctype") || start.startsWith("<html") || start.startsWith("<?xml")) {
      return Optional.of("this is a web page or XML, perhaps one that asks to log in" + CSV);
    }
    return Optional.empty();
  }

  private static String zipped(String bytes) {
    if (bytes.contains("[Content_Types].xml") || bytes.contains("xl/")) {
      return "an Excel workbook (.xlsx)" + CSV;
    }
    if (bytes.contains("opendocument.spreadsheet")) {
      return "an OpenDocument workbook (.ods)" + CSV;
    }
    return "a zip archive" + UNPACK;
  }
}
