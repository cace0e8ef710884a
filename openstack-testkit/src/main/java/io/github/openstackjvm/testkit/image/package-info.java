/** Image (Glance). */
@NullMarked
package io.github.openstackjvm.testkit.image;

import org.jspecify.annotations.NullMarked;
