package org.throughline.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.*;
import org.junit.jupiter.api.Test;
import org.throughline.feed.Profiles;
import org.throughline.feed.SourceProfile;
import org.throughline.figure.FindingLevel;
import org.throughline.sampledata.simulator.*;

class Tune {
  static CheckRules loose() {
    Map<Check, CheckRule> m = new EnumMap<>(Check.class);
    return new CheckRules(m);
  }
  @Test
  void sample() throws Exception {
    Path feeds = Path.of("../sample-data/feeds");
    for (YearMonth month = YearMonth.of(2023,7); !month.isAfter(YearMonth.of(2025,6)); month = month.plusMonths(1)) {
      FeedsInMemory f = new FeedsInMemory();
      for (String s : List.of("canonical","harbor"))
        f.folder(feeds.resolve(s), Profiles.find(s, Path.of("../sample-data/profiles")), month);
      for (Found x : f.check(month, loose())) System.out.println("SAMPLE " + month + " " + x.level() + " " + x.name() + " " + x.measured() + " / " + x.limit() + " " + x.sentence());
      if (month.equals(YearMonth.of(2025,6))) {
        for (var s : Facts.filesOf(month, f.summaries())) System.out.println("FILE " + s.file() + " read " + s.read() + " rej " + s.rejected() + " held " + s.held() + " " + s.reasons() + s.blanked());
        RowCounter c = new RowCounter(month); f.timelines().forEach(c::add); var sheet = new org.throughline.measure.TallySheet(); c.addTo(sheet);
        sheet.counts().forEach((k,v)-> System.out.println("COUNT " + k.slice().site()+" "+k.name()+" "+Arrays.toString(v)));
      }
    }
  }
  @Test
  void ctn() throws Exception {
    Path feeds = Path.of(System.getenv("THROUGHLINE_SHARED")).resolve("real/ctn-0027");
    SourceProfile p = Profiles.find("ctn", Path.of("../sample-data/profiles"));
    FeedsInMemory f = new FeedsInMemory();
    for (String s : List.of("attendance","checkins","episodes","relapses")) f.file(feeds.resolve(s+".csv.gz"), p, LocalDate.of(2026,11,24));
    for (YearMonth month = YearMonth.of(2009,6); !month.isAfter(YearMonth.of(2012,8)); month = month.plusMonths(1))
      for (Found x : f.check(month, loose())) System.out.println("CTN " + month + " " + x.level() + " " + x.name() + " " + x.measured() + " / " + x.limit());
  }
  @Test
  void seeds() throws Exception {
    int[] n = new int[1];
    for (int clients : new int[]{60, 300, 1200}) for (int seed = 1; seed <= 8; seed++) {
      Path out = Files.createTempDirectory("tune");
      Simulation.run(SimulationSettings.of(clients, 20, seed, out).withDirt(SimulationSettings.Dirt.NONE).withPacking(SimulationSettings.Packing.PLAIN));
      for (int back = 8; back >= 0; back--) {
        YearMonth month = SimulationSettings.DEFAULT_LAST_MONTH.minusMonths(back);
        FeedsInMemory f = new FeedsInMemory().folder(out, SourceProfile.canonical(), month);
        for (Found x : f.check(month, loose())) System.out.println("SEED " + clients + " " + seed + " " + month + " " + x.level() + " " + x.name() + " " + x.measured() + " / " + x.limit()+ " "+x.severity());
      }
    }
  }
}
