package com.iterate.startup;

import io.quarkus.runtime.configuration.ConfigUtils;
import io.smallrye.config.DotEnvConfigSourceProvider;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/** The configuration as the framework is about to read it, in its order of precedence. */
final class Sources {

    /** As Quarkus ranks them: the file beside the jar goes before the one in it. */
    private static final int IN_THE_JAR = 250;

    private static final int BESIDE_THE_JAR = 260;

    private Sources() {}

    static SmallRyeConfigBuilder asTheFrameworkReads() {
        ClassLoader classes = Thread.currentThread().getContextClassLoader();
        SmallRyeConfigBuilder builder =
                ConfigUtils.configBuilder().withSources(new DotEnvConfigSourceProvider().getConfigSources(classes));
        Path beside = Path.of("config", "application.properties");
        try {
            URL inside = classes.getResource("application.properties");
            if (inside != null) {
                builder.withSources(new PropertiesConfigSource(inside, IN_THE_JAR));
            }
            if (Files.isReadable(beside)) {
                builder.withSources(new PropertiesConfigSource(beside.toUri().toURL(), BESIDE_THE_JAR));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return builder;
    }
}
