package org.throughline.walls;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WallsTest {
  private static JavaClasses house;
  private static JavaClasses broken;

  @BeforeAll
  static void read() {
    house =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(Walls.ROOT);
    broken = new ClassFileImporter().importPackages(Walls.BROKEN_ROOT);
  }

  static List<Wall> walls() {
    return Walls.all();
  }

  @ParameterizedTest
  @MethodSource("walls")
  void theHouseKeepsIt(Wall wall) {
    wall.below().apply(Walls.ROOT).check(house);
  }

  @ParameterizedTest
  @MethodSource("walls")
  void itCatchesItsBreach(Wall wall) {
    var result = wall.below().apply(Walls.BROKEN_ROOT).evaluate(broken);
    assertThat(result.getFailureReport().getDetails())
        .as("breaches of: %s", wall)
        .anySatisfy(detail -> assertThat(detail).contains(nameToFind(wall)));
  }

  @Test
  void allModulesWereRead() {
    assertThat(house.stream().map(type -> type.getPackageName()))
        .contains(
            "org.throughline.feed",
            "org.throughline.flow",
            "org.throughline.report.page",
            "org.throughline.jobs.month",
            "org.throughline.sampledata.simulator")
        .noneMatch(name -> name.startsWith(Walls.BROKEN_ROOT));
  }

  // The rule about packages names the package, the others the class.
  private static String nameToFind(Wall wall) {
    return wall.name().contains("package")
        ? wall.breach().getPackageName()
        : wall.breach().getSimpleName();
  }
}
