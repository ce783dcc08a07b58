package org.throughline.lake;

import java.io.Serializable;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.throughline.feed.Pseudonyms;

/**
 * The keys of the quarantine, derived from the pseudonym key: one encrypts, one signs the ids of
 * rejects, and a third names them both without telling them. Made anew in each task; for one
 * thread.
 */
public final class QuarantineKey {
  private static final String HMAC = "HmacSHA256";
  private static final int SHOWN_BYTES = 4;
  private static final Pattern ID = Pattern.compile("R([0-9]{1,9})-([0-9]{1,18})-([0-9a-f]{8})");

  private final byte[] encryption;
  private final String name;
  private final Mac signing;

  private QuarantineKey(byte[] encryption, String name, Mac signing) {
    this.encryption = encryption;
    this.name = name;
    this.signing = signing;
  }

  /** The keys of a home. */
  public static QuarantineKey of(Pseudonyms pseudonyms) {
    try {
      Mac signing = Mac.getInstance(HMAC);
      signing.init(new SecretKeySpec(pseudonyms.derived("reject ids"), HMAC));
      return new QuarantineKey(
          pseudonyms.derived("quarantine"),
          shown(pseudonyms.derived("name of the quarantine's key")),
          signing);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
    }
  }

  /** 32 bytes for AES-GCM. */
  byte[] encryption() {
    return encryption;
  }

  /** Tells the key from others, so that a file under another one can be told from a damaged one. */
  String name() {
    return name;
  }

  /** Whether a file was written under this key. */
  public boolean opens(QuarantineFile file) {
    return file.keyName().equals(name);
  }

  /**
   * A row that was set aside.
   *
   * @param delivery with which it came
   * @param line on which it begins
   */
  public record Reject(int delivery, long line) implements Serializable {}

  /**
   * The id under which a row is written out to be mended, such as {@code R7-1204-5f0c9a11}:
   * delivery and line, signed, so that neither a slip nor an id of another home answers a row. It
   * begins with a letter so that no spreadsheet takes it for a date.
   */
  public String id(Reject reject) {
    return "R" + reject.delivery() + "-" + reject.line() + "-" + signature(reject);
  }

  /** The row that an id within a text names, if it is an id of this home. */
  public Optional<Reject> find(String text) {
    Matcher ids = ID.matcher(text);
    while (ids.find()) {
      Reject reject = new Reject(Integer.parseInt(ids.group(1)), Long.parseLong(ids.group(2)));
      if (signature(reject).equals(ids.group(3))) {
        return Optional.of(reject);
      }
    }
    return Optional.empty();
  }

  private String signature(Reject reject) {
    ByteBuffer signed = ByteBuffer.allocate(Integer.BYTES + Long.BYTES);
    signed.putInt(reject.delivery()).putLong(reject.line());
    return shown(signing.doFinal(signed.array()));
  }

  private static String shown(byte[] bytes) {
    return HexFormat.of().formatHex(Arrays.copyOf(bytes, SHOWN_BYTES));
  }

  @Override
  public String toString() {
    return "QuarantineKey[" + name + "]";
  }
}
