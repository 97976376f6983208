/**
 * Drafts of migrations come in, source text in Java or SQL goes out, formatted as a person would write it. Imports
 * {@code autogenerate}, {@code operation}, {@code schema}, {@code dialect} and {@code error}.
 */
@NullMarked
package dev.aludel.autogenerate.render;

import org.jspecify.annotations.NullMarked;
