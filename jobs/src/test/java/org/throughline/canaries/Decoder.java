package org.throughline.canaries;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import java.util.zip.InflaterInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.apache.avro.file.DataFileReader;
import org.apache.avro.file.SeekableByteArrayInput;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.hadoop.util.HadoopInputFile;

/**
 * Takes a file apart until its contents lie open: unpacks gzip, zip and the chunks of a PNG, reads
 * Parquet and Avro value by value, their statistics and metadata too, asks H2 for all that it
 * holds, and decodes base64 within text. Every file is also given as the bytes that it has.
 */
final class Decoder {
  private static final Pattern BASE64 = Pattern.compile("[A-Za-z0-9+/]{24,}={0,2}");
  private static final byte[] GZIP = {0x1f, (byte) 0x8b};
  private static final byte[] ZIP = {'P', 'K', 3, 4};
  private static final byte[] PARQUET = {'P', 'A', 'R', '1'};
  private static final byte[] AVRO = {'O', 'b', 'j', 1};
  private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G'};

  private final Consumer<String> contents;

  /**
   * @param contents is given all that is found, byte for byte as ISO-8859-1 where it is no text
   */
  Decoder(Consumer<String> contents) {
    this.contents = contents;
  }

  void decode(Path file) throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    if (startsWith(bytes, PARQUET)) {
      parquet(file);
    }
    if (file.getFileName().toString().endsWith(".mv.db")) {
      database(file);
    }
    decode(bytes);
  }

  private void decode(byte[] bytes) throws IOException {
    String raw = new String(bytes, ISO_8859_1);
    contents.accept(raw);
    if (startsWith(bytes, GZIP)) {
      decode(gunzipped(bytes));
    } else if (startsWith(bytes, ZIP)) {
      zip(bytes);
    } else if (startsWith(bytes, AVRO)) {
      avro(bytes);
    } else if (startsWith(bytes, PNG)) {
      png(bytes);
    } else {
      base64(raw);
    }
  }

  private static boolean startsWith(byte[] bytes, byte[] magic) {
    return bytes.length >= magic.length
        && ByteBuffer.wrap(bytes, 0, magic.length).equals(ByteBuffer.wrap(magic));
  }

  /** What there is of it: a sample feed may be torn. */
  private static byte[] gunzipped(byte[] bytes) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
      byte[] buffer = new byte[1 << 16];
      for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
        out.write(buffer, 0, read);
      }
    } catch (EOFException | ZipException torn) {
      return out.toByteArray();
    }
    return out.toByteArray();
  }

  private void zip(byte[] bytes) throws IOException {
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        contents.accept(entry.getName());
        decode(zip.readAllBytes());
      }
    }
  }

  private void png(byte[] bytes) throws IOException {
    ByteBuffer chunks = ByteBuffer.wrap(bytes).position(8);
    while (chunks.remaining() >= 12) {
      byte[] chunk = new byte[chunks.getInt()];
      byte[] type = new byte[4];
      chunks.get(type).get(chunk).getInt();
      if (new String(type, ISO_8859_1).equals("zTXt")) {
        String text = new String(chunk, ISO_8859_1);
        int packed = text.indexOf('\0') + 2;
        try (InputStream in =
            new InflaterInputStream(
                new ByteArrayInputStream(chunk, packed, chunk.length - packed))) {
          contents.accept(new String(in.readAllBytes(), ISO_8859_1));
        }
      }
    }
  }

  private void avro(byte[] bytes) throws IOException {
    try (DataFileReader<GenericRecord> reader =
        new DataFileReader<>(new SeekableByteArrayInput(bytes), new GenericDatumReader<>())) {
      for (String key : reader.getMetaKeys()) {
        contents.accept(key + "=" + new String(reader.getMeta(key), ISO_8859_1));
      }
      while (reader.hasNext()) {
        contents.accept(reader.next().toString());
      }
    }
  }

  private void parquet(Path file) throws IOException {
    Configuration configuration = new Configuration();
    // a copy elsewhere, so that no checksum file of the lake is in the way
    Path copy = Files.createTempFile("decoded", ".parquet");
    Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
    org.apache.hadoop.fs.Path path = new org.apache.hadoop.fs.Path(copy.toUri());
    try (ParquetFileReader footer =
        ParquetFileReader.open(HadoopInputFile.fromPath(path, configuration))) {
      contents.accept(footer.getFooter().toString());
    }
    try (ParquetReader<Group> rows =
        ParquetReader.builder(new GroupReadSupport(), path).withConf(configuration).build()) {
      StringBuilder page = new StringBuilder();
      for (Group row = rows.read(); row != null; row = rows.read()) {
        page.append(row);
        if (page.length() > 1 << 20) {
          contents.accept(page.toString());
          page.setLength(0);
        }
      }
      contents.accept(page.toString());
    } finally {
      Files.delete(copy);
    }
  }

  private void database(Path file) throws IOException {
    Path folder = Files.createTempDirectory("decoded");
    Path copy = folder.resolve("copy.mv.db");
    Files.copy(file, copy);
    String url = "jdbc:h2:file:" + folder.resolve("copy") + ";ACCESS_MODE_DATA=r";
    try (Connection connection = DriverManager.getConnection(url, "throughline", "");
        Statement statement = connection.createStatement();
        ResultSet lines = statement.executeQuery("SCRIPT")) {
      while (lines.next()) {
        contents.accept(lines.getString(1));
        base64(lines.getString(1));
      }
    } catch (SQLException e) {
      throw new IOException(file + " cannot be opened", e);
    } finally {
      Files.delete(copy);
      Files.delete(folder);
    }
  }

  private void base64(String text) throws IOException {
    Matcher found = BASE64.matcher(text);
    while (found.find()) {
      String code = found.group().replace("=", "");
      byte[] bytes = Base64.getDecoder().decode(code.substring(0, code.length() / 4 * 4));
      contents.accept(new String(bytes, ISO_8859_1));
      if (startsWith(bytes, GZIP)) {
        contents.accept(new String(gunzipped(bytes), ISO_8859_1));
      }
    }
  }
}
