package org.throughline.canaries;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.file.CodecFactory;
import org.apache.avro.file.DataFileWriter;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The search finds what is hidden in every kind of file that a home holds. */
class CanariesTest {
  private static final String SECRET = "CANARY-4711";

  @TempDir Path folder;

  private final Canaries canaries = new Canaries(Set.of("C000004", "SH000004-1"));

  @Test
  void plainTextIsSearchedForCanariesAndForIdsAsWords() throws IOException {
    Files.writeString(folder.resolve("a.log"), "client canary-13 came, C000004 did not");
    Files.writeString(folder.resolve("b.log"), "XC000004 C0000041 SH000004-1-2 nobody");
    assertThat(canaries.under(folder)).containsOnly(entry("a.log", 2));
  }

  @Test
  void wideCharactersAndNamesOfFilesAreSearched() throws IOException {
    Files.write(folder.resolve("wide.txt"), SECRET.getBytes(UTF_16LE));
    Files.writeString(folder.resolve("canary-4.html"), "nothing in it");
    assertThat(canaries.under(folder))
        .containsOnly(entry("wide.txt", 1), entry("canary-4.html", 1));
  }

  @Test
  void gzipIsUnpackedEvenInsideGzip() throws IOException {
    byte[] once = gzip(SECRET.getBytes(UTF_8));
    Files.write(folder.resolve("x.gz"), gzip(once));
    assertThat(canaries.under(folder)).containsOnly(entry("x.gz", 1));
  }

  @Test
  void zipIsUnpacked() throws IOException {
    try (ZipOutputStream zip =
        new ZipOutputStream(Files.newOutputStream(folder.resolve("workbook.xlsx")))) {
      zip.putNextEntry(new ZipEntry("sheet.xml"));
      zip.write(SECRET.repeat(50).getBytes(UTF_8));
    }
    assertThat(canaries.under(folder)).containsOnly(entry("workbook.xlsx", 50));
  }

  @Test
  void parquetIsReadValueByValue() throws IOException {
    MessageType schema =
        MessageTypeParser.parseMessageType("message m { required binary a (UTF8); }");
    Path file = folder.resolve("x.parquet");
    try (ParquetWriter<org.apache.parquet.example.data.Group> writer =
        ExampleParquetWriter.builder(new org.apache.hadoop.fs.Path(file.toUri()))
            .withType(schema)
            .withConf(new Configuration())
            .withCompressionCodec(CompressionCodecName.GZIP)
            .build()) {
      for (String value : new String[] {"Aaa", SECRET, "Zzz"}) {
        SimpleGroup row = new SimpleGroup(schema);
        row.add("a", value);
        writer.write(row);
      }
    }
    assertThat(canaries.under(folder)).containsOnly(entry("x.parquet", 1));
  }

  @Test
  void avroIsReadRecordByRecord() throws IOException {
    Schema schema = SchemaBuilder.record("r").fields().requiredString("a").endRecord();
    try (DataFileWriter<GenericData.Record> writer =
        new DataFileWriter<>(new GenericDatumWriter<GenericData.Record>(schema))) {
      writer.setCodec(CodecFactory.deflateCodec(9));
      writer.create(schema, folder.resolve("x.avro").toFile());
      GenericData.Record row = new GenericData.Record(schema);
      row.put("a", SECRET);
      writer.append(row);
    }
    assertThat(canaries.under(folder)).containsOnly(entry("x.avro", 1));
  }

  @Test
  void aDatabaseIsAskedForAllThatItHolds() throws IOException, SQLException {
    String hidden =
        Base64.getEncoder().encodeToString(("a context with " + SECRET).getBytes(UTF_8));
    try (Connection connection =
            DriverManager.getConnection(
                "jdbc:h2:file:" + folder.resolve("jobs"), "throughline", "");
        Statement statement = connection.createStatement()) {
      statement.execute("create table t (a varchar(1000)) as select '" + hidden + "'");
    }
    assertThat(canaries.under(folder)).containsOnlyKeys(folder.resolve("jobs.mv.db"));
  }

  private Map.Entry<Path, Integer> entry(String file, int count) {
    return Map.entry(folder.resolve(file), count);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (OutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(bytes);
    }
    return out.toByteArray();
  }
}
