/** The fake cloud as a program of its own, for clients in other processes. */
@NullMarked
package io.github.openstackjvm.testkit.server;

import org.jspecify.annotations.NullMarked;
