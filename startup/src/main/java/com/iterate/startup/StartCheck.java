package com.iterate.startup;

import io.quarkus.runtime.ApplicationLifecycleManager;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.util.ExceptionUtil;
import io.smallrye.config.ConfigValidationException;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a service must be told before it can start, and what it would misunderstand.
 *
 * @param settings  the configuration interfaces, whose keys are the only ones under their first word ({@code relay.…})
 * @param mayBeZero keys of numbers or durations that zero turns off; all others must be more
 * @param rules     what must hold between settings
 */
public record StartCheck(
        String service, List<Variable> variables, List<Class<?>> settings, Set<String> mayBeZero, List<Rule> rules) {

    private static final int MISCONFIGURED = 78; // EX_CONFIG of sysexits.h

    /** This and what other services need as well. */
    public StartCheck and(Needs needs) {
        return new StartCheck(
                service, joined(variables, needs.variables()), settings, mayBeZero, joined(rules, needs.rules()));
    }

    private static <T> List<T> joined(List<T> ours, List<T> theirs) {
        return Stream.concat(ours.stream(), theirs.stream()).toList();
    }

    /** The service's main method: looks, then starts the framework. Whatever stops the start, its sentence is the last line. */
    public void thenRun(String... arguments) {
        Optional<String> sentence = sentence(Sources::asTheFrameworkReads);
        if (sentence.isPresent()) {
            System.err.println(sentence.get());
            System.exit(MISCONFIGURED);
        }
        BiConsumer<Integer, Throwable> exit = ApplicationLifecycleManager.getDefaultExitCodeHandler();
        Quarkus.run(null, (code, failure) -> exit.accept(code, explained(failure)), arguments);
    }

    /** What the check could not know, such as the content of a key file, is found while starting, under a page of causes. */
    private @Nullable Throwable explained(@Nullable Throwable failure) {
        if (failure != null) {
            System.err.println(service + " cannot start: "
                    + ExceptionUtil.getRootCause(failure).getMessage());
        }
        return failure;
    }

    /** What an operator would read if these settings and variables were added to this process's own; empty if nothing is wrong. */
    public Optional<String> sentence(Map<String, String> added) {
        return sentence(() -> Sources.asTheFrameworkReads()
                .withSources(new PropertiesConfigSource(added, "added", Integer.MAX_VALUE)));
    }

    /** What an operator reads; empty if nothing is wrong. Names settings and shows their values, but none of a variable. */
    Optional<String> sentence(Supplier<SmallRyeConfigBuilder> sources) {
        List<String> faults = faults(sources);
        return faults.isEmpty()
                ? Optional.empty()
                : Optional.of(service + " cannot start: " + String.join("; ", faults) + ".");
    }

    private List<String> faults(Supplier<SmallRyeConfigBuilder> sources) {
        Keys keys = new Keys(settings);
        SmallRyeConfig asWritten = sources.get().build();
        List<String> faults = new ArrayList<>();
        lacking(asWritten).ifPresent(faults::add);
        faults.addAll(twice(asWritten));
        faults.addAll(unreadableFiles(asWritten));
        faults.addAll(empty(asWritten));
        faults.addAll(new Names(keys, variables).faults(asWritten));
        if (!faults.isEmpty()) {
            return faults;
        }
        SmallRyeConfigBuilder builder = sources.get();
        // Unknown names were told above, with what was meant.
        builder.withMappingIgnore("*").withMappingIgnore("**");
        settings.forEach(builder::withMapping);
        try {
            SmallRyeConfig config = builder.build();
            faults.addAll(Values.faults(keys, mayBeZero, config));
            // Comparing what is no amount would only repeat the fault in other words.
            return faults.isEmpty()
                    ? rules.stream()
                            .flatMap(rule -> rule.fault(config).stream())
                            .toList()
                    : faults;
        } catch (ConfigValidationException invalid) {
            return Unreadable.faults(invalid);
        }
    }

    private Optional<String> lacking(SmallRyeConfig config) {
        List<String> lacking = variables.stream()
                .filter(Variable::isRequired)
                .filter(variable -> variable.names().stream()
                        .allMatch(name -> value(config, name).isBlank()))
                .map(Variable::nameAndMeaning)
                .toList();
        return lacking.isEmpty() ? Optional.empty() : Optional.of("set " + enumerated(lacking));
    }

    private static String enumerated(List<String> names) {
        int last = names.size() - 1;
        return last == 0 ? names.get(0) : String.join(", ", names.subList(0, last)) + " and " + names.get(last);
    }

    /** One of the two would be ignored, and nobody could say which from looking at them. */
    private List<String> twice(SmallRyeConfig config) {
        return variables.stream()
                .filter(variable -> variable.names().size() > 1)
                .filter(variable -> variable.names().stream()
                        .noneMatch(name -> value(config, name).isBlank()))
                .map(variable -> "set only one of " + String.join(" and ", variable.names()))
                .toList();
    }

    private List<String> unreadableFiles(SmallRyeConfig config) {
        return variables.stream()
                .filter(Variable::namesAFile)
                .filter(variable -> !value(config, variable.fileName()).isBlank())
                .filter(variable -> !Files.isReadable(Path.of(value(config, variable.fileName()))))
                .map(variable -> variable.fileName() + " names " + value(config, variable.fileName())
                        + ", which cannot be read; it must be " + variable.fileMeaning())
                .collect(Collectors.toList());
    }

    private List<String> empty(SmallRyeConfig config) {
        return variables.stream()
                .filter(variable -> variable.need() == Variable.Need.NEVER_EMPTY)
                .filter(variable ->
                        "".equals(config.getConfigValue(variable.name()).getRawValue()))
                .map(variable -> variable.name() + " is empty; unset it, or let it be " + variable.meaning())
                .toList();
    }

    private static String value(SmallRyeConfig config, String variable) {
        String value = config.getConfigValue(variable).getValue();
        return value == null ? "" : value;
    }
}
