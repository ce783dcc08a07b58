package org.throughline.feed;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.throughline.episode.Tiers;
import org.throughline.feed.FeedParser.Header;
import org.throughline.feed.Inspection.Readable;
import org.throughline.feed.Inspection.Refused;

/**
 * What must hold whatever bytes a file is made of: no exception but the declared ones, rows read =
 * accepted + rejected, cut into chunks as whole, bounded, and no identifier in any message.
 *
 * <p>Any text that begins with {@link #ID} is an identifier.
 */
final class FeedFuzz {
  /** How the identifiers of the seeds begin; long enough that no chance makes one. */
  static final String ID = "ZqX7";

  /** Rows and files are small, so limits are too: they are met now and then. */
  static final FeedLimits LIMITS = new FeedLimits(6_000, 60, 40L << 20, 60, 100);

  static final List<SourceProfile> PROFILES =
      List.of(
          SourceProfile.canonical(),
          SourceProfile.parse(
              "name: west\nencoding: windows-1252\ndelimiter: ';'\nquote: \"'\"\n"
                  + "dates: [MM/dd/yyyy, d.M.yy, excel]",
              "west.yml"),
          SourceProfile.parse("name: wide\nencoding: UTF-16LE\ndates: [excel-1904]", "wide.yml"),
          SourceProfile.parse("name: bare\nquote: none\ndelimiter: \"\\t\"", "bare.yml"));

  /** Columns of which no value may be told; empty for a row as a whole. */
  private static final Set<String> KEYS =
      Set.of(
          "",
          "episode_id",
          "client_id",
          "site",
          "placement_id",
          "session_id",
          "checkin_id",
          "relapse_id");

  private final Path file;

  /**
   * @param file written anew for each case
   */
  FeedFuzz(Path file) {
    this.file = file;
  }

  /** What came of a case. */
  enum Outcome {
    REFUSED,
    EMPTY,
    ROWS
  }

  /** Looks at the bytes and parses them, whole and cut; throws an error if anything is amiss. */
  Outcome check(byte[] bytes, SourceProfile profile, long chunkBytes) throws IOException {
    Files.write(file, bytes);
    Inspection whole = FileInspector.inspect(file, profile, LIMITS, Long.MAX_VALUE);
    Inspection cut = FileInspector.inspect(file, profile, LIMITS, chunkBytes);
    if (whole instanceof Refused refused) {
      require(whole.equals(cut), "whole is refused, cut is not: " + cut);
      // a header may be spliced with a row; it is told apart by its names
      if (!refused.reason().startsWith("the header names")) {
        harmless(refused.reason());
      }
      require(refused.reason().length() < 2_000, "a long message: " + refused.reason());
      return Outcome.REFUSED;
    }
    Readable one = (Readable) whole;
    Readable many = (Readable) cut;
    one.unknownColumns().forEach(FeedFuzz::shown);
    require(one.contentSha256().equals(many.contentSha256()), "hashes differ");
    String expected = parse(one, profile);
    require(expected.equals(parse(many, profile)), "chunks differ from the whole");
    return expected.startsWith("0 read") ? Outcome.EMPTY : Outcome.ROWS;
  }

  private String parse(Readable readable, SourceProfile profile) throws IOException {
    Collected all = new Collected(readable.feed());
    long at = readable.bomBytes();
    for (Chunk chunk : readable.chunks()) {
      require(chunk.from() == at, "a gap before " + chunk);
      at = chunk.to();
      FeedParser parser =
          new FeedParser(
              readable.feed(), profile, Tiers.asam(), Collected.PSEUDONYMS, readable.header());
      try (Reader reader = FeedParser.open(file, readable, chunk)) {
        all.read +=
            parser.parse(
                reader,
                chunk.firstLine(),
                chunk.from() == readable.bomBytes() ? Header.FIRST_ROW : Header.NONE,
                all);
      }
    }
    require(at == readable.bytes(), "not to the end");
    require(all.read == all.rows.size() + all.rejections.size(), "a row was lost or made up");
    long before = 0;
    for (Rejection rejection : all.rejections) {
      require(rejection.line() > before, "lines go backwards at " + rejection.line());
      before = rejection.line();
      harmless(rejection.reason());
      require(rejection.reason().length() < 200, "a long reason: " + rejection.reason());
      if (KEYS.contains(rejection.column())) {
        harmless(rejection.detail());
      } else {
        shown(rejection.detail());
      }
    }
    all.blanked.keySet().forEach(FeedFuzz::shown);
    return all.toString();
  }

