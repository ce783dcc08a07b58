package org.throughline.report.page;

import java.util.Locale;
import java.util.Map;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.ClassLoaderTemplateResolver;

/** The templates in {@code resources/page}, by Thymeleaf without Spring. */
public final class Templates {

  private static final TemplateEngine ENGINE = engine();

  private Templates() {}

  /** A template by its name, filled from a model. */
  public static String render(String template, Map<String, Object> model) {
    return ENGINE.process(template, new Context(Locale.ROOT, model));
  }

  private static TemplateEngine engine() {
    ClassLoaderTemplateResolver resolver =
        new ClassLoaderTemplateResolver(Templates.class.getClassLoader());
    resolver.setPrefix("page/");
    resolver.setSuffix(".html");
    resolver.setTemplateMode(TemplateMode.HTML);
    resolver.setCharacterEncoding("UTF-8");
    resolver.setCacheable(true);
    TemplateEngine engine = new TemplateEngine();
    engine.setTemplateResolver(resolver);
    return engine;
  }
}
