package org.throughline.lake;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.apache.iceberg.io.InputFile;
import org.apache.iceberg.io.OutputFile;
import org.apache.iceberg.io.PositionOutputStream;

/** A new file whose SHA-256 is taken of the bytes while they are written: no second reading. */
final class DigestedOutput implements OutputFile {
  private final OutputFile file;
  private final MessageDigest digest;

  DigestedOutput(OutputFile file) {
    this.file = file;
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  /** SHA-256 of what was written; to be asked for once, after the file was closed. */
  byte[] sha256() {
    return digest.digest();
  }

  @Override
  public PositionOutputStream create() {
    return digested(file.create());
  }

  @Override
  public PositionOutputStream createOrOverwrite() {
    return digested(file.createOrOverwrite());
  }

  private PositionOutputStream digested(PositionOutputStream stream) {
    digest.reset();
    return new Stream(stream, digest);
  }

  @Override
  public String location() {
    return file.location();
  }

  @Override
  public InputFile toInputFile() {
    return file.toInputFile();
  }

  private static final class Stream extends PositionOutputStream {
    private final PositionOutputStream stream;
    private final MessageDigest digest;

    Stream(PositionOutputStream stream, MessageDigest digest) {
      this.stream = stream;
      this.digest = digest;
    }

    @Override
    public long getPos() throws IOException {
      return stream.getPos();
    }

    @Override
    public long storedLength() throws IOException {
      return stream.storedLength();
    }

    @Override
    public void write(int b) throws IOException {
      stream.write(b);
      digest.update((byte) b);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
      stream.write(bytes, offset, length);
      digest.update(bytes, offset, length);
    }

    @Override
    public void flush() throws IOException {
      stream.flush();
    }

    @Override
    public void close() throws IOException {
      stream.close();
    }
  }
}
