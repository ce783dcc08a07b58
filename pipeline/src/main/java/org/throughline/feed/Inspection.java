package org.throughline.feed;

import java.io.Serializable;
import java.nio.charset.Charset;
import java.util.List;

/** What a first look at a file found: how to read it, or why it is refused as a whole. */
public sealed interface Inspection extends Serializable {

  /** How the bytes of a file are packed. */
  enum Packing {
    PLAIN,
    GZIP
  }

  /**
   * A file that can be parsed.
   *
   * @param feed the feed that it belongs to
   * @param contentSha256 SHA-256 of the uncompressed bytes, lower-case hexadecimal
   * @param bytes number of uncompressed bytes
   * @param encoding name of the character set
   * @param bomBytes length of the byte-order mark
   * @param header its delimiter, and where the columns are
   * @param chunks stretches in the order of the file, at least one; the first begins with the
   *     header
   * @param packing whether the file is gzipped
   * @param unknownColumns names in the header that the feed does not know and that are ignored
   * @param stamp by which the file is known again
   */
  @SuppressWarnings("JavaLangClash") // never seen beside java.lang.Readable
  record Readable(
      Feed feed,
      String contentSha256,
      long bytes,
      String encoding,
      int bomBytes,
      HeaderMap header,
      List<Chunk> chunks,
      Packing packing,
      List<String> unknownColumns,
      FileStamp stamp)
      implements Inspection {
    private static final long serialVersionUID = 1L;

    public Readable {
      chunks = List.copyOf(chunks);
      unknownColumns = List.copyOf(unknownColumns);
    }

    /** Between fields. */
    public char delimiter() {
      return header.dialect().delimiter();
    }

    public Charset charset() {
      return Charset.forName(encoding);
    }
  }

  /**
   * A file of which nothing is taken.
   *
   * @param reason a sentence: what is wrong and what to do
   */
  record Refused(String reason) implements Inspection {
    private static final long serialVersionUID = 1L;
  }
}
