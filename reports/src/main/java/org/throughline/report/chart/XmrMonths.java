package org.throughline.report.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.jfree.data.xy.XYSeries;
import org.jfree.data.xy.XYSeriesCollection;
import org.throughline.figure.Interval;
import org.throughline.figure.Unit;

/** The months of a chart of individual values, in the forms that its parts need. */
record XmrMonths(XmrModel model) {

  /** As a trend has them: for gaps, stretches and extent. */
  List<TrendModel.Month> plain() {
    return model.months().stream()
        .map(
            month ->
                new TrendModel.Month(
                    month.month(),
                    month.value().isPresent()
                        ? Optional.of(
                            new Dot(
                                month.value().getAsDouble(), Optional.empty(), Optional.empty()))
                        : Optional.empty(),
                    month.note()))
        .toList();
  }

  /** Smallest and largest of values and limits that can be reached; empty without a value. */
  Optional<Interval> extent() {
    return MonthWords.extent(plain())
        .map(
            own -> {
              double low = lowest().orElse(own.low());
              double high = highest().orElse(own.high());
              return roomy(Math.min(own.low(), low), Math.max(own.high(), high));
            });
  }

  /** Values that are all the same still need an axis that has a middle. */
  private Interval roomy(double low, double high) {
    double half = 0.03 * Math.max(1, model.unit() == Unit.SHARE ? 1 : high);
    if (high - low >= half) {
      return new Interval(low, high);
    }
    double most = model.unit() == Unit.SHARE ? 1 : Double.MAX_VALUE;
    return new Interval(Math.max(0, low - half), Math.min(most, high + half));
  }

  /** The lower limit, where values can fall below it. */
  OptionalDouble lowest() {
    return model.limits().map(l -> l.low()).filter(low -> low > 0).stream()
        .mapToDouble(low -> low)
        .findFirst();
  }

  /** The upper limit, where values can rise above it. */
  OptionalDouble highest() {
    return model
        .limits()
        .map(l -> l.high())
        .filter(high -> model.unit() != Unit.SHARE || high < 1)
        .stream()
        .mapToDouble(high -> high)
        .findFirst();
  }

  OptionalDouble value(int month) {
    return model.months().get(month).value();
  }

  /** Index of the first month with a value, or 0. */
  int first() {
    for (int i = 0; i < model.months().size(); i++) {
      if (value(i).isPresent()) {
        return i;
      }
    }
    return 0;
  }

  /** Index of the latest month with a value, or −1. */
  int latest() {
    for (int i = model.months().size() - 1; i >= 0; i--) {
      if (value(i).isPresent()) {
        return i;
      }
    }
    return -1;
  }

  /** Index of the last month that set the limits, or −1. */
  int lastThatSet() {
    int left = model.limits().map(XmrModel.Limits::setBy).orElse(0);
    int last = -1;
    for (int i = 0; i < model.months().size() && left > 0; i++) {
      if (value(i).isPresent()) {
        last = i;
        left--;
      }
    }
    return last;
  }

  /** Distance from the last value before, in points for shares; empty without one. */
  List<OptionalDouble> ranges() {
    double factor = model.unit() == Unit.SHARE ? 100 : 1;
    List<OptionalDouble> ranges = new ArrayList<>();
    OptionalDouble before = OptionalDouble.empty();
    for (int i = 0; i < model.months().size(); i++) {
      OptionalDouble value = value(i);
      ranges.add(
          value.isPresent() && before.isPresent()
              ? OptionalDouble.of(factor * Math.abs(value.getAsDouble() - before.getAsDouble()))
              : OptionalDouble.empty());
      before = value.isPresent() ? value : before;
    }
    return ranges;
  }

  static XYSeriesCollection dataset(List<OptionalDouble> values) {
    XYSeries series = new XYSeries("months");
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i).isPresent()) {
        series.add(i, values.get(i).getAsDouble());
      }
    }
    return new XYSeriesCollection(series);
  }

  List<OptionalDouble> values() {
    return model.months().stream().map(XmrModel.Month::value).toList();
  }

  /** What a pointer over a month is told. */
  String hover(int index) {
    XmrModel.Month month = model.months().get(index);
    String name = MonthWords.name(month.month()) + ": ";
    if (month.value().isEmpty()) {
      return name + (month.note().isEmpty() ? "no figure" : month.note());
    }
    String signal =
        switch (month.signal()) {
          case NONE -> "";
          case OUTSIDE -> "a signal, outside the limits";
          case RUN -> "a signal, by months in a row";
        };
    String words = signal.isEmpty() ? "" : ", " + (signal + " " + month.verdict().words()).strip();
    return name + Numerals.value(month.value().getAsDouble(), model.unit()) + words;
  }
}
