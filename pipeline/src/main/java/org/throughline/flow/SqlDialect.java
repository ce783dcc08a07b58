package org.throughline.flow;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;

/** How an engine wants views over Parquet files to be made. */
public enum SqlDialect {
  /** DuckDB: views that stay, also in a database file. */
  DUCKDB {
    @Override
    String begin(String view) {
      return "CREATE OR REPLACE VIEW " + name(view) + " AS\n";
    }

    /** A list of paths, each of which may be a pattern; a class of one character is just that. */
    @Override
    String over(String view, List<String> files) {
      return begin(view)
          + files.stream()
              .map(file -> file.replaceAll("([\\[*?])", "[$1]"))
              .map(file -> "  '" + file.replace("'", "''") + "'")
              .collect(Collectors.joining(",\n", "SELECT * FROM read_parquet([\n", "\n"))
          + "], union_by_name = true);";
    }

    @Override
    String name(String of) {
      return '"' + of + '"';
    }

    @Override
    String type(Type type) {
      if (type instanceof Types.ListType list) {
        return type(list.elementType()) + "[]";
      }
      return type instanceof Types.MapType map
          ? "MAP(" + type(map.keyType()) + ", " + type(map.valueType()) + ")"
          : plain(type, "VARCHAR");
    }
  },

  /** Spark without Iceberg: temporary views of a session. */
  SPARK {
    @Override
    String begin(String view) {
      return "CREATE OR REPLACE TEMPORARY VIEW " + name(view) + " AS\n";
    }

    /** All files of a table are in one folder; Spark takes one path, which may be a pattern. */
    @Override
    String over(String view, List<String> files) {
      String first = files.get(0);
      String folder = first.substring(0, first.lastIndexOf('/') + 1);
      String names =
          files.stream()
              .map(file -> escaped(file.substring(folder.length())))
              .collect(Collectors.joining(",", "{", "}"));
      String path = (escaped(folder) + names).replace("\\", "\\\\").replace("'", "\\'");
      return "CREATE OR REPLACE TEMPORARY VIEW "
          + name(view)
          + " USING parquet\n  OPTIONS (mergeSchema 'true', path '"
          + path
          + "');";
    }

    @Override
    String name(String of) {
      return '`' + of + '`';
    }

    @Override
    String type(Type type) {
      if (type instanceof Types.ListType list) {
        return "ARRAY<" + type(list.elementType()) + ">";
      }
      return type instanceof Types.MapType map
          ? "MAP<" + type(map.keyType()) + ", " + type(map.valueType()) + ">"
          : plain(type, "STRING");
    }
  };

  /** The beginning of a statement that makes a view, up to its query. */
  abstract String begin(String view);

  /** A view over data files of one table, at least one. */
  abstract String over(String view, List<String> files);

  /** A name of a view or column. */
  abstract String name(String of);

  /** A column's type. */
  abstract String type(Type type);

  /** A path in which nothing stands for anything else. */
  private static String escaped(String path) {
    return path.replaceAll("([\\\\{}\\[\\]*?,])", "\\\\$1");
  }

  private static String plain(Type type, String text) {
    return switch (type.typeId()) {
      case STRING -> text;
      case LONG -> "BIGINT";
      case INTEGER -> "INT";
      case DATE -> "DATE";
      case BOOLEAN -> "BOOLEAN";
      case DOUBLE -> "DOUBLE";
      default -> throw new IllegalArgumentException("no table has columns of the type " + type);
    };
  }

  /** The word for it on the command line. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
