package org.throughline.jobs.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.throughline.jobs.Halt;

/**
 * A command line, parted into what the command itself reads and settings.
 *
 * @param command for the command
 * @param settings given as {@code --throughline.KEY=VALUE} or {@code --spark.KEY=VALUE}, by key
 */
record Arguments(List<String> command, Map<String, String> settings) {

  /**
   * Parts a command line.
   *
   * @throws Halt if a setting has no value
   */
  static Arguments of(String[] given) {
    List<String> command = new ArrayList<>();
    Map<String, String> settings = new TreeMap<>();
    for (String argument : given) {
      if (!argument.startsWith("--throughline.") && !argument.startsWith("--spark.")) {
        command.add(argument);
        continue;
      }
      int equals = argument.indexOf('=');
      if (equals < 0) {
        throw Halt.usage(argument + " needs a value: " + argument + "=VALUE.");
      }
      settings.put(argument.substring(2, equals), argument.substring(equals + 1));
    }
    return new Arguments(List.copyOf(command), Map.copyOf(settings));
  }
}
