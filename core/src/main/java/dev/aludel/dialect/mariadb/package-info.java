/**
 * MariaDB 10.11 and newer, in what it differs from MySQL. Operations and connections come in, statements and schemas go
 * out; imports {@code dialect.mysql} besides what that imports.
 */
@NullMarked
package dev.aludel.dialect.mariadb;

import org.jspecify.annotations.NullMarked;
