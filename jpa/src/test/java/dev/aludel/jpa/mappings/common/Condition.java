package dev.aludel.jpa.mappings.common;

/** How well something is kept. */
public enum Condition {
    PERFECT,
    GOOD,
    WORN,
    DAMAGED
}
