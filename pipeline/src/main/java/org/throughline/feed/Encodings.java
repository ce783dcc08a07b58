package org.throughline.feed;

import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** How the bytes of a file become characters. */
final class Encodings {
  private Encodings() {}

  /** A byte-order mark, or that there is none. */
  record Mark(String encoding, int bytes) {
    static Mark of(byte[] head, String declared) {
      if (starts(head, 0xEF, 0xBB, 0xBF)) {
        return new Mark("UTF-8", 3);
      }
      if (starts(head, 0xFE, 0xFF)) {
        return new Mark("UTF-16BE", 2);
      }
      if (starts(head, 0xFF, 0xFE)) {
        return new Mark("UTF-16LE", 2);
      }
      return new Mark(declared, 0);
    }
  }

  static boolean starts(byte[] bytes, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xff) != with[i]) {
        return false;
      }
    }
    return true;
  }

  /** Whether line ends, quotes and delimiters can be found byte by byte. */
  static boolean asciiCompatible(Charset charset) {
    return !charset.name().startsWith("UTF-16");
  }

  /** A decoder that refuses malformed bytes. */
  static CharsetDecoder strict(Charset charset) {
    return charset
        .newDecoder()
        .onMalformedInput(CodingErrorAction.REPORT)
        .onUnmappableCharacter(CodingErrorAction.REPORT);
  }

  /** What an operator is told of malformed bytes. */
  static String malformed(long line, Charset charset) {
    String found = "line " + line + " holds bytes that are not " + charset.name();
    if (!asciiCompatible(charset)) {
      return found + "; the file was cut or mixed on the way, so export it again, best in UTF-8";
    }
    String other =
        charset.equals(StandardCharsets.UTF_8) ? "windows-1252" : "UTF-8, if that is what it is";
    return found
        + "; declare the file's encoding in the source profile, such as encoding: "
        + other;
  }
}
