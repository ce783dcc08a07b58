package org.throughline.walls.broken;

/** A class whose name says nothing, in a package that is not marked. */
public final class DateUtil {
  private DateUtil() {}
}
