package org.throughline.feed;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.throughline.episode.Tier;
import org.throughline.episode.Tiers;
import org.throughline.feed.RowRules.Blank;

/**
 * Turns the fields of one record into a {@link FeedRow}, column by column in canonical order, up to
 * the first fault.
 */
final class RowReader {
  private static final int FIRST_DAY = (int) LocalDate.of(1900, 1, 1).toEpochDay();
  private static final int LAST_DAY = (int) LocalDate.of(2100, 12, 31).toEpochDay();
  private static final int MOST_SITE_CHARACTERS = 64;

  /** Longest identifier; what is longer has swallowed other text. */
  static final int MOST_KEY_CHARACTERS = 256;

  private static final int REMEMBERED_SITES = 10_000;
  private static final int YES = 1;

  private final Feed feed;
  private final Column[] columns;
  private final int[] fields;
  private final HeaderMap header;
  private final String dates;
  private final DateReader dateReader;
  private final SourcePseudonyms pseudonyms;
  private final SipHash rowKeys;
  private final CodeTable[] codes;
  private final CodeTable deleted;
  private final Map<String, String> siteCodes = new HashMap<>();
  private final Map<String, String> sites = new HashMap<>();
  private final RowRules rules;
  private final List<Blank> blanks = new ArrayList<>();

  RowReader(
      Feed feed,
      SourceProfile profile,
      Tiers tiers,
      SourcePseudonyms pseudonyms,
      HeaderMap header) {
    this.feed = feed;
    this.header = header;
    this.pseudonyms = pseudonyms;
    columns = feed.columns().toArray(Column[]::new);
    fields = header.positions().stream().mapToInt(Integer::intValue).toArray();
    dates = String.join(" or ", profile.dates());
    dateReader = DateReader.of(profile.dates());
    rowKeys = pseudonyms.rows(feed);
    codes = new CodeTable[columns.length];
    for (int i = 0; i < columns.length; i++) {
      codes[i] = codes(feed, columns[i], profile, tiers);
    }
    deleted = codes(feed, FeedCodes.DELETED, profile, tiers);
    profile.codes(feed, "site").forEach((own, site) -> siteCodes.put(Tiers.normal(own), site));
    rules = RowRules.of(feed);
  }

