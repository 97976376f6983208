package dev.aludel.cli.project;

import dev.aludel.config.JdbcUrls;
import dev.aludel.config.Secret;
import java.util.Optional;

/** How to reach the database; {@code source} says, for people, where the URL was found. */
public record DatabaseSettings(String url, Optional<String> user, Optional<Secret> password, String source) {

    /** The URL without a password, and where it comes from. */
    public String describe() {
        return JdbcUrls.redact(url) + user.map(name -> " as " + name).orElse("") + " (" + source + ")";
    }

    @Override
    public String toString() {
        return describe();
    }
}
