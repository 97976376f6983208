package dev.aludel.benchmarks.report;

import java.util.List;
import java.util.Locale;

/** Draws a table as bars, one for each contender, as an SVG that is read on light and dark pages. */
public final class Plot {
    private static final int LABELS = 230;
    private static final int BARS = 380;
    private static final int WIDTH = 720;
    private static final int LINE = 26;
    private static final int TOP = 44;

    private Plot() {}

    /** Contenders whose names begin with "Aludel" stand out. */
    public static String of(Table table) {
        List<String> contenders = table.contenders();
        int height = TOP + contenders.size() * LINE + 8;
        double most = contenders.stream()
                .mapToDouble(name -> table.ratio(name).median())
                .max()
                .orElse(1);
        StringBuilder svg = new StringBuilder(format(
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\""
                        + " font-family=\"sans-serif\" font-size=\"13\" fill=\"#808890\">%n",
                WIDTH, height, WIDTH, height));
        svg.append(format("<text x=\"4\" y=\"16\" font-weight=\"bold\">%s</text>%n", escape(table.title())));
        svg.append(format(
                "<text x=\"4\" y=\"33\" font-size=\"11\">%s × %s; less is better</text>%n",
                escape(table.unit()), escape(contenders.get(0))));
        for (int row = 0; row < contenders.size(); row++) {
            svg.append(bar(table, contenders.get(row), TOP + row * LINE, most));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String bar(Table table, String name, int top, double most) {
        Spread ratio = table.ratio(name);
        double width = Math.max(1, ratio.median() / most * BARS);
        String colour = name.startsWith("Aludel") ? "#2f7fd8" : "#a9b4c0";
        return format(
                "<text x=\"4\" y=\"%d\">%s</text><rect x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"18\" fill=\"%s\"/>"
                        + "<text x=\"%.1f\" y=\"%d\">%s</text>%n",
                top + 14,
                escape(name),
                LABELS,
                top,
                width,
                colour,
                LABELS + width + 6,
                top + 14,
                Spread.number(ratio.median()));
    }

    private static String format(String pattern, Object... values) {
        return String.format(Locale.ROOT, pattern, values);
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }
}
