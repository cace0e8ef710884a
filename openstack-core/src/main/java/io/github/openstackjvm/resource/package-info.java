/**
 * The grammar that all resources share: what can be listed, found, created, updated and deleted, and in which words.
 */
@NullMarked
package io.github.openstackjvm.resource;

import org.jspecify.annotations.NullMarked;
