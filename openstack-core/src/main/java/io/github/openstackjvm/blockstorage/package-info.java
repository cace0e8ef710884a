/** Block storage (Cinder), API version 3. */
@NullMarked
package io.github.openstackjvm.blockstorage;

import org.jspecify.annotations.NullMarked;
