/**
 * A museum, mapped with everything that JPA and Hibernate have words for and every database can hold: one file a theme.
 * What only some databases have is in the packages beside this one.
 */
package dev.aludel.jpa.mappings.common;