  private static CodeTable codes(Feed feed, Column column, SourceProfile profile, Tiers tiers) {
    Map<String, String> own = profile.codes(feed, column.name());
    try {
      return switch (column.kind()) {
        case TIER -> tiers(tiers, own);
        case CODE, YES_NO -> new CodeTable(FeedCodes.allowed(column), own);
        default -> new CodeTable(List.of(), Map.of());
      };
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "source profile "
              + profile.name()
              + ": feeds."
              + feed.code()
              + ".codes."
              + column.name()
              + ": "
              + e.getMessage(),
          e);
    }
  }

  private static CodeTable tiers(Tiers tiers, Map<String, String> own) {
    Map<String, String> names = new HashMap<>();
    for (Tier tier : tiers.inOrder()) {
      tier.aliases().forEach(alias -> names.put(Tiers.normal(alias), tier.code()));
    }
    own.forEach(
        (code, name) ->
            names.put(Tiers.normal(code), tiers.named(name).map(Tier::code).orElse(name)));
    return new CodeTable(tiers.inOrder().stream().map(Tier::code).toList(), names);
  }

  /**
   * Reads a record.
   *
   * @param row filled as far as the first fault
   * @return the fault, or empty if the row is well formed
   */
  Optional<Rejection> read(String[] values, long line, FeedRow row) {
    row.line = line;
    row.key = 0;
    row.answers = "";
    row.episode = 0;
    row.withdrawn = false;
    if (!blanks.isEmpty()) {
      blanks.clear();
    }
    if (values.length != header.fields()) {
      return Rejections.width(values.length, header.fields(), line);
    }
    if (header.answers() != HeaderMap.ABSENT) {
      row.answers = stripped(values[header.answers()]);
    }
    String id = stripped(values[fields[0]]);
    if (id.isEmpty()) {
      return Rejections.blank(columns[0], line);
    }
    if (isOdd(id)) {
      return Rejections.oddKey(columns[0], line);
    }
    key(id, row);
    if (header.deleted() != HeaderMap.ABSENT) {
      String text = stripped(values[header.deleted()]);
      int code = text.isEmpty() ? 0 : deleted.index(text);
      if (code == CodeTable.UNKNOWN) {
        return Rejections.unknownCode(FeedCodes.DELETED, text, line);
      }
      if (code == YES) {
        withdraw(values, row);
        return Optional.empty();
      }
    }
    for (int c = 1; c < columns.length; c++) {
      if (fields[c] != HeaderMap.ABSENT) {
        Optional<Rejection> fault = cell(c, stripped(values[fields[c]]), row);
        if (fault.isPresent()) {
          return fault;
        }
      }
    }
    return rules.check(row, blanks);
  }

  private void key(String id, FeedRow row) {
    if (feed == Feed.EPISODES) {
      row.key = pseudonyms.episode(id);
      row.episode = row.key;
    } else {
      row.key = rowKeys.hash(id);
    }
  }

  /** Only keys count; everything else is emptied. An episode that is no identifier names none. */
  private void withdraw(String[] values, FeedRow row) {
    long key = row.key;
    long line = row.line;
    String answers = row.answers;
    row.clear();
    row.key = key;
    row.answers = answers;
    row.line = line;
    row.withdrawn = true;
    for (int c = 0; c < columns.length; c++) {
      if (columns[c].kind() == Column.Kind.EPISODE_KEY) {
        String id = stripped(values[fields[c]]);
        row.episode = id.isEmpty() || isOdd(id) ? 0 : pseudonyms.episode(id);
      }
    }
    if (feed == Feed.EPISODES) {
      row.episode = key;
    }
  }

  private Optional<Rejection> cell(int c, String text, FeedRow row) {
    Column column = columns[c];
    if (text.isEmpty()) {
      row.cells[c] = FeedRow.BLANK;
      return column.required() ? Rejections.blank(column, row.line) : Optional.empty();
    }
    return switch (column.kind()) {
      case CODE, YES_NO -> code(c, text, row);
      case DATE -> date(c, text, row);
      case WHOLE_NUMBER -> number(c, text, row);
      case TIER -> tier(c, text, row);
      case SITE -> site(c, text, row);
      case EPISODE_KEY -> {
        if (isOdd(text)) {
          yield Rejections.oddKey(column, row.line);
        }
        row.episode = pseudonyms.episode(text);
        yield Optional.empty();
      }
      case CLIENT_KEY -> {
        if (isOdd(text)) {
          yield Rejections.oddKey(column, row.line);
        }
        row.client = pseudonyms.client(text);
        yield Optional.empty();
      }
      case ROW_KEY -> Optional.empty();
    };
  }

  private Optional<Rejection> code(int c, String text, FeedRow row) {
    int code = codes[c].index(text);
    if (code != CodeTable.UNKNOWN) {
      row.cells[c] = code;
      return Optional.empty();
    }
    row.cells[c] = FeedRow.BLANK;
    if (columns[c].required() || rules.requires(c, row)) {
      return Rejections.unknownCode(columns[c], text, codes[c].spelledOut(), row.line);
    }
    blanks.add(new Blank(c, text));
    return Optional.empty();
  }

  private Optional<Rejection> date(int c, String text, FeedRow row) {
    int day = dateReader.read(text);
    row.cells[c] = day;
    if (day == DateReader.NO_DATE) {
      return Rejections.noDate(columns[c], text, dates, row.line);
    }
    return day < FIRST_DAY || day > LAST_DAY
        ? Rejections.farDate(columns[c], text, row.line)
        : Optional.empty();
  }

  private Optional<Rejection> number(int c, String text, FeedRow row) {
    int number = Digits.number(text, text.length());
    Column column = columns[c];
    row.cells[c] = number;
    if (number == Digits.NO_NUMBER) {
      return Rejections.noNumber(column, text, row.line);
    }
    return number < column.least() || number > column.most()
        ? Rejections.farNumber(column, text, row.line)
        : Optional.empty();
  }

  private Optional<Rejection> tier(int c, String text, FeedRow row) {
    int code = codes[c].index(text);
    if (code == CodeTable.UNKNOWN) {
      return Rejections.unknownCode(columns[c], text, codes[c].spelledOut(), row.line);
    }
    row.texts[c] = codes[c].code(code);
    return Optional.empty();
  }

  private Optional<Rejection> site(int c, String text, FeedRow row) {
    String site = sites.get(text);
    if (site == null) {
      if (text.length() > MOST_SITE_CHARACTERS || text.chars().anyMatch(Character::isISOControl)) {
        return Rejections.oddSite(columns[c], row.line);
      }
      site = siteCodes.getOrDefault(Tiers.normal(text), text);
      if (sites.size() < REMEMBERED_SITES) {
        sites.put(text, site);
      }
    }
    row.texts[c] = site;
    return Optional.empty();
  }

  /** What the row that was read last had to leave out; valid until the next one. */
  List<Blank> blanks() {
    return blanks;
  }

  private static String stripped(String text) {
    int length = text.length();
    return length == 0 || (plain(text.charAt(0)) && plain(text.charAt(length - 1)))
        ? text
        : strippedWide(text);
  }

  /**
   * Without white space at both ends, the no-break kinds of web pages and spreadsheets included.
   */
  private static String strippedWide(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && isSpace(text.charAt(from))) {
      from++;
    }
    while (from < to && isSpace(text.charAt(to - 1))) {
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\ufeff' || c == '\u200b';
  }

  private static boolean isOdd(String key) {
    int length = key.length();
    if (length > MOST_KEY_CHARACTERS) {
      return true;
    }
    for (int i = 0; i < length; i++) {
      char c = key.charAt(i);
      if (c < ' ' || (c >= 0x7f && c <= 0x9f)) {
        return true;
      }
    }
    return false;
  }

  private static boolean plain(char c) {
    return c > ' ' && c < 0x7f;
  }
}
