package dev.aludel.examples.services;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** One server program: how to prepare it, run it, see that it works, and end it. */
interface Service {

    /** The name that users type, and the folder's under {@code .services}. */
    String name();

    /** What it listens on; all of it must be free before it is started. */
    List<Port> ports();

    /** Where users find it, to be printed: no credentials. */
    String url();

    /** How long it may take from its start until {@link #check} passes. */
    Duration patience();

    /**
     * Makes the first start possible (unpack, create the data directory) and returns the program with its arguments.
     *
     * @param home the service's own folder, which exists; everything that must outlive a stop belongs there
     * @param report told in a line each about work that takes its time
     */
    List<String> prepare(Path home, Consumer<String> report);

    /**
     * Returns when the service answers as it should.
     *
     * @throws ServicesException when waiting longer cannot help
     * @throws Exception why it does not answer yet
     */
    void check() throws Exception;

    /** What is to be done each time the service has become healthy, before users are told so. */
    default void afterStart() {}

    /** The signal that ends the service in good order, without waiting for its clients. */
    default String stopSignal() {
        return "TERM";
    }

    /** A port, and the environment variables that move it. */
    record Port(String host, int number, String hostVariable, String variable) {}
}
