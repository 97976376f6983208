package dev.aludel.cli;

import dev.aludel.runtime.ToolVersion;
import picocli.CommandLine.IVersionProvider;

/** What {@code aludel --version} says. */
final class VersionText implements IVersionProvider {
    @Override
    public String[] getVersion() {
        return new String[] {
            "aludel " + ToolVersion.current() + " (Java " + Runtime.version().feature() + ")"
        };
    }
}
