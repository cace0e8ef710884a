/**
 * What a client does with a cloud: on the fake always, and with {@code -Plive} on a real cloud, too. Not null-marked: where the
 * cloud left out what a scenario expects, the scenario fails.
 */
package io.github.openstackjvm.testkit.scenario;
