/**
 * The transport on Apache HttpComponents 5 classic. Only its connection pool and its HTTP/1.1 parser are used: connecting,
 * sending and ending an exchange are ours, so that every wait obeys its limit and an interrupt.
 */
@NullMarked
package io.github.openstackjvm.internal.transport;

import org.jspecify.annotations.NullMarked;
