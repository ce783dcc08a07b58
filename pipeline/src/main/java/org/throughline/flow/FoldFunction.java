package org.throughline.flow;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.apache.spark.api.java.function.Function;
import org.throughline.check.RowCounter;
import org.throughline.episode.EpisodeColumn;
import org.throughline.episode.FoldRules;
import org.throughline.lake.TableFiles;
import org.throughline.measure.ClientFold;
import org.throughline.measure.MeasurePlan;
import org.throughline.measure.TallySheet;

/**
 * Folds the clients of some data files of timelines, one after the other, and counts rows for the
 * data checks on the way.
 */
final class FoldFunction implements Function<List<String>, byte[]> {
  private static final long serialVersionUID = 1L;

  private final TableFiles table;
  private final YearMonth month;
  private final FoldRules rules;
  private final CarriedTiers tiers;
  private final int seriesMonths;
  private final ArrayList<EpisodeColumn> groups;

  FoldFunction(TableFiles table, MeasurePlan plan) {
    this.table = table;
    month = plan.month();
    rules = plan.rules();
    tiers = new CarriedTiers(plan.tiers());
    seriesMonths = plan.seriesMonths();
    groups = new ArrayList<>(plan.groups());
  }

  @Override
  public byte[] call(List<String> files) throws IOException {
    ClientFold fold =
        new ClientFold(new MeasurePlan(month, rules, tiers.tiers(), seriesMonths, groups));
    RowCounter counter = new RowCounter(month);
    Clients.forEach(
        table,
        files,
        client -> {
          fold.add(client);
          client.forEach(counter::add);
        });
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    TallySheet sheet = fold.sheet();
    counter.addTo(sheet);
    sheet.write(new DataOutputStream(bytes));
    return bytes.toByteArray();
  }
}
