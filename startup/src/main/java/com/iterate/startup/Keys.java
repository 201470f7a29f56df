package com.iterate.startup;

import io.smallrye.config.ConfigMappingInterface.LeafProperty;
import io.smallrye.config.ConfigMappingInterface.Property;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** The settings that the service's configuration interfaces declare. */
final class Keys {

    private final Set<String> roots;
    private final Set<String> groups;
    private final Map<String, Class<?>> types = new TreeMap<>();

    Keys(List<Class<?>> mappings) {
        List<ConfigClass> classes =
                mappings.stream().map(ConfigClass::configClass).toList();
        this.groups = classes.stream().map(ConfigClass::getPrefix).collect(Collectors.toCollection(TreeSet::new));
        this.roots = groups.stream()
                .map(prefix -> prefix.split("\\.")[0] + ".")
                .collect(Collectors.toCollection(TreeSet::new));
        for (ConfigClass each : classes) {
            ConfigMappings.getProperties(each).forEach((key, property) -> types.put(key, type(property)));
        }
    }

    Set<String> all() {
        return types.keySet();
    }

    /** Under a name that belongs to this service alone, so that it can only be one of ours. */
    boolean claims(String key) {
        return roots.stream().anyMatch(key::startsWith);
    }

    boolean isInAGroup(String variable) {
        return groups.stream().anyMatch(group -> variable.startsWith(variable(group) + "_"));
    }

    Set<String> of(Set<Class<?>> wanted) {
        return types.entrySet().stream()
                .filter(each -> wanted.contains(each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** A setting's name as an environment variable. */
    static String variable(String key) {
        return key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }

    private static Class<?> type(Property property) {
        if (property.isLeaf() && !property.isOptional()) {
            LeafProperty leaf = property.asLeaf();
            return leaf.getValueRawType();
        }
        return property.isPrimitive() ? property.asPrimitive().getBoxType() : Object.class;
    }
}
