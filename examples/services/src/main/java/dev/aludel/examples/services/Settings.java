package dev.aludel.examples.services;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Where the services listen and with which credentials, under the names that the application itself reads: {@code
 * DB_HOST}, {@code DB_PORT}, {@code DB_USER}, {@code DB_PASSWORD}, {@code DB_NAME}, {@code REDIS_HOST}, {@code
 * REDIS_PORT}, {@code KEYCLOAK_PORT}, {@code KEYCLOAK_MANAGEMENT_PORT}. Its text never shows the password.
 *
 * @param keycloakManagementPort where Keycloak answers health checks; the port after {@code KEYCLOAK_PORT} unless told
 */
public record Settings(
        String databaseHost,
        int databasePort,
        String databaseUser,
        String databasePassword,
        String databaseName,
        String redisHost,
        int redisPort,
        int keycloakPort,
        int keycloakManagementPort) {

    private static final int LOWEST_FREE_PORT = 20_000;
    private static final int FIRST_EPHEMERAL_PORT = 32_768;

    /** The settings of this process's environment, with development defaults for what is not set or empty. */
    public static Settings of(Map<String, String> environment) {
        int keycloakPort = port(environment, "KEYCLOAK_PORT", 18080);
        return new Settings(
                text(environment, "DB_HOST", "127.0.0.1"),
                port(environment, "DB_PORT", 15432),
                text(environment, "DB_USER", "bookstore"),
                text(environment, "DB_PASSWORD", "bookstore"),
                text(environment, "DB_NAME", "bookstore"),
                text(environment, "REDIS_HOST", "127.0.0.1"),
                port(environment, "REDIS_PORT", 16379),
                keycloakPort,
                port(environment, "KEYCLOAK_MANAGEMENT_PORT", keycloakPort + 1));
    }

    /** The development defaults on ports that are free now, below the range from which the system hands out its own. */
    public static Settings onFreePorts() {
        Set<Integer> taken = new HashSet<>();
        return new Settings(
                "127.0.0.1",
                freePort(taken),
                "bookstore",
                "bookstore",
                "bookstore",
                "127.0.0.1",
                freePort(taken),
                freePort(taken),
                freePort(taken));
    }

    /** The database's JDBC address, without credentials. */
    public String databaseUrl() {
        return databaseUrl(databaseName);
    }

    String databaseUrl(String database) {
        return "jdbc:postgresql://" + databaseHost + ":" + databasePort + "/" + database;
    }

    /** Where Keycloak serves its realms. */
    public String keycloakUrl() {
        return "http://127.0.0.1:" + keycloakPort;
    }

    @Override
    public String toString() {
        return "Settings[" + databaseUrl() + " as " + databaseUser + ", redis " + redisHost + ":" + redisPort + ", "
                + keycloakUrl() + "]";
    }

    private static String text(Map<String, String> environment, String name, String otherwise) {
        String value = environment.getOrDefault(name, "");
        return value.isBlank() ? otherwise : value;
    }

    private static int port(Map<String, String> environment, String name, int otherwise) {
        String value = text(environment, name, Integer.toString(otherwise)).strip();
        if (!value.matches("\\d{1,5}") || Integer.parseInt(value) < 1 || Integer.parseInt(value) > 65_535) {
            throw new ServicesException(
                    name + " is '" + value + "', which is not a port: give a number from 1 to 65535.");
        }
        return Integer.parseInt(value);
    }

    private static int freePort(Set<Integer> taken) {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_FREE_PORT, FIRST_EPHEMERAL_PORT);
            if (taken.add(port) && isFree("127.0.0.1", port)) {
                return port;
            }
        }
    }

    static boolean isFree(String host, int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // connections of a server that stopped just now linger; they do not keep the next one from listening
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
