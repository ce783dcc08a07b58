package org.throughline.report.chart;

import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.throughline.figure.Interval;

/**
 * A trend without axes, 252 × 64 px, for a card. It has its own scale, so the card's caption has to
 * say period and values. Both SVG forms of its drawing show the same.
 */
public final class Sparkline {

  private static final double WIDTH = 252;
  private static final double HEIGHT = 64;

  private Sparkline() {}

  /** Draws a line with its intervals as a strip. */
  public static Drawing draw(TrendModel model) {
    Sheet sheet = sheet(model);
    return Press.print(model.id(), model.title(), model.description(), sheet, sheet);
  }

  /**
   * Draws a line with its limits of usual variation as a strip (on trial: as an outline) and the
   * centre as a thin line. Diamonds are signals; dots lead to the first month that has a figure.
   */
  public static Drawing draw(XmrModel model) {
    Sheet sheet = sheet(model);
    return Press.print(model.id(), model.title(), model.description(), sheet, sheet);
  }

  private static Sheet empty() {
    return new Sheet(
        WIDTH,
        HEIGHT,
        ink -> {
          ink.line(0, HEIGHT / 2, WIDTH, HEIGHT / 2, Hue.AXIS, HouseStyle.GUIDE);
          ink.fill(0, HEIGHT / 2 - 9, Type.ITALIC.width("No figure yet") + 8, 18, Hue.PAPER);
          ink.text("No figure yet", 0, HEIGHT / 2 + 4.5, Type.ITALIC, Hue.INK_3);
        });
  }

  private static Frame frame(Interval extent, int months, double left, double right) {
    double least = 1e-6;
    boolean flat = extent.high() - extent.low() < least;
    return new Frame(
        Frame.area(left, 6, WIDTH - right, HEIGHT - 6),
        new HouseAxis(-0.5, months - 0.5, List.of(), HouseAxis.Line.LEFT_OUT),
        new HouseAxis(
            flat ? extent.low() - least : extent.low(),
            flat ? extent.low() + least : extent.high(),
            List.of(),
            HouseAxis.Line.LEFT_OUT),
        Frame.Grid.HORIZONTAL);
  }

  private static Sheet sheet(TrendModel model) {
    Optional<Interval> extent = MonthWords.extent(model.months());
    if (extent.isEmpty()) {
      return empty();
    }
    Frame frame = frame(extent.get(), model.months().size(), 1, 1);
    return new Sheet(
        WIDTH,
        HEIGHT,
        ink ->
            frame.draw(
                ink,
                TrendLayout.dataset(model.months()),
                new TrendRenderer(model.months(), model.tint(), frame, TrendRenderer.Scale.CARD),
                WIDTH,
                HEIGHT));
  }

  private static Sheet sheet(XmrModel model) {
    XmrMonths months = new XmrMonths(model);
    Optional<Interval> extent = months.extent();
    if (extent.isEmpty()) {
      return empty();
    }
    // room for the latest point, however many months there are
    Frame frame = frame(extent.get(), model.months().size(), 3, 5);
    int first = months.first();
    return new Sheet(
        WIDTH,
        HEIGHT,
        ink -> {
          double left = frame.x(first - 0.5);
          if (first > 0) {
            ink.line(1, HEIGHT / 2, left - 4, HEIGHT / 2, Hue.STRIP_EDGE, HouseStyle.GUIDE);
          }
          model.limits().ifPresent(limits -> limits(ink, months, limits, frame, left));
          frame.draw(
              ink,
              XmrMonths.dataset(months.values()),
              new XmrRenderer(
                  months.values(), frame, Hue.INK_3, month -> point(model, months, month)),
              WIDTH,
              HEIGHT);
          for (int i = 0; i < model.months().size(); i++) {
            double x = frame.x(i - 0.5);
            ink.hover(new Rectangle2D.Double(x, 0, frame.x(i + 0.5) - x, HEIGHT), months.hover(i));
          }
        });
  }

  private static void limits(
      Ink ink, XmrMonths months, XmrModel.Limits limits, Frame frame, double left) {
    double right = WIDTH - 1;
    double top = months.highest().isPresent() ? frame.y(limits.high()) : 6;
    double bottom = months.lowest().isPresent() ? frame.y(limits.low()) : HEIGHT - 6;
    if (limits.standing() == XmrModel.Standing.FIRM) {
      ink.fill(left, top, right - left, bottom - top, Hue.STRIP);
    } else {
      for (OptionalDouble limit : List.of(months.highest(), months.lowest())) {
        if (limit.isPresent()) {
          double y = frame.y(limit.getAsDouble());
          ink.line(left, y, right, y, Hue.AXIS, HouseStyle.LIMIT);
        }
      }
    }
    double centre = frame.y(limits.centre());
    ink.line(left, centre, right, centre, Hue.AXIS, HouseStyle.FINE);
  }

  /** Months of usual variation have no point, but the latest and those between gaps. */
  private static XmrRenderer.Point point(XmrModel model, XmrMonths months, int index) {
    XmrModel.Month month = model.months().get(index);
    boolean latest = index == months.latest();
    if (month.signal() != XmrModel.Signal.NONE) {
      return new XmrRenderer.Point(month.signal(), month.verdict().hue(), latest ? 3.8 : 2.4);
    }
    boolean alone =
        (index == 0 || months.value(index - 1).isEmpty())
            && (index + 1 == model.months().size() || months.value(index + 1).isEmpty());
    return new XmrRenderer.Point(
        XmrModel.Signal.NONE, latest ? Hue.INK : Hue.INK_3, latest ? 3.4 : alone ? 1.6 : 0);
  }
}
