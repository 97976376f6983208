package dev.aludel.examples.services;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.Path;

/** A file that came in a jar on the class path. */
final class Resource {

    private Resource() {}

    static InputStream open(String name) throws IOException {
        return require(name).openStream();
    }

    /** The jar's name with its version, without its ending: what tells one release of the programs from another. */
    static String jarName(String name) {
        try {
            if (require(name).openConnection() instanceof JarURLConnection connection) {
                String file = Path.of(connection.getJarFileURL().getPath()).getFileName() + "";
                return file.replaceFirst("\\.jar$", "");
            }
            throw new ServicesException(name + " is not in a jar.");
        } catch (IOException e) {
            throw new ServicesException("Could not read " + name + ": " + e.getMessage(), e);
        }
    }

    private static URL require(String name) {
        URL url = Resource.class.getResource("/" + name);
        if (url == null) {
            throw new ServicesException("There is no server program for this machine: " + name
                    + " is in none of the jars on the class path.");
        }
        return url;
    }
}
