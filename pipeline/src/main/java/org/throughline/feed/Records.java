package org.throughline.feed;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.util.Iterator;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The records of a text by Apache Commons CSV, each with the line on which it begins. Blank lines
 * are passed over. A record with text after a closing quote is torn: it is passed over to the end
 * of its line, and the next one is whole again.
 */
final class Records {
  /** What came next. */
  enum Next {
    ROW,
    TORN,
    END
  }

  private final RecordTape tape;
  private final CSVParser parser;
  private final Iterator<CSVRecord> records;
  private final long linesBefore;
  private String[] fields = {};
  private long line;

  Records(Reader reader, Dialect dialect, long firstLine) throws IOException {
    CSVFormat format =
        CSVFormat.DEFAULT
            .builder()
            .setDelimiter(dialect.delimiter())
            .setQuote(dialect.quote().asCharacter())
            .setIgnoreEmptyLines(false)
            .get();
    tape = new RecordTape(reader);
    parser = CSVParser.builder().setReader(tape).setFormat(format).get();
    records = parser.iterator();
    linesBefore = firstLine - 1;
  }

  Next next() throws IOException {
    while (true) {
      line = linesBefore + parser.getCurrentLineNumber() + 1;
      try {
        if (!records.hasNext()) {
          return Next.END;
        }
        CSVRecord row = records.next();
        fields = row.values();
        tape.mark(row.getCharacterPosition(), line - linesBefore);
        if (fields.length > 1 || !fields[0].isBlank()) {
          return Next.ROW;
        }
      } catch (UncheckedIOException e) {
        passOver(e);
        return Next.TORN;
      }
    }
  }

  /** After a fault Commons CSV goes on behind the offending character, in the same line. */
  private void passOver(UncheckedIOException fault) throws IOException {
    UncheckedIOException torn = fault;
    while (torn.getCause() instanceof CSVException) {
      try {
        if (records.hasNext()) {
          records.next();
        }
        return;
      } catch (UncheckedIOException again) {
        torn = again;
      }
    }
    throw torn.getCause();
  }

  /** Fields of the row that came last. */
  String[] fields() {
    return fields;
  }

  /** The record that came last as it is written, torn or not, without its last line end. */
  String text() {
    return tape.lines(line - linesBefore, parser.getCurrentLineNumber() + 1);
  }

  /** Line on which the row that came last begins, counted from 1. */
  long line() {
    return line;
  }
}
