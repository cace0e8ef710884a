/** Object store (Swift), API version 1. */
@NullMarked
package io.github.openstackjvm.objectstore;

import org.jspecify.annotations.NullMarked;
