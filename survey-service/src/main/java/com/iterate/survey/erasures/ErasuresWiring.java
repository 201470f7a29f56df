package com.iterate.survey.erasures;

import com.iterate.erasures.ErasureKeys;
import com.iterate.erasures.ErasureList;
import com.iterate.webkit.FailureKind;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import javax.sql.DataSource;
import org.jboss.logging.Logger;

/** The list as a bean. */
@Singleton
class ErasuresWiring {

    private static final Logger LOG = Logger.getLogger(ErasuresWiring.class);

    @Produces
    @Singleton
    ErasureList erasures(DataSource database, ErasuresConfig config) {
        return new ErasureList(database, ErasureKeys.read(config.keysFile()), Clock.systemUTC());
    }

    void begin(@Observes StartupEvent started, ErasureList erasures, ErasuresConfig config) {
        erasures.watch(
                config.refresh(),
                away -> LOG.warnf("The list of erased people was not looked at: %s", FailureKind.of(away)));
    }

    void end(@Observes ShutdownEvent stopping, ErasureList erasures) {
        erasures.close();
    }
}
