package org.throughline.lake;

import java.util.Optional;

/**
 * A data file of a table.
 *
 * @param table which
 * @param path where it is, absolute
 * @param sha256 of its bytes when it was committed, hexadecimal; empty where none was kept
 */
public record KeptFile(LakeTable table, String path, Optional<String> sha256) {}
