package io.github.openstackjvm.objectstore;

import io.github.openstackjvm.resource.Secret;

/** What can be changed of an account. */
public final class AccountUpdate extends HeaderSpec<AccountUpdate> {

    /** No changes yet. */
    public AccountUpdate() {
        super("Account");
    }

    /** Takes these pairs of metadata away. */
    public AccountUpdate removeMetadata(String... names) {
        return withoutMetadata(names);
    }

    /** Signs links to what is in the account from now on; those signed with another first key no longer work. */
    public AccountUpdate tempUrlKey(Secret key) {
        return set("X-Account-Meta-Temp-URL-Key", key);
    }

    /** The second key, so that one can be replaced while links signed with the other go on working. */
    public AccountUpdate tempUrlKey2(Secret key) {
        return set("X-Account-Meta-Temp-URL-Key-2", key);
    }

    /** How many bytes the account may hold; for resellers, who administer the accounts of others. */
    public AccountUpdate quotaBytes(long bytes) {
        return set("X-Account-Meta-Quota-Bytes", bytes);
    }
}
