@NullMarked
package io.github.openstackjvm.internal.config;

import org.jspecify.annotations.NullMarked;
