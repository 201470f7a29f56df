package com.iterate.benchmarks.report;

import com.iterate.benchmarks.report.Picture.Tone;
import java.util.List;
import java.util.Locale;

/** Horizontal bars from zero: for figures of which twice as much is twice as good. */
record BarChart(Picture picture, List<Bar> bars) {

    /** @param text the value as it is read */
    record Bar(String label, double value, String text, Tone tone) {}

    private static final int LABELS = 240;
    private static final int VALUES = 110;
    private static final int ROW = 30;
    private static final int THICK = 20;

    String svg() {
        double greatest = bars.stream().mapToDouble(Bar::value).max().orElse(1);
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < bars.size(); row++) {
            rows.append(row(bars.get(row), picture.top() + row * ROW, greatest));
        }
        return picture.around(rows.toString(), picture.top() + bars.size() * ROW);
    }

    private static String row(Bar bar, int top, double greatest) {
        int room = Picture.WIDTH - LABELS - VALUES - Picture.EDGE;
        double width = greatest == 0 ? 0 : Math.max(1, bar.value() / greatest * room);
        return Picture.text("number", LABELS - 10, top + 15, bar.label())
                + String.format(
                        Locale.ROOT,
                        "<rect class=\"%s\" x=\"%d\" y=\"%d\" width=\"%.1f\" height=\"%d\" rx=\"2\"/>\n",
                        bar.tone().style(),
                        LABELS,
                        top,
                        width,
                        THICK)
                + Picture.text("value", LABELS + width + 8, top + 15, bar.text());
    }
}
