/**
 * Finds, reads and merges configuration: from files and variables to one flat table of typed values with their sources.
 */
@NullMarked
package io.github.openstackjvm.internal.config;

import org.jspecify.annotations.NullMarked;
