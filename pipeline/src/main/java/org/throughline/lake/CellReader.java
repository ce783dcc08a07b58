package org.throughline.lake;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.iceberg.Schema;
import org.apache.iceberg.parquet.ParquetValueReader;
import org.apache.iceberg.parquet.ParquetValueReaders;
import org.apache.iceberg.shaded.org.apache.parquet.column.ColumnDescriptor;
import org.apache.iceberg.shaded.org.apache.parquet.schema.MessageType;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types.NestedField;
import org.jspecify.annotations.Nullable;

/**
 * Reads rows as arrays of cells, a list of ints as one {@code int[]} and a list of texts as one
 * {@code String[]}: Iceberg's own readers make an object of each number, which is most of the work
 * where a row holds hundreds of them. Other cells are {@code Integer} (days for dates), {@code
 * Long} and {@code String}, or null.
 */
final class CellReader
    extends ParquetValueReaders.StructReader<@Nullable Object[], @Nullable Object[]> {
  private final int length;

  /**
   * @param schema the columns, in the order of the cells
   * @param file the same as they lie in the file
   * @throws IllegalArgumentException if a column is of another kind, or not in the file
   */
  CellReader(Schema schema, MessageType file) {
    super(readers(schema, file));
    length = schema.columns().size();
  }

  private static List<ParquetValueReader<?>> readers(Schema schema, MessageType file) {
    List<ParquetValueReader<?>> readers = new ArrayList<>();
    schema.columns().forEach(field -> readers.add(reader(field, file)));
    return readers;
  }

  private static ParquetValueReader<?> reader(NestedField field, MessageType file) {
    ColumnDescriptor column =
        file.getColumns().stream()
            .filter(c -> c.getPath()[0].equals(field.name()))
            .findFirst()
            .orElseThrow(
                () -> new IllegalArgumentException("the file has no column " + field.name()));
    if (field.type().isListType()) {
      return switch (field.type().asListType().elementType().typeId()) {
        case INTEGER -> new IntsReader(column);
        case STRING -> new TextsReader(column);
        default -> throw unreadable(field);
      };
    }
    ParquetValueReader<?> cell =
        switch (field.type().typeId()) {
          case INTEGER, DATE, LONG -> ParquetValueReaders.unboxed(column);
          case STRING -> ParquetValueReaders.strings(column);
          default -> throw unreadable(field);
        };
    return ParquetValueReaders.option(
        file.getType(field.name()), column.getMaxDefinitionLevel() - 1, cell);
  }

  private static IllegalArgumentException unreadable(NestedField field) {
    Type type = field.type();
    return new IllegalArgumentException("cells of column " + field.name() + " are " + type);
  }

  @Override
  protected @Nullable Object[] newStructData(@Nullable Object[] reuse) {
    return new Object[length];
  }

  @Override
  protected @Nullable Object getField(@Nullable Object[] row, int position) {
    return row[position];
  }

  @Override
  protected @Nullable Object[] buildStruct(@Nullable Object[] row) {
    return row;
  }

  @Override
  protected void set(@Nullable Object[] row, int position, @Nullable Object cell) {
    row[position] = cell;
  }

  /** A list of required ints. */
  private static final class IntsReader extends ParquetValueReaders.PrimitiveReader<int[]> {
    private static final int[] NONE = {};

    private final int present;
    private int[] ints = new int[64];

    IntsReader(ColumnDescriptor column) {
      super(column);
      present = column.getMaxDefinitionLevel();
    }

    @Override
    public int[] read(int[] reuse) {
      if (column.currentDefinitionLevel() < present) {
        column.nextNull();
        return NONE;
      }
      int size = 0;
      do {
        if (size == ints.length) {
          ints = Arrays.copyOf(ints, 2 * size);
        }
        ints[size++] = column.nextInteger();
      } while (column.currentRepetitionLevel() > 0);
      return Arrays.copyOf(ints, size);
    }
  }

  /** A list of required texts. */
  private static final class TextsReader extends ParquetValueReaders.PrimitiveReader<String[]> {
    private static final String[] NONE = {};

    private final int present;

    TextsReader(ColumnDescriptor column) {
      super(column);
      present = column.getMaxDefinitionLevel();
    }

    @Override
    public String[] read(String[] reuse) {
      if (column.currentDefinitionLevel() < present) {
        column.nextNull();
        return NONE;
      }
      List<String> texts = new ArrayList<>();
      do {
        texts.add(column.nextBinary().toStringUsingUTF8());
      } while (column.currentRepetitionLevel() > 0);
      return texts.toArray(String[]::new);
    }
  }
}
