package dev.aludel.cli;

import dev.aludel.runtime.ToolVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code aludel --version} says. */
final class VersionText implements IVersionProvider {
    static String text() {
        return "aludel " + ToolVersion.current() + " (Java " + Runtime.version().feature() + ")";
    }

    @Override
    public String[] getVersion() {
        return new String[] {text()};
    }
}
