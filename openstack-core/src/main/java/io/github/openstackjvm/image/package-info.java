/** Image (Glance), API version 2. */
@NullMarked
package io.github.openstackjvm.image;

import org.jspecify.annotations.NullMarked;
