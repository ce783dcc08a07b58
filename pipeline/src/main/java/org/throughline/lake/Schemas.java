package org.throughline.lake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.iceberg.Schema;
import org.apache.iceberg.types.Type;
import org.apache.iceberg.types.Types;
import org.throughline.feed.Column;
import org.throughline.feed.Feed;

/** The columns of every table, each with a comment that gives its meaning and unit. */
final class Schemas {
  private static final Map<String, String> MEANING =
      Map.ofEntries(
          Map.entry("site", "site or program code"),
          Map.entry("admitted_on", "first day of the episode, day 0"),
          Map.entry("discharged_on", "last day of the episode; empty while it is open"),
          Map.entry("discharge_reason", "why the episode ended; empty while it is open"),
          Map.entry("tier", "code of the intensity tier"),
          Map.entry("prior_care", "what care the client stepped down from"),
          Map.entry("age_group", "age at admission, years"),
          Map.entry("sex", "F, M or other"),
          Map.entry("primary_substance", "substance that led to treatment"),
          Map.entry("medication", "whether medication is part of the plan"),
          Map.entry("daily_role", "what the client keeps up beside treatment"),
          Map.entry("from_on", "first day in the tier"),
          Map.entry("to_on", "last day in the tier; empty while current"),
          Map.entry("scheduled_on", "day of the session"),
          Map.entry("service", "kind of session"),
          Map.entry("status", "what became of the session"),
          Map.entry("minutes", "minutes attended, 0 to 1440; empty when not attended"),
          Map.entry("mode", "in_person or telehealth"),
          Map.entry("family_present", "whether a close support took part"),
          Map.entry("checkin_on", "the day that the answer or sample is about"),
          Map.entry("reported_use", "none, used or declined"),
          Map.entry("test_result", "negative, positive, refused or invalid"),
          Map.entry("role_kept", "whether work, school or caregiving was kept up"),
          Map.entry("craving", "0 to 10"),
          Map.entry("started_on", "first day of use"),
          Map.entry("ended_on", "last day of use; empty while it goes on"),
          Map.entry("severity", "lapse or relapse"),
          Map.entry("source", "who reported it"));

  private Schemas() {}

  /** The table of a feed's accepted rows, every version of each. */
  static Schema rows(Feed feed) {
    Fields fields = new Fields();
    for (Column column : feed.columns()) {
      switch (column.kind()) {
        case ROW_KEY ->
            fields.required(keyName(column), Types.LongType.get(), "keyed pseudonym of the row");
        case EPISODE_KEY ->
            fields.optional(
                keyName(column),
                Types.LongType.get(),
                "keyed pseudonym of the episode; empty in withdrawals that name none");
        case CLIENT_KEY ->
            fields.optional(keyName(column), Types.LongType.get(), "keyed pseudonym of the person");
        default -> fields.optional(column.name(), type(column), meaning(column.name()));
      }
    }
    fields.required(Feed.ROW_DELETED, Types.BooleanType.get(), "whether the row withdraws its key");
    fields.required("delivery", Types.IntegerType.get(), "number of the delivery, see deliveries");
    fields.required("line", Types.LongType.get(), "line of the file, from 1");
    return fields.schema();
  }

  /** What a key column is called where it holds a pseudonym. */
  static String keyName(Column column) {
    return column.name().replaceFirst("_id$", "_key");
  }

  static Schema rejects() {
    return new Fields()
        .required("delivery", Types.IntegerType.get(), "number of the delivery, see deliveries")
        .required("feed", Types.StringType.get(), "feed of the file")
        .required("file_name", Types.StringType.get(), "name of the file")
        .required("line", Types.LongType.get(), "line of the file, from 1")
        .required("column", Types.StringType.get(), "column at fault; empty for the whole row")
        .required("reason", Types.StringType.get(), "why the row was refused")
        .required("detail", Types.StringType.get(), "what to do; never an identifier")
        .schema();
  }

  static Schema deliveries() {
    return new Fields()
        .required("delivery", Types.IntegerType.get(), "number, in order of arrival")
        .required("source", Types.StringType.get(), "name of the source")
        .required("feed", Types.StringType.get(), "feed of the file")
        .required("file_name", Types.StringType.get(), "name of the file")
        .required("as_of", Types.DateType.get(), "day as of which the file speaks")
        .required("profile", Types.StringType.get(), "profile that read it")
        .required("profile_fingerprint", Types.StringType.get(), "SHA-256 of the profile")
        .required("content_sha256", Types.StringType.get(), "SHA-256 of the unpacked content")
        .required("bytes", Types.LongType.get(), "size unpacked, bytes")
        .required("received_on", Types.DateType.get(), "day of arrival")
        .required("rows_read", Types.LongType.get(), "data rows found")
        .required("rows_accepted", Types.LongType.get(), "well-formed rows")
        .required("rows_rejected", Types.LongType.get(), "rows refused by parsing")
        .required("rows_snapshot_id", Types.LongType.get(), "snapshot of the feed's table")
        .required("rejects_snapshot_id", Types.LongType.get(), "snapshot of rejects")
        .required("unknown_columns", strings(), "columns that no profile names")
        .required("reasons", counts(), "rows refused by parsing, by reason")
        .required("blanked", counts(), "unknown codes blanked in optional columns")
        .schema();
  }

