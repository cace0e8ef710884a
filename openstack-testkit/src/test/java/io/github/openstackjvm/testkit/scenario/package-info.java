/** What a client does with a cloud: on the fake always, and with {@code -Plive} on a real cloud, too. */
@NullMarked
package io.github.openstackjvm.testkit.scenario;

import org.jspecify.annotations.NullMarked;
