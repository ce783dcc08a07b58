package org.throughline.lake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.FileStatus;
import org.apache.hadoop.fs.FileSystem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalFilesTest {
  @TempDir Path folder;

  @Test
  void tellsPermissionsWithoutTheStatusThatStartsAProcess() throws Exception {
    assumeTrue(
        Files.getFileStore(folder).supportsFileAttributeView("posix"),
        "this file system has no permissions");
    Path file = Files.writeString(folder.resolve("one"), "123");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r-----"));

    FileStatus status = files().listStatus(hadoop(folder))[0];

    assertSame(FileStatus.class, status.getClass(), "Hadoop's own starts ls for its permissions");
    assertEquals("rw-r-----", status.getPermission().toString());
    assertEquals(Files.getOwner(file).getName(), status.getOwner());
    assertEquals(3, status.getLen());
    assertEquals(Files.getLastModifiedTime(file).toMillis(), status.getModificationTime());
  }

  @Test
  void tellsOfAFileThatIsNotThereAsHadoopDoes() {
    assertThrows(
        FileNotFoundException.class, () -> files().getFileStatus(hadoop(folder.resolve("none"))));
  }

  private static org.apache.hadoop.fs.Path hadoop(Path path) {
    return new org.apache.hadoop.fs.Path(path.toUri());
  }

  private static FileSystem files() throws Exception {
    Configuration configuration = new Configuration(false);
    LocalFiles files = new LocalFiles();
    files.initialize(java.net.URI.create("file:///"), configuration);
    return files;
  }
}
