/**
 * The fake object store: Swift's pipeline of filters, one class each and in Swift's order, above a store in memory whose
 * larger bodies are on disk.
 */
@NullMarked
package io.github.openstackjvm.testkit.objectstore;

import org.jspecify.annotations.NullMarked;
