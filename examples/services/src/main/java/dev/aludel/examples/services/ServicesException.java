package dev.aludel.examples.services;

/** Says why a service could not be started or stopped, and what to do; the message is complete, ready to print. */
public final class ServicesException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ServicesException(String message) {
        super(message);
    }

    public ServicesException(String message, Throwable cause) {
        super(message, cause);
    }
}
