package dev.aludel.cli.project;

import dev.aludel.error.AludelException;
import dev.aludel.error.ErrorCode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The POMs that decide a module's class path: its own, its parents', and those of its siblings.
 *
 * @param files absolute; the module's own first
 * @param aggregator the directory whose POM lists this module; empty for a project of one module
 */
record Poms(Set<Path> files, Optional<Path> aggregator) {
    private static final Pattern COMMENT = Pattern.compile("<!--.*?-->", Pattern.DOTALL);
    private static final Pattern PARENT = Pattern.compile("<parent>(.*?)</parent>", Pattern.DOTALL);
    private static final Pattern RELATIVE_PATH = Pattern.compile("<relativePath>\\s*([^<]*?)\\s*</relativePath>");
    private static final Pattern NO_RELATIVE_PATH = Pattern.compile("<relativePath\\s*/>");
    private static final Pattern MODULE = Pattern.compile("<module>\\s*([^<]+?)\\s*</module>");

    static Poms of(Path project) {
        Path module = project.toAbsolutePath().normalize();
        Set<Path> files = new LinkedHashSet<>();
        Optional<Path> pom = Optional.of(module.resolve("pom.xml"));
        while (pom.filter(Files::isRegularFile).isPresent() && files.add(pom.get())) {
            pom = parentOf(pom.get());
        }
        Optional<Path> aggregator = aggregatorOf(module);
        aggregator.ifPresent(directory -> files.addAll(modulesOf(directory)));
        return new Poms(files, aggregator);
    }

    /** Changes whenever one of the files does. */
    String fingerprint() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Path file : files) {
                digest.update(Files.readAllBytes(file));
            }
            return HexFormat.of().formatHex(digest.digest()).substring(0, 16);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException failure) {
            throw unreadable(failure);
        }
    }

    private static Optional<Path> parentOf(Path pom) {
        Matcher parent = PARENT.matcher(read(pom));
        if (!parent.find() || NO_RELATIVE_PATH.matcher(parent.group(1)).find()) {
            return Optional.empty();
        }
        Matcher relative = RELATIVE_PATH.matcher(parent.group(1));
        String path = relative.find() ? relative.group(1) : "../pom.xml";
        Path next = pom.resolveSibling(path).normalize();
        return path.isEmpty()
                ? Optional.empty()
                : Optional.of(Files.isDirectory(next) ? next.resolve("pom.xml") : next);
    }

    private static Optional<Path> aggregatorOf(Path module) {
        for (Path directory = module.getParent(); directory != null; directory = directory.getParent()) {
            if (modulesOf(directory).contains(module.resolve("pom.xml"))) {
                return Optional.of(directory);
            }
        }
        return Optional.empty();
    }

    /** The POM of this directory and of the modules that it lists. */
    private static Set<Path> modulesOf(Path directory) {
        Set<Path> poms = new TreeSet<>();
        Path own = directory.resolve("pom.xml");
        if (!Files.isRegularFile(own)) {
            return poms;
        }
        poms.add(own);
        Matcher modules = MODULE.matcher(read(own));
        while (modules.find()) {
            Path module = directory.resolve(modules.group(1)).normalize();
            Path pom = Files.isDirectory(module) ? module.resolve("pom.xml") : module;
            if (Files.isRegularFile(pom)) {
                poms.add(pom);
            }
        }
        return poms;
    }

    private static String read(Path pom) {
        try {
            return COMMENT.matcher(Files.readString(pom)).replaceAll("");
        } catch (IOException failure) {
            throw unreadable(failure).at(pom.toString());
        }
    }

    private static AludelException unreadable(IOException failure) {
        return AludelException.of(ErrorCode.CLASS_PATH, "A POM cannot be read: " + failure, failure)
                .remedy("Give this user the right to read it, or set aludel.classpath.");
    }
}
