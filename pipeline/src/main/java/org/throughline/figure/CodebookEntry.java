package org.throughline.figure;

import java.io.Serializable;
import java.util.List;

/**
 * A measure as the codebook tells it.
 *
 * @param definition of the measure
 * @param groups in which its figures are given, in words
 * @param example its figures of everybody in the worked example, by horizon
 */
public record CodebookEntry(Definition definition, String groups, List<Figure> example)
    implements Serializable {
  public CodebookEntry {
    example = List.copyOf(example);
  }
}
