package org.throughline.jobs.month;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.throughline.check.Accepted;
import org.throughline.check.DataChecks;
import org.throughline.check.Found;
import org.throughline.figure.Acceptance;
import org.throughline.figure.Finding;
import org.throughline.figure.FindingLevel;
import org.throughline.jobs.Halt;
import org.throughline.jobs.home.AcceptanceFile;
import org.throughline.jobs.home.Home;
import org.throughline.jobs.settings.Settings;
import org.throughline.lake.Ledger;
import org.throughline.measure.TallySheet;

/**
 * Judges the data of a month before it is published. What an operator accepts is kept in the home
 * and holds for this month as long as the finding gets no worse, whatever else comes.
 */
final class CheckStep {
  private final Home home;
  private final Settings settings;
  private final MonthRequest request;
  private final Narration narration;

  CheckStep(Home home, Settings settings, MonthRequest request, Narration narration) {
    this.home = home;
    this.settings = settings;
    this.request = request;
    this.narration = narration;
  }

  /**
   * Records what is accepted, and tells what is found.
   *
   * @throws Halt if a finding at level stop is not accepted
   */
  void run(TallySheet sheet, Ledger ledger) throws IOException {
    List<Accepted> known = accepted();
    List<Found> found = found(sheet, ledger, known);
    List<Accepted> all = withWish(known, found, ledger.dataIdentity());
    if (!all.equals(known)) {
      AcceptanceFile.of(home).write(all);
    }
    List<Found> stops = new ArrayList<>();
    for (Found one : found) {
      Optional<Acceptance> acceptance = acceptance(one, all);
      if (one.level() == FindingLevel.STOP && acceptance.isEmpty()) {
        stops.add(one);
      } else {
        narration.say(
            "    "
                + acceptance.map(a -> "accepted").orElse(one.level().code())
                + "  "
                + one.name()
                + "  "
                + plain(one));
      }
    }
    tellIdleWishes(found);
    if (!stops.isEmpty()) {
      throw Halt.dataCheck(spelledOut(stops));
    }
  }

  /** The month's findings, with what was accepted of them. */
  List<Finding> findings(TallySheet sheet, Ledger ledger) throws IOException {
    List<Accepted> accepted = accepted();
    return found(sheet, ledger, accepted).stream()
        .map(one -> one.published(acceptance(one, accepted)))
        .toList();
  }

  private List<Accepted> accepted() throws IOException {
    return AcceptanceFile.of(home).read();
  }

  private List<Found> found(TallySheet sheet, Ledger ledger, List<Accepted> accepted) {
    return new DataChecks(request.month(), settings.checks(), settings.smallCell())
        .run(ledger.summaries(), sheet, accepted);
  }

  /** The latest acceptance that holds for a finding. */
  private Optional<Acceptance> acceptance(Found found, List<Accepted> accepted) {
    return accepted.stream()
        .filter(one -> one.covers(request.month(), found))
        .reduce((earlier, later) -> later)
        .map(Accepted::acceptance);
  }

  private List<Accepted> withWish(List<Accepted> known, List<Found> found, String data) {
    List<Accepted> all = new ArrayList<>(known);
    for (Found one : found) {
      if (request.accept().means(one) && !request.accept().saysTheSame(acceptance(one, known))) {
        all.removeIf(earlier -> earlier.isAbout(request.month(), one));
        all.add(Accepted.of(request.month(), one, data, request.accept().acceptance()));
      }
    }
    return all;
  }

  private void tellIdleWishes(List<Found> found) {
    request.accept().findings().stream()
        .filter(
            selector ->
                found.stream().noneMatch(one -> selector.matches(one.check().id(), one.place())))
        .forEach(
            selector ->
                narration.say(
                    "    --accept " + selector.spelledOut() + ": there is no such finding."));
  }

  private String spelledOut(List<Found> stops) {
    StringBuilder text =
        new StringBuilder("Nothing was published, since a data check stopped " + request.month());
    text.append(":\n");
    stops.forEach(
        one -> text.append("  ").append(one.name()).append("  ").append(plain(one)).append('\n'));
    text.append("To publish all the same, say which and why:\n  throughline month ")
        .append(request.month())
        .append(" --home ")
        .append(home.root());
    stops.forEach(one -> text.append(" --accept ").append(quoted(one.name())));
    return text.append(" --reason \"…\"").toString();
  }

  private static String plain(Found found) {
    return found.sentence().replace("`", "").replace('\u00a0', ' ');
  }

  private static String quoted(String name) {
    return name.matches("[A-Za-z0-9:._-]+") ? name : "'" + name.replace("'", "'\\''") + "'";
  }
}
