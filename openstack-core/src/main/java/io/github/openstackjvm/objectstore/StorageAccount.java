package io.github.openstackjvm.objectstore;

import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Singleton;

/** The account of the project. */
public final class StorageAccount extends Singleton {

    @Wire(path = "")
    interface Api {
        @RequestLine("HEAD")
        Account head(Call call);

        @RequestLine("POST")
        void post(Call call);

        /** With {@code bulk-delete}. */
        @RequestLine("POST")
        BulkReport.Answer delete(Call call);
    }

    private final Binding<Api> binding;

    StorageAccount(Binding<Api> binding) {
        super(binding);
        this.binding = binding;
    }

    /** What it holds, and its metadata. {@code HEAD} of the account's address. */
    public Account get() {
        return binding.api().head(binding.call());
    }

    /**
     * Changes what the changes touch, and leaves the rest. {@code POST} to the account's address.
     *
     * @throws io.github.openstackjvm.error.Forbidden when they touch the quota and the caller is no reseller
     */
    public void update(AccountUpdate changes) {
        binding.api().post(binding.call(bodyOf(changes).inHeaders()));
    }
}
