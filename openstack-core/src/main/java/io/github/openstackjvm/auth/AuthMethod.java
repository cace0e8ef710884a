package io.github.openstackjvm.auth;

import java.util.Optional;

import io.github.openstackjvm.resource.Secret;
import io.github.openstackjvm.session.ServiceType;
import io.github.openstackjvm.session.Token;
import io.github.openstackjvm.transport.HttpHeaders;

/**
 * A way to obtain a token. It keeps none: caching, renewal and single-flight are the session's. Implementations are
 * immutable and safe for any number of threads, and their {@code toString} shows no secret.
 *
 * <p>A method of one's own is given in code, see {@link io.github.openstackjvm.config.CloudConfigBuilder#authMethod}, or
 * made of a configuration by an {@link AuthMethodFactory}.
 */
public interface AuthMethod {

    /** Its name in configuration, such as {@code v3password}. */
    String type();

    /**
     * Obtains a new token. Blocks while the requests run which {@link AuthContext#send} sends.
     *
     * @throws io.github.openstackjvm.error.Unauthenticated when the credentials were refused
     * @throws io.github.openstackjvm.error.OpenStackException when Identity could not be asked
     */
    Token authenticate(AuthContext context);

    /** What the token will be valid for. */
    Scope scope();

    /**
     * The same credentials for another scope.
     *
     * @throws UnsupportedOperationException when they are bound to one scope; the message says so
     */
    AuthMethod withScope(Scope scope);

    /** What is added to every request, once there is a token. */
    default HttpHeaders headers(Token token) {
        return HttpHeaders.of("X-Auth-Token", token.value().reveal());
    }

    /** The address of this service, for methods which know no catalog. */
    default Optional<String> endpoint(ServiceType service) {
        return Optional.empty();
    }

    /**
     * What tells these credentials and their scope from all others, the secrets themselves included, as one text. A token
     * that is kept on disk is given to nobody who has another one; what is written is a slow digest of it. Empty, as it is
     * unless a method says it: its tokens are not kept.
     */
    default Optional<Secret> fingerprint() {
        return Optional.empty();
    }

    /** Whether its token was brought along, rather than issued for {@link #authenticate}: then it is not ours to end. */
    default boolean brought() {
        return false;
    }

    /** Whether another call of {@link #authenticate} can cure a refused token. */
    default boolean renewable() {
        return true;
    }
}
