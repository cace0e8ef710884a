/** What of the cloud is covered: by the client, by the fake, and by runs on a real cloud. */
@NullMarked
package io.github.openstackjvm.testkit.coverage;

import org.jspecify.annotations.NullMarked;
