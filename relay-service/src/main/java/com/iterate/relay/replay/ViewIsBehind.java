package com.iterate.relay.replay;

/** Letters that may have been sent are not in the view again: it was emptied a short while ago and is read anew. */
final class ViewIsBehind extends IllegalStateException {

    private static final long serialVersionUID = 1;

    ViewIsBehind() {
        super("letters that may have been sent are not in the view yet");
    }
}
