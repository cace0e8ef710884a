package io.github.openstackjvm.internal.session;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import io.github.openstackjvm.auth.AuthMethod;
import io.github.openstackjvm.auth.Scope;
import io.github.openstackjvm.session.Token;

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

    /** The tokens that were issued to the user and are held now. */
    List<Token> held() {
        lock.lock();
        try {
            List<Token> held = new ArrayList<>();
            for (TokenKeeper keeper : byScope.values()) {
                Token token = keeper.renewable() ? keeper.holds() : null;
                if (token != null) {
                    held.add(token);
                }
            }
            return held;
        } finally {
            lock.unlock();
        }
    }
}
