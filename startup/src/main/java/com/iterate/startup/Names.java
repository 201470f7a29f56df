package com.iterate.startup;

import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.SmallRyeConfig;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** Names that nobody reads: a setting that is misspelt has no effect, and nobody would notice. */
final class Names {

    /** A key says its own name; whatever is nearest may be meant. */
    private static final int SLIPS_IN_A_KEY = 4;

    /** Variables of strangers stand in the same environment, so only what is almost ours is taken for a slip. */
    private static final int SLIPS_IN_A_VARIABLE = 2;

    private final Keys keys;
    private final List<Variable> variables;

    Names(Keys keys, List<Variable> variables) {
        this.keys = keys;
        this.variables = variables;
    }

    List<String> faults(SmallRyeConfig config) {
        Set<String> environment = names(config, EnvConfigSource.class::isInstance);
        Set<String> written = names(config, source -> !(source instanceof EnvConfigSource));
        return Stream.concat(
                        written.stream().flatMap(key -> misspeltKey(key).stream()),
                        environment.stream().flatMap(name -> misspeltVariable(name, environment).stream()))
                .sorted()
                .toList();
    }

    private Optional<String> misspeltKey(String written) {
        // A key of one profile: %prod.relay.…
        String key = written.replaceFirst("^%[^.]+\\.", "");
        if (!keys.claims(key) || keys.all().contains(key)) {
            return Optional.empty();
        }
        return Optional.of(key + " is no setting" + meant(key, keys.all(), SLIPS_IN_A_KEY));
    }

    private Optional<String> misspeltVariable(String name, Set<String> environment) {
        Set<String> known = Stream.concat(
                        keys.all().stream().map(Keys::variable),
                        variables.stream().flatMap(variable -> variable.names().stream()))
                .collect(Collectors.toSet());
        if (known.contains(name)) {
            return Optional.empty();
        }
        known.removeAll(environment);
        boolean almost = Spelling.nearest(name, known, SLIPS_IN_A_VARIABLE).isPresent();
        return almost || keys.isInAGroup(name)
                ? Optional.of("the variable " + name + " is no setting" + meant(name, known, SLIPS_IN_A_KEY))
                : Optional.empty();
    }

    private static Set<String> names(SmallRyeConfig config, Predicate<ConfigSource> which) {
        return StreamSupport.stream(config.getConfigSources().spliterator(), false)
                .filter(which)
                .flatMap(source -> source.getPropertyNames().stream())
                .collect(Collectors.toSet());
    }

    private static String meant(String written, Collection<String> known, int slips) {
        return Spelling.nearest(written, known, slips)
                .map(nearest -> " (did you mean " + nearest + "?)")
                .orElse("");
    }
}
