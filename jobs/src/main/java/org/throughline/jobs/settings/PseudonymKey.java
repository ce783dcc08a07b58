package org.throughline.jobs.settings;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.file.StandardOpenOption.SYNC;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.throughline.jobs.Halt;
import org.throughline.jobs.home.Home;

/**
 * The key under which clients and episodes become pseudonyms: from the environment, from a file
 * that settings name, or from the home's own, which is generated on the first run. Never logged,
 * never part of a message.
 */
public final class PseudonymKey {
  /** The environment variable that holds the key itself, in hex or base64. */
  public static final String VARIABLE = "THROUGHLINE_KEY";

  private static final int LEAST_BYTES = 32;

  private PseudonymKey() {}

  /**
   * Finds the key, and makes the home's own where there is none yet.
   *
   * @param variable what {@value #VARIABLE} holds, or empty
   * @throws Halt if the key is too short or no text of a key, or if others may read its file
   */
  public static byte[] find(Home home, Settings settings, Optional<String> variable)
      throws IOException {
    if (variable.isPresent()) {
      return decode(variable.get(), VARIABLE);
    }
    Path file = settings.keyFile().orElse(home.ownKeyFile());
    if (!Files.exists(file)) {
      if (settings.keyFile().isPresent()) {
        throw Halt.usage("throughline.key-file = " + file + ": there is no such file.");
      }
      refuseToReplaceLostKey(home);
      generate(file);
    }
    refuseWhereOthersRead(file);
    return decode(Files.readString(file, US_ASCII).strip(), file.toString());
  }

  /**
   * The key of a home in which something was run before, without anything that settings need
   * beside.
   *
   * @param commandLine settings given on the command line
   * @param variables of the environment
   * @throws Halt if a setting or the key cannot be used
   */
  public static byte[] find(
      Home home, Map<String, String> commandLine, Map<String, String> variables)
      throws IOException {
    Settings settings =
        SettingsReader.read(
            SettingsReader.environment(commandLine, variables, home.settingsFile()));
    return find(home, settings, Optional.ofNullable(variables.get(VARIABLE)));
  }

  // A new key would give every known client a second identity.
  private static void refuseToReplaceLostKey(Home home) {
    if (home.hasLake()) {
      throw Halt.usage(
          home.ownKeyFile()
              + " is missing, though this home holds data under it. Put it back, or name it by"
              + " throughline.key-file or "
              + VARIABLE
              + ".");
    }
  }

  private static void generate(Path file) throws IOException {
    byte[] key = new byte[LEAST_BYTES];
    new SecureRandom().nextBytes(key);
    Set<PosixFilePermission> owner =
        EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);
    FileAttribute<?>[] mode =
        isPosix(file)
            ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(owner)}
            : new FileAttribute<?>[0];
    // beside it first: a run that is killed here must not leave half a key
    Path folder = file.toAbsolutePath().resolveSibling(".");
    Path fresh = Files.createTempFile(folder, "." + file.getFileName(), ".new", mode);
    try {
      Files.writeString(fresh, HexFormat.of().formatHex(key) + "\n", US_ASCII, WRITE, SYNC);
      Files.move(fresh, file);
    } catch (FileAlreadyExistsException e) {
      return; // another run was quicker; its key is the home's
    } finally {
      Files.deleteIfExists(fresh);
    }
  }

  private static void refuseWhereOthersRead(Path file) throws IOException {
    if (!isPosix(file)) {
      return;
    }
    Set<PosixFilePermission> others =
        EnumSet.of(
            PosixFilePermission.GROUP_READ,
            PosixFilePermission.GROUP_WRITE,
            PosixFilePermission.OTHERS_READ,
            PosixFilePermission.OTHERS_WRITE);
    others.retainAll(Files.getPosixFilePermissions(file));
    if (!others.isEmpty()) {
      throw Halt.usage("The key file " + file + " can be read or changed by others: chmod 600 it.");
    }
  }

  private static boolean isPosix(Path file) throws IOException {
    return Files.getFileStore(file.toAbsolutePath().resolveSibling("."))
        .supportsFileAttributeView(PosixFileAttributeView.class);
  }

  private static byte[] decode(String text, String where) {
    byte[] key;
    try {
      key =
          text.matches("(?:[0-9a-fA-F]{2})+")
              ? HexFormat.of().parseHex(text)
              : Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException e) {
      throw Halt.usage("The pseudonym key in " + where + " is neither hex nor base64.");
    }
    if (key.length < LEAST_BYTES) {
      throw Halt.usage(
          "The pseudonym key in "
              + where
              + " has "
              + key.length
              + " bytes; it needs "
              + LEAST_BYTES
              + " or more.");
    }
    return key;
  }
}
