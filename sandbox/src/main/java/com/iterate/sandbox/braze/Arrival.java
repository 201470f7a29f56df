package com.iterate.sandbox.braze;

/** A request to Braze as it came. The body is empty where there were more bytes than Braze takes. */
record Arrival(String path, String authorization, String contentType, long bytes, String body) {

    /** The key stays out of every log. */
    @Override
    public String toString() {
        return "Arrival[" + path + ", " + bytes + " bytes]";
    }
}
