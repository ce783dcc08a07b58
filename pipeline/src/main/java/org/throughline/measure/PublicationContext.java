package org.throughline.measure;

import java.util.List;
import java.util.Map;
import org.throughline.figure.FileSummary;
import org.throughline.figure.Finding;

/**
 * What a publication says beside its figures.
 *
 * @param program the program's name
 * @param edition 1 for the first publication of the month
 * @param smallCell cells under this many clients are hidden
 * @param files what was received
 * @param findings of the data checks
 * @param settings that moved the figures, by name
 * @param dataIdentity SHA-256 over the deliveries that count
 */
public record PublicationContext(
    String program,
    int edition,
    int smallCell,
    List<FileSummary> files,
    List<Finding> findings,
    Map<String, String> settings,
    String dataIdentity) {}
