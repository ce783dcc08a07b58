package org.throughline.walls;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.MethodCallTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.NullMarked;
import org.throughline.walls.broken.DateUtil;
import org.throughline.walls.broken.check.CheckReadsTables;
import org.throughline.walls.broken.feed.FeedOnSpark;
import org.throughline.walls.broken.figure.FigureWithStatistics;
import org.throughline.walls.broken.flow.FlowWithReport;
import org.throughline.walls.broken.flow.FlowWithSpring;
import org.throughline.walls.broken.jobs.LightMain;
import org.throughline.walls.broken.jobs.SparkInJobs;
import org.throughline.walls.broken.report.ReportReadsFeeds;
import org.throughline.walls.broken.report.ReportStartsJobs;
import org.throughline.walls.broken.sampledata.SimulatorWithFigures;
import org.throughline.walls.broken.statistics.ReadsTheClock;

/** The walls of the house. */
final class Walls {
  static final String ROOT = "org.throughline";
  static final String BROKEN_ROOT = "org.throughline.walls.broken";

  private static final String[] ENGINE = {"org.apache.spark..", "org.apache.iceberg..", "scala.."};
  private static final Set<Class<?>> CLOCKS =
      Set.of(
          Clock.class,
          Instant.class,
          LocalDate.class,
          LocalDateTime.class,
          LocalTime.class,
          YearMonth.class,
          ZonedDateTime.class);

  private Walls() {}

  static List<Wall> all() {
    return List.of(
        new Wall(
            "only lake and flow know Spark and Iceberg; of jobs, only the session does",
            root ->
                noClasses()
                    .that(
                        resideInAPackage(root + "..")
                            .and(
                                DescribedPredicate.not(
                                    resideInAnyPackage(root + ".lake..", root + ".flow..")))
                            .and(DescribedPredicate.not(nameMatching(".*\\.LakeSession(\\$.*)?"))))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(ENGINE)),
            FeedOnSpark.class),
        new Wall(
            "of jobs, only the session knows Spark",
            root ->
                noClasses()
                    .that(
                        resideInAPackage(root + ".jobs..")
                            .and(DescribedPredicate.not(nameMatching(".*\\.LakeSession(\\$.*)?"))))
                    .should()
                    .dependOnClassesThat(resideInAnyPackage(ENGINE)),
            SparkInJobs.class),
        new Wall(
            "only jobs knows Spring",
            root ->
                noClasses()
                    .that(
                        resideInAPackage(root + "..")
                            .and(DescribedPredicate.not(resideInAPackage(root + ".jobs.."))))
                    .should()
                    .dependOnClassesThat(resideInAPackage("org.springframework..")),
            FlowWithSpring.class),
        new Wall(
            "the application's entry and its commands start without Spring and Spark",
            root ->
                noClasses()
                    .that(
                        resideInAnyPackage(root + ".jobs", root + ".jobs.cli..")
                            .and(DescribedPredicate.not(nameMatching(".*\\.RunHome(\\$.*)?"))))
                    .should()
                    .dependOnClassesThat(
                        resideInAnyPackage("org.springframework..", "org.apache.spark..")),
            LightMain.class),
        new Wall(
            "of the pipeline, reports sees only figures",
            root ->
                noClasses()
                    .that(resideInAPackage(root + ".report.."))
                    .should()
                    .dependOnClassesThat(
                        resideInAnyPackage(
                            root + ".feed..",
                            root + ".episode..",
                            root + ".statistics..",
                            root + ".measure..",
                            root + ".check..",
                            root + ".disclosure..",
                            root + ".lake..",
                            root + ".flow..")),
            ReportReadsFeeds.class),
        new Wall(
            "reports knows nothing of jobs",
            root ->
                noClasses()
                    .that(resideInAPackage(root + ".report.."))
                    .should()
                    .dependOnClassesThat(resideInAPackage(root + ".jobs..")),
            ReportStartsJobs.class),
        new Wall(
            "the pipeline knows neither reports nor jobs",
            root ->
                noClasses()
                    .that(
                        resideInAnyPackage(
                            root + ".feed..",
                            root + ".episode..",
                            root + ".statistics..",
                            root + ".measure..",
                            root + ".check..",
                            root + ".figure..",
                            root + ".disclosure..",
                            root + ".lake..",
                            root + ".flow.."))
                    .should()
                    .dependOnClassesThat(
                        resideInAnyPackage(
                            root + ".report..", root + ".jobs..", root + ".sampledata..")),
            FlowWithReport.class),
        new Wall(
            "data checks judge facts, and read no table",
            root ->
                noClasses()
                    .that(resideInAPackage(root + ".check.."))
                    .should()
                    .dependOnClassesThat(
                        resideInAnyPackage(
                            root + ".lake..", root + ".flow..", root + ".disclosure..")),
            CheckReadsTables.class),
        new Wall(
            "figures stand alone",
            root ->
                noClasses()
                    .that(resideInAPackage(root + ".figure.."))
                    .should()
                    .dependOnClassesThat(
                        resideInAPackage(root + "..")
                            .and(DescribedPredicate.not(resideInAPackage(root + ".figure..")))),
            FigureWithStatistics.class),
        new Wall(
            "sample data depends on nothing of ours",
            root ->
                noClasses()
                    .that(resideInAPackage(root + ".sampledata.."))
                    .should()
                    .dependOnClassesThat(
                        resideInAPackage(root + "..")
                            .and(DescribedPredicate.not(resideInAPackage(root + ".sampledata..")))),
            SimulatorWithFigures.class),
        new Wall(
            "only the command line reads the clock",
            root ->
                noClasses()
                    .that(
                        resideInAPackage(root + "..")
                            .and(DescribedPredicate.not(resideInAPackage(root + ".jobs.cli.."))))
                    .should()
                    .accessTargetWhere(isClockReading()),
            ReadsTheClock.class),
        new Wall(
            "no class is a utility, a helper, a manager or common",
            root ->
                noClasses()
                    .that(resideInAPackage(root + ".."))
                    .should()
                    .haveNameMatching(".*(Util|Utils|Utilities|Helper|Helpers|Manager|Common)"),
            DateUtil.class),
        new Wall(
            "every package is @NullMarked",
            root -> classes().that(resideInAPackage(root + "..")).should(beInNullMarkedPackages()),
            DateUtil.class));
  }

  private static DescribedPredicate<JavaAccess<?>> isClockReading() {
    return DescribedPredicate.describe(
        "reads the machine's clock or zone",
        access ->
            CLOCKS.stream().anyMatch(clock -> access.getTargetOwner().isEquivalentTo(clock))
                && (access.getName().equals("now") || access.getName().startsWith("system"))
                && !takesClock(access));
  }

  private static boolean takesClock(JavaAccess<?> access) {
    return access.getTarget() instanceof MethodCallTarget m
        && m.getRawParameterTypes().stream().anyMatch(type -> assignableTo(Clock.class).test(type));
  }

  private static ArchCondition<JavaClass> beInNullMarkedPackages() {
    return new ArchCondition<>("be in packages that are @NullMarked") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        boolean marked = type.getPackage().isAnnotatedWith(NullMarked.class);
        events.add(
            new SimpleConditionEvent(
                type, marked, type.getPackageName() + " has no package-info with @NullMarked"));
      }
    };
  }
}