  static Schema setAside() {
    return new Fields()
        .required("delivery", Types.IntegerType.get(), "number of the delivery, see deliveries")
        .required("status", Types.StringType.get(), "held or rejected")
        .required("reason", Types.StringType.get(), "why the rows are in no timeline")
        .required("row_count", Types.LongType.get(), "current rows")
        .schema();
  }

  static Schema setAsideRows() {
    return new Fields()
        .required("delivery", Types.IntegerType.get(), "number of the delivery, see deliveries")
        .required("feed", Types.StringType.get(), "feed of the row")
        .required("line", Types.LongType.get(), "line of the file, from 1")
        .required("row_key", Types.LongType.get(), "keyed pseudonym of the row")
        .required("status", Types.StringType.get(), "held or rejected")
        .required("reason", Types.StringType.get(), "why the row is in no timeline")
        .optional("column", Types.StringType.get(), "column that the rule looks at")
        .schema();
  }

  static Schema timelines() {
    return new Fields()
        .required("episode_key", Types.LongType.get(), "keyed pseudonym of the episode")
        .required("client_key", Types.LongType.get(), "keyed pseudonym of the person")
        .required("site", Types.StringType.get(), meaning("site"))
        .required("admitted_on", Types.DateType.get(), meaning("admitted_on"))
        .optional("discharged_on", Types.DateType.get(), meaning("discharged_on"))
        .optional("discharge_reason", Types.StringType.get(), meaning("discharge_reason"))
        .required("tier", Types.StringType.get(), "code of the tier at admission")
        .optional("prior_care", Types.StringType.get(), meaning("prior_care"))
        .optional("age_group", Types.StringType.get(), meaning("age_group"))
        .optional("sex", Types.StringType.get(), meaning("sex"))
        .optional("primary_substance", Types.StringType.get(), meaning("primary_substance"))
        .optional("medication", Types.StringType.get(), meaning("medication"))
        .optional("daily_role", Types.StringType.get(), meaning("daily_role"))
        .required("placement_from", ints(), "first days in a tier, days since admission, rising")
        .required("placement_to", ints(), "last days beside them; 2147483647 while current")
        .required("placement_tier", strings(), "tier codes beside them")
        .required(
            "sessions",
            ints(),
            "sorted; (day since admission + 7) * 2048 + service * 128 + status * 16"
                + " + (mode + 1) * 4 + family_present + 1, codes in order of the feed, -1 empty")
        .required("minutes", ints(), "attended minutes beside the sessions, -1 unknown")
        .required(
            "checkins",
            ints(),
            "sorted; (day since admission + 7) * 2048 + (reported_use + 1) * 512"
                + " + (test_result + 1) * 64 + (role_kept + 1) * 16 + craving + 1")
        .required(
            "relapses",
            ints(),
            "sorted; (day since admission + 7) * 2048 + severity * 8 + source + 1")
        .required(
            "relapse_ends",
            ints(),
            "last days of use beside them, days since admission; 2147483647 not recorded")
        .schema();
  }

  private static Type type(Column column) {
    return switch (column.kind()) {
      case ROW_KEY, EPISODE_KEY, CLIENT_KEY -> Types.LongType.get();
      case SITE, TIER, CODE -> Types.StringType.get();
      case DATE -> Types.DateType.get();
      case YES_NO -> Types.BooleanType.get();
      case WHOLE_NUMBER -> Types.IntegerType.get();
    };
  }

  private static String meaning(String column) {
    return MEANING.getOrDefault(column, column);
  }

  // the ids of nested fields need only differ within the table; creation numbers them anew
  private static Types.ListType ints() {
    return Types.ListType.ofRequired(0, Types.IntegerType.get());
  }

  private static Types.ListType strings() {
    return Types.ListType.ofRequired(0, Types.StringType.get());
  }

  private static Types.MapType counts() {
    return Types.MapType.ofRequired(0, 0, Types.StringType.get(), Types.LongType.get());
  }

  /** Collects fields and numbers them, nested ones too. */
  static final class Fields {
    private final List<Types.NestedField> fields = new ArrayList<>();
    private int last;

    Fields required(String name, Type type, String comment) {
      fields.add(Types.NestedField.required(++last, name, numbered(type), comment));
      return this;
    }

    Fields optional(String name, Type type, String comment) {
      fields.add(Types.NestedField.optional(++last, name, numbered(type), comment));
      return this;
    }

    private Type numbered(Type type) {
      if (type instanceof Types.ListType list) {
        return Types.ListType.ofRequired(++last, list.elementType());
      }
      if (type instanceof Types.MapType map) {
        last += 2;
        return Types.MapType.ofRequired(last - 1, last, map.keyType(), map.valueType());
      }
      return type;
    }

    Schema schema() {
      return new Schema(fields);
    }
  }
}
