package com.iterate.backing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;

/** A database and a role of its own for each service, made when first asked for. */
final class Databases {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9_]{0,30}");

    private final Database administration;

    Databases(Database administration) {
        this.administration = administration;
    }

    synchronized Database named(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("a database's name is a lower-case word, not " + name);
        }
        try (Connection connection = DriverManager.getConnection(
                        administration.jdbcUrl(), administration.username(), administration.password());
                Statement statement = connection.createStatement()) {
            if (!exists(connection, name)) {
                // The name is checked above; DDL takes no parameters. The server listens on this machine only.
                statement.execute("CREATE ROLE " + name + " LOGIN PASSWORD '" + name + "'");
                statement.execute("CREATE DATABASE " + name + " OWNER " + name);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("the database " + name + " could not be made", e);
        }
        return new Database(at(name), name, name);
    }

    private static boolean exists(Connection connection, String name) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("SELECT 1 FROM pg_database WHERE datname = ?")) {
            query.setString(1, name);
            return query.executeQuery().next();
        }
    }

    private String at(String name) {
        String url = administration.jdbcUrl();
        int query = url.indexOf('?');
        String server = query < 0 ? url : url.substring(0, query);
        return server.substring(0, server.lastIndexOf('/') + 1) + name;
    }
}
