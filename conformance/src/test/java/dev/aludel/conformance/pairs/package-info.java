/** Foreign pairs of schemas: from the old one to the new one and back, on real servers. */
package dev.aludel.conformance.pairs;
