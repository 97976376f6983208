package dev.aludel.dialect.mariadb;

import dev.aludel.dialect.mysql.MySqlDialect;
import dev.aludel.dialect.mysql.Product;
import java.util.Map;

/** MariaDB, which has sequences, a type for UUIDs and checks of single columns where MySQL has none of them. */
public final class MariaDbDialect extends MySqlDialect {

    public MariaDbDialect() {
        super(Product.MARIADB);
    }

    @Override
    public String urlPrefix() {
        return "jdbc:mariadb:";
    }

    @Override
    public String driverArtifact() {
        return "org.mariadb.jdbc:mariadb-java-client";
    }

    @Override
    public String driverClass() {
        return "org.mariadb.jdbc.Driver";
    }

    @Override
    public boolean readsUserInfo() {
        return false;
    }

    @Override
    public Map<String, String> connectionDefaults() {
        return Map.of("connectionAttributes", "program_name:aludel", "connectTimeout", "10000", "tcpKeepAlive", "true");
    }
}
