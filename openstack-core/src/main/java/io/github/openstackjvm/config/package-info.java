/**
 * Where the cloud is and who asks: read from clouds.yaml, from the environment, or given in code. Every value knows where
 * it came from.
 */
@NullMarked
package io.github.openstackjvm.config;

import org.jspecify.annotations.NullMarked;
