/**
 * The authenticated connection below the services: token, catalog, endpoints, versions, and requests of one's own.
 */
@NullMarked
package io.github.openstackjvm.session;

import org.jspecify.annotations.NullMarked;
