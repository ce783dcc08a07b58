package org.throughline.jobs.cli;

import org.throughline.jobs.Throughline;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The program itself: its help and its version. */
@Command(
    name = "throughline",
    mixinStandardHelpOptions = true,
    versionProvider = RootCommand.Version.class,
    description =
        "Turns the attendance, check-in and relapse feeds of outpatient addiction treatment into"
            + " retention and sobriety figures and a monthly report.",
    synopsisSubcommandLabel = "COMMAND",
    commandListHeading = "%nCommands:%n",
    footerHeading = "%nSettings:%n",
    footer = {
      "  Every setting can be given on the command line (--throughline.cohort-months=24), in the",
      "  environment (THROUGHLINE_COHORT_MONTHS=24) or in HOME/throughline.yml, the first winning.",
      "  throughline.program         the program's name, for the report",
      "  throughline.cohort-months   months of admission in a cohort (12)",
      "  throughline.silence-days    days without attendance after which care counts as over (30);",
      "                              0 switches that rule off",
      "  throughline.landmark-day    day at which family groups are formed (30)",
      "  throughline.refused-test    what a refused test says: use, or unknown (use)",
      "  throughline.small-cell      figures about fewer clients than this are hidden (11)",
      "  throughline.tiers           levels of care: code, label, floor-hours, aliases (ASAM)",
      "  throughline.groups          columns of the episodes feed to group by beside tier and site:",
      "                              prior_care, age_group, sex, primary_substance, medication,",
      "                              daily_role; levels of fewer than 11 episodes are pooled (none)",
      "  throughline.paper           what report.pdf is printed on: a4 or letter (a4)",
      "  throughline.keep-snapshots-days  tables stay readable this long as they were before a run",
      "                              replaced them (7); what publications stand on is always kept",
      "  throughline.limits.*        what a delivery may be at most: row (1MB), columns (1000), file",
      "                              (64GB, unpacked), ratio (200 unpacked bytes a packed one), files",
      "                              (10000)",
      "  throughline.checks.CHECK.level   what follows from a finding: off, note, warn or stop",
      "  throughline.checks.CHECK.limit   the share beyond which it is one",
      "  throughline.checks.CHECK.least   no finding about fewer rows than this. CHECK is:",
      "    rejected-rows    rows of a file that are rejected (stop, over 0.05, from 2)",
      "    missing-feed     had rows in each of the last 3 months, and has none though clients",
      "                     are in care (stop, where 10 rows or more are expected)",
      "    missing-site     the same for a site and all feeds (stop, from 10 expected)",
      "    volume           rows of a feed and site that differ by this share from what the last",
      "                     12 months lead to expect (warn, over 0.4, from 20 expected)",
      "    unknown-codes    rows of a file with an unknown code in a column (warn, 0.02, 5)",
      "    after-discharge  sessions after discharge (warn, 0.05, 5)",
      "    duplicates       rows that repeat another under another key (warn, 0.05, 10)",
      "    sudden-zero      a code or feed that came every month and comes no more (warn, from",
      "                     20 expected)",
      "  throughline.key-file        the pseudonym key, hex or base64 (HOME/pseudonym.key);",
      "                              THROUGHLINE_KEY may hold the key itself",
      "  spark.*                     any key of Spark",
      "",
      "Exit codes: 0 done, 2 wrong usage, 3 stopped by a data check, 4 stopped on request,",
      "            5 failed (run again to resume), 6 verification found a difference.",
      "",
      "Start with: throughline sample"
    })
final class RootCommand implements Runnable {
  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public void run() {
    throw new ParameterException(spec.commandLine(), "Name a command.");
  }

  /** The version that the build put into the main jar. */
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      String built = Throughline.class.getPackage().getImplementationVersion();
      return new String[] {"throughline " + (built == null ? "(not packaged)" : built)};
    }
  }
}
