package org.throughline.feed;

import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.concurrent.TimeUnit;

/**
 * By what a file is known to be the same as before, without reading it.
 *
 * @param bytes its length on disk
 * @param modified nanoseconds since 1970
 * @param key what the file system calls it, or empty
 */
record FileStamp(long bytes, long modified, String key) implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String CHANGED =
      "the file changed while it was read; let whatever writes it come to its end, then receive it"
          + " again";

  static FileStamp of(Path file) throws IOException {
    BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
    return new FileStamp(
        found.size(),
        found.lastModifiedTime().to(TimeUnit.NANOSECONDS),
        found.fileKey() == null ? "" : found.fileKey().toString());
  }

  /**
   * @throws FeedFileException if the file is no longer what it was
   */
  void check(Path file) throws IOException {
    if (!equals(of(file))) {
      throw changed();
    }
  }

  static FeedFileException changed() {
    return new FeedFileException(CHANGED);
  }
}
