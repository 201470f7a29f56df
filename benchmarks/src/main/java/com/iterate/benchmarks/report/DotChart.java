package com.iterate.benchmarks.report;

import com.iterate.benchmarks.report.Picture.Tone;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/** Milliseconds as dots on a scale of powers of ten: a bar would make all but the worst invisible. */
record DotChart(Picture picture, List<List<Row>> groups) {

    /**
     * @param millis one dot, or two that are compared: the first is hollow
     * @param text   the values as they are read
     */
    record Row(String label, List<Double> millis, String text, Tone tone) {}

    private static final int LABELS = 220;
    private static final int VALUES = 180;
    private static final int ROW = 26;
    private static final int BETWEEN_GROUPS = 10;
    private static final int AXIS = 14;
    private static final double LEAST = 0.1;

    String svg() {
        int axis = picture.top() + AXIS;
        double y = axis + BETWEEN_GROUPS;
        StringBuilder dots = new StringBuilder();
        for (List<Row> group : groups) {
            for (Row row : group) {
                dots.append(row(row, y + ROW / 2.0));
                y += ROW;
            }
            y += BETWEEN_GROUPS;
        }
        return picture.around(scale(axis, y) + dots, (int) y);
    }

    private String scale(int top, double bottom) {
        StringBuilder lines = new StringBuilder();
        for (int power = lowest(); power <= highest(); power++) {
            double x = x(Math.pow(10, power));
            lines.append(line("grid", x, top + 6, x, bottom))
                    .append(Picture.text("note middle", x, top, Amount.decade(Math.pow(10, power))));
        }
        return lines.toString();
    }

    private String row(Row row, double y) {
        StringBuilder dots = new StringBuilder(Picture.text("number", LABELS - 14, y + 5, row.label()));
        String style = row.tone().style();
        boolean compares = row.millis().size() > 1;
        if (compares) {
            dots.append(line(style, x(row.millis().get(0)), y, x(row.millis().get(1)), y));
        }
        for (int dot = 0; dot < row.millis().size(); dot++) {
            dots.append(String.format(
                    Locale.ROOT,
                    "<circle class=\"%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"6\"/>\n",
                    compares && dot == 0 ? style + " hollow" : style,
                    x(row.millis().get(dot)),
                    y));
        }
        return dots.append(Picture.text("number", Picture.WIDTH - Picture.EDGE, y + 5, row.text()))
                .toString();
    }

    private double x(double millis) {
        int room = Picture.WIDTH - LABELS - VALUES - Picture.EDGE;
        double part = (Math.log10(Math.max(LEAST, millis)) - lowest()) / (highest() - lowest());
        return LABELS + part * room;
    }

    private int lowest() {
        return (int) Math.floor(Math.log10(all().min().orElse(1)));
    }

    private int highest() {
        return Math.max(lowest() + 1, (int) Math.ceil(Math.log10(all().max().orElse(1))));
    }

    private DoubleStream all() {
        return groups.stream()
                .flatMap(List::stream)
                .flatMap(row -> row.millis().stream())
                .mapToDouble(millis -> Math.max(LEAST, millis));
    }

    private static String line(String style, double x1, double y1, double x2, double y2) {
        return String.format(
                Locale.ROOT,
                "<line class=\"%s\" x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\"/>\n",
                style,
                x1,
                y1,
                x2,
                y2);
    }
}
