/** Real databases for tests: nothing comes in, a fresh database goes out. Imports nothing of the product. */
package dev.aludel.test;
