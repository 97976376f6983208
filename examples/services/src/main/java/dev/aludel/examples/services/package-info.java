/**
 * Real development services without Docker: settings from the environment come in, running PostgreSQL, Redis and
 * Keycloak servers go out. One file a service behind {@link dev.aludel.examples.services.Service}; the package may
 * import the JDK, picocli, the PostgreSQL driver and commons-compress, and nothing of Aludel.
 */
@NullMarked
package dev.aludel.examples.services;

import org.jspecify.annotations.NullMarked;
