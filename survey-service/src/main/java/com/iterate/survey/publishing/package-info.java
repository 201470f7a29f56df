/** Takes an accepted answer to Kafka: acknowledged, or not accepted. Mints the ids and the token that bind a response together. */
@NullMarked
package com.iterate.survey.publishing;

import org.jspecify.annotations.NullMarked;
