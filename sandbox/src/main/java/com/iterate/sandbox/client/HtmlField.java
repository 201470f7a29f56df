package com.iterate.sandbox.client;

/** One field of a form. */
record HtmlField(String name, String type, String value, Mark mark) {

    enum Mark {
        CHOSEN,
        NOT_CHOSEN
    }

    boolean isChosen() {
        return mark == Mark.CHOSEN;
    }

    HtmlField chosen() {
        return new HtmlField(name, type, value, Mark.CHOSEN);
    }

    HtmlField notChosen() {
        return new HtmlField(name, type, value, Mark.NOT_CHOSEN);
    }

    HtmlField holding(String text) {
        return new HtmlField(name, type, text, mark);
    }
}
