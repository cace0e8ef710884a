@NullMarked
package io.github.openstackjvm.testkit.blockstorage;

import org.jspecify.annotations.NullMarked;
