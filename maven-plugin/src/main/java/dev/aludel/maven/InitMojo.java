package dev.aludel.maven;

import org.apache.maven.plugins.annotations.Mojo;

/** Makes a project ready: writes aludel.properties and the migration directory. */
@Mojo(name = "init", threadSafe = true)
public final class InitMojo extends AludelMojo {
    @Override
    Words words() {
        return new Words("init").operand(firstDirectory());
    }
}
