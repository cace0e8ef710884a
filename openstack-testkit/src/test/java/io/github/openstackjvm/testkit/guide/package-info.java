/** The snippets of the guide for testers, as tests. */
@NullMarked
package io.github.openstackjvm.testkit.guide;

import org.jspecify.annotations.NullMarked;
