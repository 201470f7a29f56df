package com.iterate.survey.catalog;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the catalogue. */
@ConfigMapping(prefix = "survey.catalog")
public interface CatalogConfig {

    /** How often published surveys are read again: with the time that it takes, closing acts within two seconds. */
    @WithDefault("500ms")
    Duration refresh();
}
