package com.iterate.benchmarks.report;

import java.util.List;
import java.util.Locale;

/**
 * Horizontal bars as SVG, readable on white and on black.
 *
 * @param caption what was measured, where and when
 */
record BarChart(String title, String caption, String unit, List<Bar> bars) {

    enum Tone {
        OURS,
        THEIRS
    }

    record Bar(String label, double value, Tone tone) {}

    private static final int WIDTH = 800;
    private static final int LABELS = 310;
    private static final int VALUES = 130;
    private static final int ROW = 30;
    private static final int TOP = 66;

    String svg() {
        double greatest = bars.stream().mapToDouble(Bar::value).max().orElse(1);
        StringBuilder rows = new StringBuilder();
        for (int row = 0; row < bars.size(); row++) {
            rows.append(row(bars.get(row), TOP + row * ROW, greatest));
        }
        return String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" role="img" aria-label="%3$s">
                <style>
                text { font: 14px system-ui, sans-serif; fill: #24292f }
                .title { font-size: 17px; font-weight: 600 }
                .caption { font-size: 12px; fill: #57606a }
                .ours { fill: #0969da }
                .theirs { fill: #8c959f }
                @media (prefers-color-scheme: dark) {
                  text { fill: #e6edf3 }
                  .caption { fill: #9198a1 }
                  .ours { fill: #4493f8 }
                  .theirs { fill: #6e7681 }
                }
                </style>
                <text class="title" x="0" y="20">%3$s</text>
                <text class="caption" x="0" y="42">%4$s</text>
                %5$s</svg>
                """, WIDTH, TOP + bars.size() * ROW, escaped(title), escaped(caption), rows);
    }

    private String row(Bar bar, int top, double greatest) {
        double width = greatest == 0 ? 0 : Math.max(1, bar.value() / greatest * (WIDTH - LABELS - VALUES));
        return String.format(
                Locale.ROOT,
                """
                <text x="%1$d" y="%2$d" text-anchor="end">%3$s</text>
                <rect class="%4$s" x="%5$d" y="%6$d" width="%7$.1f" height="20" rx="3"/>
                <text x="%8$.1f" y="%2$d">%9$s</text>
                """,
                LABELS - 10,
                top + 15,
                escaped(bar.label()),
                bar.tone() == Tone.OURS ? "ours" : "theirs",
                LABELS,
                top,
                width,
                LABELS + width + 8,
                String.format(Locale.ROOT, bar.value() < 100 ? "%,.1f %s" : "%,.0f %s", bar.value(), escaped(unit)));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
