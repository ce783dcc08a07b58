package org.throughline.jobs.month;

import java.nio.file.FileSystemException;

/** Says in one sentence why something failed. */
public final class Cause {
  private static final int LONGEST = 300;

  private Cause() {}

  /** The innermost cause that has something to say, its first line, without class names. */
  public static String inOneSentence(Throwable failure) {
    Throwable told = failure;
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      if (cause.getMessage() != null && !cause.getMessage().isBlank()) {
        told = cause;
      }
    }
    String message = told.getMessage();
    String line =
        message == null || message.isBlank()
            ? told.getClass().getSimpleName()
            : message.strip().lines().findFirst().orElse("");
    if (told instanceof FileSystemException) {
      line = spell(told, line);
    } else if (line.indexOf(' ') < 0) {
      line = told.getClass().getSimpleName() + ": " + line;
    }
    String cut = line.length() > LONGEST ? line.substring(0, LONGEST) + " …" : line;
    return cut.endsWith(".") || cut.endsWith("…") ? cut : cut + ".";
  }

  // Java's file errors carry little more than the path.
  private static String spell(Throwable error, String line) {
    return switch (error.getClass().getSimpleName()) {
      case "NoSuchFileException" -> line + " is missing";
      case "AccessDeniedException" -> line + " may not be read or written";
      case "FileAlreadyExistsException" -> line + " is in the way";
      case "NotDirectoryException" -> line + " is no folder";
      case "DirectoryNotEmptyException" -> line + " is not empty";
      default -> line;
    };
  }
}
