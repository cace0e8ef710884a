/** What fake services are written with: routes, rows, calls, refusals. A further resource is one small file of these. */
@NullMarked
package io.github.openstackjvm.testkit.engine;

import org.jspecify.annotations.NullMarked;
