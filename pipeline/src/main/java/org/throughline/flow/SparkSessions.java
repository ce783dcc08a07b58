package org.throughline.flow;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.apache.spark.sql.SparkSession;
import org.throughline.lake.Lake;
import org.throughline.lake.LocalFiles;

/** Spark as this product runs it on one machine. */
public final class SparkSessions {
  /** The name of the Iceberg catalog. */
  public static final String CATALOG = "lake";

  private SparkSessions() {}

  /** Where a home keeps its tables. */
  public static Path lakeFolder(Path home) {
    return home.resolve("lake");
  }

  /**
   * A session on this machine, with the home's lake as the catalog {@value #CATALOG}.
   *
   * @param home the folder that holds everything a program owns
   * @param sparkSettings {@code spark.*} settings, which stand above the ones set here
   */
  public static SparkSession local(Path home, Map<String, String> sparkSettings) {
    Map<String, String> settings = new TreeMap<>();
    settings.put("spark.master", "local[*]");
    settings.put("spark.app.name", "throughline");
    settings.put("spark.ui.enabled", "false");
    settings.put("spark.driver.host", "127.0.0.1");
    settings.put("spark.driver.bindAddress", "127.0.0.1");
    settings.put("spark.sql.shuffle.partitions", "8");
    settings.put("spark.sql.session.timeZone", "UTC");
    settings.put("spark.local.dir", home.resolve("work").toAbsolutePath().toString());
    settings.put("spark.sql.catalogImplementation", "in-memory");
    settings.put("spark.sql.catalog." + CATALOG, "org.apache.iceberg.spark.SparkCatalog");
    settings.put("spark.sql.catalog." + CATALOG + ".type", "hadoop");
    settings.put(
        "spark.sql.catalog." + CATALOG + ".warehouse",
        lakeFolder(home).toAbsolutePath().toString());
    settings.put(Lake.QUARANTINE, home.resolve("quarantine").toAbsolutePath().toString());
    settings.put("spark.hadoop." + LocalFiles.SETTING, LocalFiles.class.getName());
    // one thread writes the tables and must see its own commits at once
    settings.put("spark.sql.catalog." + CATALOG + ".cache-enabled", "false");
    settings.putAll(sparkSettings);
    SparkSession.Builder builder = SparkSession.builder();
    settings.forEach(builder::config);
    // Where this process has a Spark already, it is kept; the home gets a session of its own.
    SparkSession session = builder.getOrCreate().newSession();
    settings.forEach(
        (key, value) -> {
          if (isOfTheSession(key) || session.conf().isModifiable(key)) {
            session.conf().set(key, value);
          }
        });
    // Catalogs are looked up in the settings of the thread's session, which may be an earlier
    // home's.
    SparkSession.setActiveSession(session);
    return session;
  }

  private static boolean isOfTheSession(String key) {
    return key.startsWith("spark.sql.catalog.") || key.startsWith("spark.throughline.");
  }
}
