package com.iterate.relay.lanes;

import com.iterate.relay.braze.TrackObject;
import java.util.List;

/**
 * One object of a request and what it settles.
 *
 * @param parts all answers that are done once Braze accepts the object: those it carries, and older ones that it covers
 * @param sent  those it carries
 */
record Slot(Person person, TrackObject object, List<Part> parts, List<Part> sent) {}
