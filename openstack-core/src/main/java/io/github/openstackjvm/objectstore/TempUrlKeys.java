package io.github.openstackjvm.objectstore;

import io.github.openstackjvm.error.ErrorContext;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.resource.Secret;
import org.jspecify.annotations.Nullable;

/** The keys that links are signed with. */
final class TempUrlKeys {
    private TempUrlKeys() {}

    /** The key of the container, or else of the account. */
    static Secret find(Binding<StorageAccount.Api> account, String container) {
        Binding<Containers.Api> containers = account.below(container, Containers.Api.class);
        Container of = containers.api().head(container, containers.call().about(container));
        Secret key = either(of.tempUrlKey(), of.tempUrlKey2());
        if (key == null) {
            Account all = account.api().head(account.call());
            key = either(all.tempUrlKey(), all.tempUrlKey2());
        }
        if (key == null) {
            throw new NotFound(
                    "Neither the container " + container
                            + " nor its account has a key to sign links with, that the caller"
                            + " may see: set one with tempUrlKey",
                    ErrorContext.NONE,
                    null);
        }
        return key;
    }

    private static @Nullable Secret either(@Nullable Secret one, @Nullable Secret other) {
        return one != null ? one : other;
    }
}
