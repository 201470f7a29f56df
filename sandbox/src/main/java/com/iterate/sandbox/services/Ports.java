package com.iterate.sandbox.services;

import com.iterate.backing.FreePort;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Where everything listens, on this machine only. */
public final class Ports {

    public enum Name {
        PUBLIC(8080),
        SETTINGS(8081),
        SURVEY(8082),
        RELAY(8083),
        SECOND_RELAY(8084),
        BRAZE(8090),
        SETTINGS_MANAGEMENT(9081),
        SURVEY_MANAGEMENT(9082),
        RELAY_MANAGEMENT(9083),
        SECOND_RELAY_MANAGEMENT(9084);

        private final int usual;

        Name(int usual) {
            this.usual = usual;
        }
    }

    private final Map<Name, Integer> chosen = new EnumMap<>(Name.class);
    private final List<String> taken = new ArrayList<>();

    private Ports() {}

    /** The usual ones; where one is taken, a free one, and a line that says so. */
    public static Ports usual() {
        Ports ports = new Ports();
        for (Name name : Name.values()) {
            if (isFree(name.usual)) {
                ports.chosen.put(name, name.usual);
            } else {
                int other = FreePort.find();
                ports.chosen.put(name, other);
                ports.taken.add("port " + name.usual + " is taken, so " + word(name) + " listens on " + other);
            }
        }
        return ports;
    }

    /** Any free ones, for tests that run beside something else. */
    public static Ports free() {
        Ports ports = new Ports();
        for (Name name : Name.values()) {
            ports.chosen.put(name, FreePort.find());
        }
        return ports;
    }

    public int of(Name name) {
        return chosen.getOrDefault(name, name.usual);
    }

    public List<String> taken() {
        return List.copyOf(taken);
    }

    private static String word(Name name) {
        return name.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static boolean isFree(int port) {
        // Both: a server that listens on all addresses leaves the loopback one bindable on some systems.
        try (ServerSocket loopback = new ServerSocket();
                ServerSocket all = new ServerSocket()) {
            loopback.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            loopback.close();
            all.bind(new InetSocketAddress(port));
            return true;
        } catch (IOException inUse) {
            return false;
        }
    }
}
