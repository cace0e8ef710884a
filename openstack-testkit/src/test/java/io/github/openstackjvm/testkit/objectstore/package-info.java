@NullMarked
package io.github.openstackjvm.testkit.objectstore;

import org.jspecify.annotations.NullMarked;
