package com.iterate.benchmarks.report;

import java.util.List;
import java.util.Locale;

/**
 * What all charts share: an SVG with a ground of its own, so that it can be read on a white page and on a black one, whichever
 * colours the reader's system asks for.
 *
 * @param notes what is shown, a line each
 * @param foot  on which machine and when
 */
record Picture(String title, List<String> notes, String foot) {

    /** Whose figure it is; also the name of its style. */
    enum Tone {
        OURS,
        THEIRS;

        String style() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static final int WIDTH = 800;
    static final int EDGE = 20;

    private static final int TITLE = 36;
    private static final int NOTE = 20;
    private static final int GAP = 22;
    private static final int FOOT = 44;

    /** Where the content begins. */
    int top() {
        return TITLE + notes.size() * NOTE + GAP;
    }

    /** @param bottom where the content ends */
    String around(String content, int bottom) {
        StringBuilder heads = new StringBuilder();
        for (int line = 0; line < notes.size(); line++) {
            heads.append(text("note", EDGE, TITLE + (line + 1) * NOTE, notes.get(line)));
        }
        int height = bottom + FOOT;
        return String.format(
                Locale.ROOT,
                """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %2$d" width="%1$d" height="%2$d" role="img" aria-label="%3$s">
                <style>
                text { font: 14px system-ui, "Segoe UI", "DejaVu Sans", sans-serif; fill: #1f2328 }
                .title { font-size: 17px; font-weight: 600 }
                .note, .foot { font-size: 13px; fill: #59636e }
                .foot { font-size: 12px }
                .number { text-anchor: end; font-variant-numeric: tabular-nums }
                .middle { text-anchor: middle }
                .ground { fill: #ffffff; stroke: #d1d9e0 }
                .grid { stroke: #d1d9e0 }
                .ours { fill: #0969da; stroke: #0969da }
                .theirs { fill: #818b98; stroke: #818b98 }
                .hollow { fill: #ffffff; stroke-width: 2 }
                @media (prefers-color-scheme: dark) {
                  text { fill: #f0f6fc }
                  .note, .foot { fill: #9198a1 }
                  .ground { fill: #0d1117; stroke: #3d444d }
                  .grid { stroke: #3d444d }
                  .ours { fill: #4493f8; stroke: #4493f8 }
                  .theirs { fill: #9198a1; stroke: #9198a1 }
                  .hollow { fill: #0d1117 }
                }
                </style>
                <rect class="ground" x="0.5" y="0.5" width="%4$d" height="%5$d" rx="8"/>
                %6$s%7$s%8$s%9$s</svg>
                """,
                WIDTH,
                height,
                escaped(title),
                WIDTH - 1,
                height - 1,
                text("title", EDGE, TITLE, title),
                heads,
                content,
                text("foot", EDGE, height - EDGE, foot));
    }

    static String text(String style, double x, double y, String words) {
        return String.format(
                Locale.ROOT, "<text class=\"%s\" x=\"%.1f\" y=\"%.1f\">%s</text>\n", style, x, y, escaped(words));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace("\"", "&quot;");
    }
}
