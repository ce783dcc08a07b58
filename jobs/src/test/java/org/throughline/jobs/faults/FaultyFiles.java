package org.throughline.jobs.faults;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hadoop.fs.FSDataOutputStream;
import org.apache.hadoop.fs.FileSystem;
import org.apache.hadoop.fs.Path;
import org.apache.hadoop.fs.permission.FsPermission;
import org.apache.hadoop.util.Progressable;
import org.throughline.lake.LocalFiles;

/**
 * Hadoop's local files with one fault: at the n-th change (a file made, closed, renamed or removed,
 * a folder made) it throws, or the process is gone at once. The environment says which: {@code
 * FAULT=throw:17} or {@code FAULT=halt:17}.
 */
public final class FaultyFiles extends LocalFiles {
  static final String VARIABLE = "FAULT";
  private static final int KILLED = 137;
  private static final AtomicInteger CHANGES = new AtomicInteger();

  private static void change(String what, Path path) throws IOException {
    String[] fault = System.getenv().getOrDefault(VARIABLE, "none:0").split(":");
    if (CHANGES.incrementAndGet() != Integer.parseInt(fault[1])) {
      return;
    }
    System.err.println("fault at change " + fault[1] + ": " + what + " " + path.getName());
    if (fault[0].equals("halt")) {
      Runtime.getRuntime().halt(KILLED);
    }
    throw new IOException("Input/output error (injected): " + what + " " + path.getName());
  }

  @Override
  public FSDataOutputStream create(
      Path path,
      FsPermission permission,
      boolean overwrite,
      int buffer,
      short replication,
      long block,
      Progressable progress)
      throws IOException {
    change("create", path);
    return closing(
        super.create(path, permission, overwrite, buffer, replication, block, progress), path);
  }

  private static FSDataOutputStream closing(FSDataOutputStream out, Path path) throws IOException {
    return new FSDataOutputStream(out, new FileSystem.Statistics("file")) {
      @Override
      public void close() throws IOException {
        change("close", path);
        super.close();
      }
    };
  }

  @Override
  public boolean rename(Path from, Path to) throws IOException {
    change("rename to", to);
    return super.rename(from, to);
  }

  @Override
  public boolean delete(Path path, boolean recursive) throws IOException {
    change("delete", path);
    return super.delete(path, recursive);
  }

  @Override
  public boolean mkdirs(Path path) throws IOException {
    change("make folder", path);
    return super.mkdirs(path);
  }
}
