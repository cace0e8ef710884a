/**
 * Files that hold secrets.
 */
@NullMarked
package io.github.openstackjvm.internal.files;

import org.jspecify.annotations.NullMarked;
