package io.github.openstackjvm.compute;

import java.security.PrivateKey;
import java.util.Optional;

import feign.RequestLine;
import io.github.openstackjvm.internal.wire.Binding;
import io.github.openstackjvm.internal.wire.Call;
import io.github.openstackjvm.internal.wire.Keyed;
import io.github.openstackjvm.internal.wire.Wire;
import io.github.openstackjvm.resource.Secret;

/** The password that the guest of one server made up, and that it told Nova encrypted with the server's keypair. */
public final class ServerPassword {

    @Wire(path = "/servers/{parent}/os-server-password", max = "2.1")
    interface Api {
        @Keyed("password")
        @RequestLine("GET")
        String get(Call call);

        @RequestLine("DELETE")
        void clear(Call call);
    }

    private final Binding<Api> binding;

    ServerPassword(Binding<Api> binding) {
        this.binding = binding;
    }

    /**
     * The encrypted password in Base64; empty when the guest has told none, which images for Windows do, and others seldom.
     * {@code GET /servers/{id}/os-server-password}.
     */
    public Optional<String> encrypted() {
        String password = binding.api().get(binding.call());
        return password.isEmpty() ? Optional.empty() : Optional.of(password);
    }

    /**
     * The password, decrypted here with the private key of the server's keypair; the key is not sent.
     * {@code GET /servers/{id}/os-server-password}.
     *
     * @param privateKey in PEM or OpenSSH form, itself not encrypted
     * @throws io.github.openstackjvm.error.InvalidSpec when the key cannot be read, or is not the one the password was encrypted for
     */
    public Optional<Secret> decrypted(Secret privateKey) {
        return decrypted(RsaKeys.read(privateKey));
    }

    /** The password, decrypted here with this key. */
    public Optional<Secret> decrypted(PrivateKey privateKey) {
        return encrypted().map(text -> RsaKeys.decrypt(text, privateKey));
    }

    /** Makes Nova forget the password; the guest keeps it. {@code DELETE /servers/{id}/os-server-password}. */
    public void clear() {
        binding.api().clear(binding.call());
    }
}
