package org.throughline.lake;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.Serializable;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.apache.hadoop.conf.Configuration;
import org.apache.iceberg.encryption.AesGcmInputFile;
import org.apache.iceberg.encryption.AesGcmOutputFile;
import org.apache.iceberg.hadoop.HadoopFileIO;
import org.apache.iceberg.io.FileIO;
import org.apache.iceberg.io.FileInfo;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.SupportsPrefixOperations;

/**
 * The lines of feeds that were rejected or held, with the real identifiers that nothing else in a
 * home has. A file is Iceberg's AES-GCM stream: blocks of 1 MB, each under a nonce of its own and
 * bound to its delivery, its stretch and its place in the file. Only the ledger decides what
 * exists: files of deliveries that it does not name are removed when a lake is opened. Goes to
 * executors.
 *
 * <p>On this machine's file system only the owner can list the folder and read its files.
 */
public final class Quarantine implements Serializable {
  private static final long serialVersionUID = 1L;

  private static final int BUFFER = 1 << 16;

  private final FileIO io;
  private final String folder;

  /**
   * @param io over the store that holds the lake
   * @param folder absolute path or URI
   */
  Quarantine(FileIO io, String folder) {
    this.io = io;
    this.folder = folder.endsWith("/") ? folder : folder + "/";
  }

  /** The quarantine in a folder of this machine, without Spark. */
  public static Quarantine in(Path folder) {
    Configuration configuration = new Configuration();
    configuration.set(LocalFiles.SETTING, LocalFiles.class.getName());
    return new Quarantine(new HadoopFileIO(configuration), folder.toAbsolutePath().toString());
  }

  /**
   * Begins a file; one that a lost attempt of the same task left is replaced.
   *
   * @throws IOException if it cannot be made
   */
  public QuarantineWriter writer(
      int delivery, int piece, QuarantineHeader header, QuarantineKey key) throws IOException {
    String location = folder + QuarantineFile.name(delivery, piece, key.name());
    QuarantineFile file = new QuarantineFile(delivery, piece, key.name(), location);
    ownFolder();
    OutputFile out =
        new AesGcmOutputFile(io.newOutputFile(location), key.encryption(), file.boundTo());
    DataOutputStream stream = new DataOutputStream(out.createOrOverwrite());
    try {
      forOwnerOnly(location, "rw-------");
      return new QuarantineWriter(stream, header);
    } catch (IOException | RuntimeException e) {
      stream.close();
      throw e;
    }
  }

  /** All files, in order of delivery and stretch. */
  public List<QuarantineFile> files() {
    List<QuarantineFile> files = new ArrayList<>();
    if (!(io instanceof SupportsPrefixOperations listing)) {
      throw new IllegalStateException("the store of " + folder + " cannot list files");
    }
    if (local(folder).filter(path -> !Files.isDirectory(path)).isPresent()) {
      return files;
    }
    try {
      for (FileInfo file : listing.listPrefix(folder)) {
        QuarantineFile.at(file.location()).ifPresent(files::add);
      }
    } catch (UncheckedIOException e) {
      if (!(e.getCause() instanceof FileNotFoundException)) {
        throw e;
      }
    }
    files.sort(
        Comparator.comparingInt(QuarantineFile::delivery)
            .thenComparingInt(QuarantineFile::piece)
            .thenComparing(QuarantineFile::keyName));
    return files;
  }

  /**
   * Reads a file. Lines that were told before a fault are as they were written.
   *
   * @throws QuarantineException if it is of another key, damaged or not whole
   * @throws IOException what the reader throws
   */
  public void read(QuarantineFile file, QuarantineKey key, QuarantineReader reader)
      throws QuarantineException, IOException {
    if (!key.opens(file)) {
      throw new QuarantineException(
          file.location()
              + " was written under another pseudonym key; the lines in it can be read with that"
              + " key only");
    }
    Guard guard = new Guard(reader);
    try (DataInputStream in = decrypted(file, key)) {
      QuarantineReader.read(in, guard);
    } catch (IOException | RuntimeException e) {
      if (guard.failure.isPresent()) {
        throw guard.failure.get();
      }
      throw new QuarantineException(
          file.location()
              + " is damaged; lines in it that are not listed must be taken from the delivered"
              + " file",
          e);
    }
  }

  private DataInputStream decrypted(QuarantineFile file, QuarantineKey key) {
    InputFile stored = io.newInputFile(file.location());
    InputFile plain =
        new AesGcmInputFile(stored, key.encryption(), file.boundTo(), stored.getLength());
    return new DataInputStream(new BufferedInputStream(plain.newStream(), BUFFER));
  }

  /** Tells what the reader throws from what the file throws. */
  private static final class Guard implements QuarantineReader {
    private final QuarantineReader reader;
    private Optional<IOException> failure = Optional.empty();

    Guard(QuarantineReader reader) {
      this.reader = reader;
    }

    @Override
    public Lines lines() {
      return reader.lines();
    }

    @Override
    public void begins(QuarantineHeader header) throws IOException {
      try {
        reader.begins(header);
      } catch (IOException e) {
        failure = Optional.of(e);
        throw e;
      }
    }

    @Override
    public void line(long line, String text) throws IOException {
      try {
        reader.line(line, text);
      } catch (IOException e) {
        failure = Optional.of(e);
        throw e;
      }
    }
  }

  /** Removes the files of deliveries that are not wanted. */
  public void keepOnly(IntPredicate wantedDeliveries) {
    for (QuarantineFile file : files()) {
      if (!wantedDeliveries.test(file.delivery())) {
        io.deleteFile(file.location());
      }
    }
  }

  private void ownFolder() throws IOException {
    Optional<Path> path = local(folder);
    if (path.isPresent() && !Files.isDirectory(path.get())) {
      Files.createDirectories(path.get());
      forOwnerOnly(folder, "rwx------");
    }
  }

  private static void forOwnerOnly(String location, String mode) throws IOException {
    Optional<Path> path = local(location);
    if (path.isPresent()
        && Files.getFileStore(path.get()).supportsFileAttributeView(PosixFileAttributeView.class)) {
      Files.setPosixFilePermissions(path.get(), PosixFilePermissions.fromString(mode));
    }
  }

  /** A location as a path, if it is on this machine's file system. */
  private static Optional<Path> local(String location) {
    if (location.startsWith("file:")) {
      return Optional.of(Path.of(URI.create(location).getPath()));
    }
    return location.contains("://") ? Optional.empty() : Optional.of(Path.of(location));
  }
}
