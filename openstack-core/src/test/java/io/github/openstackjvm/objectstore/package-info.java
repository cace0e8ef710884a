/** What the object store works out for itself. */
@NullMarked
package io.github.openstackjvm.objectstore;

import org.jspecify.annotations.NullMarked;