  /** A message of our own words only. */
  private static void harmless(String text) {
    require(!text.contains(ID), "an identifier: " + text);
    shown(text);
  }

  /** A message that may show a code, date, number or column name. */
  private static void shown(String text) {
    require(text.length() < 2_000, "a long message: " + text);
    require(text.chars().noneMatch(Character::isISOControl), "a control character: " + text);
  }

  private static void require(boolean holds, String otherwise) {
    if (!holds) {
      throw new AssertionError(otherwise);
    }
  }

  /** Changes seeds. */
  static final class Mutator {
    private static final String[] WORDS = {
      "\"",
      "\"\"",
      "'",
      ",",
      ";",
      "\t",
      "|",
      "\n",
      "\r\n",
      "\r",
      " ",
      "\u0000",
      "\u00a0",
      "\ufeff",
      "\ufffe",
      "é",
      "\ud83d\ude00",
      "\u2028",
      "\u0085",
      "\\",
      "#",
      "yes",
      "none",
      "2025-02-30",
      "99999999999",
      "-1",
      "1e5",
      "45658",
      "0.0",
      "\u001b[2J",
      "=cmd()",
      "\"\n\"",
      ",,,,,,,,",
      "\u001f\u008b\b",
      "PK\u0003\u0004",
      "NaN",
      "1900-02-29",
      "+999999999-01-01",
      "row_deleted",
      "checkin_id,",
      "\u0130",
      "\u00df",
      "\u200b"
    };

    private final Random random;
    private final List<byte[]> seeds;

    Mutator(long seed, List<byte[]> seeds) {
      random = new Random(seed);
      this.seeds = seeds;
    }

    /** The next case. */
    byte[] next() {
      byte[] bytes = seeds.get(random.nextInt(seeds.size()));
      int changes = random.nextInt(random.nextInt(4) == 0 ? 8 : 3);
      for (int i = 0; i < changes; i++) {
        bytes = change(bytes);
      }
      return bytes;
    }

    SourceProfile profile() {
      return random.nextInt(3) > 0
          ? PROFILES.get(0)
          : PROFILES.get(random.nextInt(PROFILES.size()));
    }

    long chunkBytes() {
      return 1L + random.nextInt(random.nextInt(4) == 0 ? 40 : 1_000);
    }

    private byte[] change(byte[] bytes) {
      return switch (random.nextInt(20)) {
        case 0, 1 -> flipped(bytes);
        case 2, 3, 4, 5, 6, 7 -> spliced(bytes, place(bytes), 0, word());
        case 8, 9 -> spliced(bytes, place(bytes), random.nextInt(30), new byte[0]);
        case 10 -> spliced(bytes, 0, random.nextInt(bytes.length + 1), new byte[0]);
        case 11 -> spliced(bytes, place(bytes), bytes.length, new byte[0]);
        case 12, 13, 14 -> doubled(bytes);
        case 15, 16 -> crossed(bytes);
        case 17 -> recoded(bytes);
        case 18 -> Packed.gzip(bytes, random);
        default -> repeated(bytes);
      };
    }

    private int place(byte[] bytes) {
      return random.nextInt(bytes.length + 1);
    }

    private byte[] word() {
      if (random.nextInt(6) == 0) {
        byte[] any = new byte[1 + random.nextInt(12)];
        random.nextBytes(any);
        return any;
      }
      String word = WORDS[random.nextInt(WORDS.length)];
      return word.getBytes(
          random.nextInt(4) == 0 ? StandardCharsets.ISO_8859_1 : StandardCharsets.UTF_8);
    }

    private byte[] flipped(byte[] bytes) {
      byte[] changed = bytes.clone();
      for (int i = 0; i < 1 + random.nextInt(4) && changed.length > 0; i++) {
        changed[random.nextInt(changed.length)] ^= (byte) (1 << random.nextInt(8));
      }
      return changed;
    }

