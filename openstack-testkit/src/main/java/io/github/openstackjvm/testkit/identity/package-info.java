/** Identity (Keystone): tokens, catalog, projects, users, roles, application credentials. */
@NullMarked
package io.github.openstackjvm.testkit.identity;

import org.jspecify.annotations.NullMarked;
