package io.github.openstackjvm.auth;

import java.util.List;

/**
 * Makes methods of authentication out of configurations, for values of {@code auth_type} that this library does not have.
 * Found by {@link java.util.ServiceLoader}: name the class in
 * {@code META-INF/services/io.github.openstackjvm.auth.AuthMethodFactory}, or {@code provides} it in {@code module-info}.
 *
 * <pre>{@code
 * public final class BadgeFactory implements AuthMethodFactory {
 *     public List<String> types() {
 *         return List.of("acme_badge");
 *     }
 *
 *     public AuthMethod make(AuthSettings settings) {
 *         settings.require("badge", "pin");
 *         return new BadgeAuth(settings.text("badge"), settings.secret("pin"), settings.scope());
 *     }
 * }
 * }</pre>
 */
public interface AuthMethodFactory {

    /** The values of {@code auth_type} it is for, in lower case. A type that this library has stays this library's. */
    List<String> types();

    /**
     * The method for this configuration. Sends nothing.
     *
     * @throws io.github.openstackjvm.error.ConfigInvalid when values are missing: see {@link AuthSettings#require}
     * @throws IllegalArgumentException when values cannot be used; the message shows no secret
     */
    AuthMethod make(AuthSettings settings);
}
