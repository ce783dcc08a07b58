package org.throughline.lake;

import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.throughline.episode.OutcomeColumn;

/** The columns of {@code figures}, {@code curves} and {@code episode_outcomes}. */
final class PublishedSchemas {
  private PublishedSchemas() {}

  static Schema figures() {
    return head()
        .optional("at", Types.IntegerType.get(), "horizon, days (weeks for continuous)")
        .required("tier", Types.StringType.get(), "code of the tier, or all")
        .required("family", Types.StringType.get(), "family group, or all")
        .required("site", Types.StringType.get(), "code of the site, or all")
        .required("group", Types.StringType.get(), "another column of the roster, or empty")
        .required("level", Types.StringType.get(), "that column's value, or empty")
        .required("rule", Types.StringType.get(), "how missing weeks were read, or empty")
        .optional("value", Types.DoubleType.get(), "in the unit of the row")
        .optional("ci_low", Types.DoubleType.get(), "lower end of the 95 % interval, same unit")
        .optional("ci_high", Types.DoubleType.get(), "upper end of the 95 % interval, same unit")
        .optional("bound_low", Types.DoubleType.get(), "lowest value of the other rules")
        .optional("bound_high", Types.DoubleType.get(), "highest value of the other rules")
        .optional("numerator", Types.LongType.get(), "counted above the line")
        .optional("denominator", Types.LongType.get(), "counted below the line")
        .required("unit", Types.StringType.get(), "unit of value")
        .required("suppressed", Types.StringType.get(), "primary, complementary or empty")
        .optional("unavailable", Types.StringType.get(), "why there is no value, or empty")
        .schema();
  }

  static Schema curves() {
    return head()
        .required("tier", Types.StringType.get(), "code of the tier, or all")
        .required("family", Types.StringType.get(), "family group, or all")
        .required("site", Types.StringType.get(), "code of the site, or all")
        .required("day", Types.IntegerType.get(), "days since admission")
        .required("at_risk", Types.LongType.get(), "episodes at risk before the day's events")
        .required("events", Types.LongType.get(), "events of the curve's kind on the day")
        .required("censored", Types.LongType.get(), "episodes whose follow-up ends on the day")
        .required("estimate", Types.DoubleType.get(), "after the day's events, share of 1")
        .required("ci_low", Types.DoubleType.get(), "lower end of the 95 % interval")
        .required("ci_high", Types.DoubleType.get(), "upper end of the 95 % interval")
        .schema();
  }

  static Schema outcomes() {
    Schemas.Fields fields = new Schemas.Fields();
    for (OutcomeColumn column : OutcomeColumn.values()) {
      switch (column.need()) {
        case ALWAYS -> fields.required(column.code(), type(column), column.comment());
        case MAY_BE_EMPTY -> fields.optional(column.code(), type(column), column.comment());
      }
    }
    return fields.schema();
  }

  private static Type type(OutcomeColumn column) {
    return switch (column.kind()) {
      case KEY -> Types.LongType.get();
      case TEXT -> Types.StringType.get();
      case DATE -> Types.DateType.get();
      case COUNT -> Types.IntegerType.get();
      case FLAG -> Types.BooleanType.get();
    };
  }

  private static Schemas.Fields head() {
    return new Schemas.Fields()
        .required("month", Types.StringType.get(), "reporting month of the publication, YYYY-MM")
        .required("edition", Types.IntegerType.get(), "1 for the first publication of the month")
        .required("figure_month", Types.StringType.get(), "month that the row is of, YYYY-MM")
        .required("cut", Types.DateType.get(), "last day of that month")
        .required("measure", Types.StringType.get(), "id of the measure")
        .required("version", Types.IntegerType.get(), "version of its definition");
  }
}
