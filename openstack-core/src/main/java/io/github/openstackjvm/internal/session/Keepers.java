package io.github.openstackjvm.internal.session;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import io.github.openstackjvm.auth.AuthMethod;
import io.github.openstackjvm.auth.Scope;

/** One user's tokens, one for each scope: views of the same scope share it. Of many scopes, the latest are kept. */
final class Keepers {
    private static final int MOST = 256;

    private final Function<AuthMethod, TokenKeeper> maker;
    private final ReentrantLock lock = new ReentrantLock();

    private final Map<Scope, TokenKeeper> byScope = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Scope, TokenKeeper> eldest) {
            return size() > MOST;
        }
    };

    Keepers(Function<AuthMethod, TokenKeeper> maker) {
        this.maker = maker;
    }

    /** Who keeps the token for the scope of this method, which is the user's. */
    TokenKeeper of(AuthMethod method) {
        lock.lock();
        try {
            return byScope.computeIfAbsent(method.scope(), scope -> maker.apply(method));
        } finally {
            lock.unlock();
        }
    }
}
