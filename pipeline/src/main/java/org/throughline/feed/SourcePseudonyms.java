package org.throughline.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The pseudonyms of one source, for one thread.
 *
 * <p>Clients and episodes return row after row, so their HMACs are remembered, at most {@value
 * #REMEMBERED} of each. Row keys never return.
 */
final class SourcePseudonyms {
  static final int REMEMBERED = 1 << 18;
  private static final String HMAC = "HmacSHA256";

  private final Mac mac;
  private final String source;
  private final Memory clients = new Memory("client");
  private final Memory episodes = new Memory("episode");
  private final Map<Feed, SipHash> rows = new EnumMap<>(Feed.class);

  SourcePseudonyms(byte[] key, String source) {
    if (source.indexOf('\0') >= 0) {
      throw new IllegalArgumentException("the name of a source holds a NUL character");
    }
    this.source = source;
    mac = mac(key);
    for (Feed feed : Feed.values()) {
      ByteBuffer keys = ByteBuffer.wrap(hmac("row-key", feed.code()));
      rows.put(feed, new SipHash(keys.getLong(), keys.getLong()));
    }
  }

  /** HMAC-SHA-256 of a text. */
  static byte[] hmac(byte[] key, String text) {
    return mac(key).doFinal(text.getBytes(UTF_8));
  }

  private static Mac mac(byte[] key) {
    try {
      Mac mac = Mac.getInstance(HMAC);
      mac.init(new SecretKeySpec(key, HMAC));
      return mac;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no HMAC-SHA-256", e);
    }
  }

  long client(String id) {
    return clients.of(id.strip());
  }

  long episode(String id) {
    return episodes.of(id.strip());
  }

  long row(Feed feed, String id) {
    return feed == Feed.EPISODES ? episode(id) : rows(feed).hash(id.strip());
  }

  /** The hash of row keys of a feed; its identifiers must be stripped. */
  SipHash rows(Feed feed) {
    return requireNonNull(rows.get(feed));
  }

  /** HMAC over label, source and text, parted by NUL, which neither label nor source may hold. */
  private byte[] hmac(String label, String text) {
    return mac.doFinal((label + '\0' + source + '\0' + text).getBytes(UTF_8));
  }

  private final class Memory {
    private final String label;
    private final Map<String, Long> known = new HashMap<>();
    private String lastId = "";
    private long last;

    Memory(String label) {
      this.label = label;
    }

    long of(String id) {
      if (id.equals(lastId) && !id.isEmpty()) {
        return last;
      }
      Long pseudonym = known.get(id);
      if (pseudonym == null) {
        if (known.size() == REMEMBERED) {
          known.clear();
        }
        pseudonym = ByteBuffer.wrap(hmac(label, id)).getLong();
        known.put(id, pseudonym);
      }
      lastId = id;
      last = pseudonym;
      return last;
    }
  }
}
