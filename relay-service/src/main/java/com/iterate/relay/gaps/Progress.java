package com.iterate.relay.gaps;

import java.time.Instant;

/**
 * How far a company has come that is skipped in the log.
 *
 * @param openedAt   tells this gap from others of the company
 * @param doneBefore all of the company's answers in the partition before this offset are done
 */
public record Progress(int partition, String company, Instant openedAt, long doneBefore) {}
