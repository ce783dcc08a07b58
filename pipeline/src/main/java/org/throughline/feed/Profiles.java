package org.throughline.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Where source profiles are found. */
public final class Profiles {
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_-]{0,63}");
  private static final String SHIPPED = "/profiles/";
  private static final String SUFFIX = ".yml";

  private Profiles() {}

  /**
   * The profile of a name: NAME.yml in the own folder, else the one shipped on the class path under
   * {@code profiles/}, else the built-in {@code canonical}.
   *
   * @param ownFolder need not exist
   * @throws IllegalArgumentException if there is none, naming those that exist, or if the profile
   *     has a fault
   */
  public static SourceProfile find(String name, Path ownFolder) {
    if (!isName(name)) {
      throw unknown(name, ownFolder);
    }
    try {
      Path own = ownFolder.resolve(name + SUFFIX);
      if (Files.isRegularFile(own)) {
        return parse(Files.readString(own), own.toString(), name);
      }
      try (InputStream shipped = Profiles.class.getResourceAsStream(SHIPPED + name + SUFFIX)) {
        if (shipped != null) {
          String text = new String(shipped.readAllBytes(), UTF_8);
          return parse(text, "profiles/" + name + SUFFIX, name);
        }
      }
    } catch (CharacterCodingException e) {
      throw new IllegalArgumentException(
          ownFolder.resolve(name + SUFFIX) + " is no UTF-8; save it as UTF-8", e);
    } catch (IOException e) {
      throw new UncheckedIOException("the profile " + name + " cannot be read", e);
    }
    if (name.equals(SourceProfile.canonical().name())) {
      return SourceProfile.canonical();
    }
    throw unknown(name, ownFolder);
  }

  static boolean isName(String name) {
    return NAME.matcher(name).matches();
  }

  private static SourceProfile parse(String yaml, String origin, String name) {
    SourceProfile profile = SourceProfile.parse(yaml, origin);
    if (!profile.name().equals(name)) {
      throw new IllegalArgumentException(
          origin
              + ": name is "
              + profile.name()
              + "; write name: "
              + name
              + ", as the file's name");
    }
    return profile;
  }

  private static IllegalArgumentException unknown(String name, Path ownFolder) {
    return new IllegalArgumentException(
        "there is no source profile "
            + name
            + "; there are "
            + String.join(", ", names(ownFolder))
            + "; write your own as NAME.yml in "
            + ownFolder);
  }

  /** The names of all profiles that {@link #find} would find. */
  public static SortedSet<String> names(Path ownFolder) {
    SortedSet<String> names = new TreeSet<>();
    names.add(SourceProfile.canonical().name());
    try {
      addFolder(ownFolder, names);
      addShipped(Profiles.class.getResource(SHIPPED), names);
    } catch (IOException e) {
      throw new UncheckedIOException("the source profiles cannot be listed", e);
    }
    return names;
  }

  private static void addFolder(Path folder, SortedSet<String> names) throws IOException {
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.list(folder)) {
        files.forEach(file -> addFile(file.getFileName().toString(), names));
      }
    }
  }

  private static void addShipped(@Nullable URL folder, SortedSet<String> names) throws IOException {
    if (folder == null) {
      return;
    }
    if (folder.getProtocol().equals("file")) {
      addFolder(Path.of(uri(folder)), names);
    } else if (folder.openConnection() instanceof JarURLConnection jar) {
      jar.getJarFile().stream()
          .map(entry -> entry.getName())
          .filter(entry -> entry.startsWith(jar.getEntryName()))
          .forEach(entry -> addFile(entry.substring(jar.getEntryName().length()), names));
    }
  }

  private static void addFile(String file, SortedSet<String> names) {
    if (file.endsWith(SUFFIX) && isName(file.substring(0, file.length() - SUFFIX.length()))) {
      names.add(file.substring(0, file.length() - SUFFIX.length()));
    }
  }

  private static URI uri(URL url) throws IOException {
    try {
      return url.toURI();
    } catch (URISyntaxException e) {
      throw new IOException("odd address " + url, e);
    }
  }
}
