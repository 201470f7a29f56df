package com.iterate.relay.intake;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Where {@link Neighbours} puts what Braze was sent. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.FIELD)
@interface BrazeRequests {}
