package org.throughline.measure;

import java.util.ArrayList;
import java.util.List;
import org.throughline.episode.EpisodeOutcome;
import org.throughline.episode.ExitClass;
import org.throughline.figure.Slice;

/** Exits that became known in the month, by class: as shares of all exits. */
final class ExitCounts implements Counting {
  static final ExitCounts INSTANCE = new ExitCounts();

  private static final EndNames NAMES = new EndNames("exits");

  private ExitCounts() {}

  static String name(ExitClass kind) {
    return NAMES.exits(kind);
  }

  @Override
  public boolean inSeries() {
    return true;
  }

  @Override
  public boolean readOtherwise() {
    return true;
  }

  @Override
  public boolean inSignals() {
    return true;
  }

  @Override
  public void add(ClientAtCut client, Tally tally) {
    if (client.episodes().stream().noneMatch(EpisodeOutcome::exitKnownInMonth)) {
      return;
    }
    for (ExitClass kind : ExitClass.values()) {
      if (!client.inFull() && kind != ExitClass.PLANNED) {
        continue;
      }
      ShareCounter counter = tally.share(name(kind));
      for (EpisodeOutcome episode : client.episodes()) {
        if (episode.exitKnownInMonth()) {
          counter.add(slices(client, episode, tally), episode.exit().kind() == kind ? 1 : 0, 1);
        }
      }
      counter.flush();
    }
  }

  private static List<Slice> slices(ClientAtCut client, EpisodeOutcome episode, Tally tally) {
    List<Slice> plain = tally.groups().plain(client, episode);
    if (!client.inFull() || episode.exit().day() <= episode.rules().landmarkDay()) {
      return plain;
    }
    List<Slice> all = new ArrayList<>(plain);
    all.addAll(tally.groups().family(episode.timeline().tier(), episode.landmarkGroup()));
    return all;
  }
}