    private byte[] doubled(byte[] bytes) {
      int from = place(bytes);
      int length = Math.min(bytes.length - from, random.nextInt(400));
      return spliced(bytes, from, 0, Arrays.copyOfRange(bytes, from, from + length));
    }

    private byte[] crossed(byte[] bytes) {
      byte[] other = seeds.get(random.nextInt(seeds.size()));
      int from = place(other);
      int length = Math.min(other.length - from, random.nextInt(2_000));
      return spliced(bytes, place(bytes), 0, Arrays.copyOfRange(other, from, from + length));
    }

    /** The same text in another encoding, with a mark or without. */
    private byte[] recoded(byte[] bytes) {
      String text = new String(bytes, StandardCharsets.UTF_8);
      String mark = random.nextBoolean() ? "\ufeff" : "";
      return (mark + text)
          .getBytes(
              switch (random.nextInt(4)) {
                case 0 -> StandardCharsets.UTF_16LE;
                case 1 -> StandardCharsets.UTF_16BE;
                case 2 -> Charset.forName("windows-1252");
                default -> StandardCharsets.UTF_8;
              });
    }

    /** A long run of one word: long fields, many fields, many lines. */
    private byte[] repeated(byte[] bytes) {
      byte[] word = word();
      int times = random.nextInt(random.nextInt(20) == 0 ? 20_000 : 200);
      byte[] run = new byte[word.length * times];
      for (int i = 0; i < run.length; i++) {
        run[i] = word[i % word.length];
      }
      return spliced(bytes, place(bytes), 0, run);
    }

    private static byte[] spliced(byte[] bytes, int at, int without, byte[] with) {
      int rest = Math.max(0, bytes.length - at - without);
      byte[] spliced = new byte[at + with.length + rest];
      System.arraycopy(bytes, 0, spliced, 0, at);
      System.arraycopy(with, 0, spliced, at, with.length);
      System.arraycopy(bytes, bytes.length - rest, spliced, at + with.length, rest);
      return spliced;
    }
  }

  /** Seeds: every feed, good and with what makes trouble. */
  static List<byte[]> seeds() {
    List<String> texts = new ArrayList<>();
    for (Feed feed : Feed.values()) {
      texts.add(table(feed, ",", "\n"));
      texts.add(table(feed, ";", "\r\n"));
    }
    texts.add(table(Feed.CHECKINS, "\t", "\r"));
    texts.add(table(Feed.EPISODES, "|", "\n").replace("|North|", "|\"North\nWing, \"\"A\"\"\"|"));
    texts.add(table(Feed.CHECKINS, ";", "\n").replace("none", "'none'"));
    texts.add("Title above\n\n" + table(Feed.ATTENDANCE, ",", "\n"));
    return texts.stream().map(text -> text.getBytes(StandardCharsets.UTF_8)).toList();
  }

  private static String table(Feed feed, String delimiter, String end) {
    StringBuilder text = new StringBuilder();
    for (Column column : feed.columns()) {
      text.append(column.name()).append(delimiter);
    }
    text.append("note").append(delimiter).append(Feed.ROW_DELETED).append(end);
    for (int row = 1; row <= 6; row++) {
      for (Column column : feed.columns()) {
        text.append(cell(column, row)).append(delimiter);
      }
      text.append(row == 3 ? "\"two" + end + "lines\"" : "").append(delimiter);
      text.append(row == 5 ? "yes" : "").append(end);
    }
    return text.toString();
  }

  private static String cell(Column column, int row) {
    return switch (column.kind()) {
      case ROW_KEY -> ID + "row" + row;
      case EPISODE_KEY -> ID + "stay" + row % 3;
      case CLIENT_KEY -> ID + "person" + row % 3;
      case SITE -> "North";
      case TIER -> row % 2 == 0 ? "IOP" : "1.0";
      case DATE -> column.required() || row == 2 ? "2025-0" + row + "-11" : "";
      case CODE -> column.required() || row != 4 ? column.codes().get(row % 2) : "";
      case YES_NO -> row % 2 == 0 ? "yes" : "";
      case WHOLE_NUMBER -> row % 2 == 0 ? Integer.toString(row) : "";
    };
  }
}
