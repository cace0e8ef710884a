/**
 * How one HTTP request reaches a server and its answer comes back: plain types, no library's names. The transport knows
 * nothing of tokens, retries or services; another one may be given in
 * the configuration of a cloud.
 */
@NullMarked
package io.github.openstackjvm.transport;

import org.jspecify.annotations.NullMarked;
