package org.throughline.walls;

import com.tngtech.archunit.lang.ArchRule;
import java.util.function.Function;

/**
 * A rule of the house, and a class that breaks it.
 *
 * @param name what the rule says
 * @param below the rule for the packages below a root
 * @param breach a class below {@link Walls#BROKEN_ROOT} that the rule must catch
 */
record Wall(String name, Function<String, ArchRule> below, Class<?> breach) {
  @Override
  public String toString() {
    return name;
  }
}
