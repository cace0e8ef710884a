package io.github.openstackjvm.internal.http;

import java.util.Locale;
import java.util.regex.Pattern;

/** Which fields, parameters and headers hold a secret, judged by their names. */
final class SecretNames {
    /**
     * Fields and query parameters, without case, underscores and dashes. {@code access} is the public half of EC2
     * credentials, {@code blob} a Keystone credential, {@code payload} what Barbican keeps, {@code psk} of a VPN,
     * {@code configdrive} holds user data, {@code personality} files for the server. Verifiers, device codes and assertions
     * are worth a token while somebody logs in with them.
     */
    private static final Pattern FIELD = Pattern.compile(".*(password|passwd|passphrase|passcode|secret|tokens?"
            + "|(private|secret|access|auth|api|encryption|tempurl)key2?|signature|tempurlsig|verifier)"
            + "|.*password(?!.*(expires|history|regex|required)).*"
            + "|(admin|root|user)?pass|pwd|psk|sig|totp|access|blob|payload|userdata|personality|configdrive|keyring|kubeconfig"
            + "|xamzcredential|awsaccesskeyid|authorization|(set)?cookie|devicecode|(client)?assertion|samlresponse");

    /** Headers. The words are a last resort: a header is seldom worth more shown than hidden. */
    private static final Pattern HEADER = Pattern.compile(
            ".*(token|key|password|passwd|secret|cookie|authorization|authentication-info|signature|credential|receipt).*");

    private static final Pattern SEPARATORS = Pattern.compile("[_.-]|%5f|%2d|%2e");
    private static final int LONGEST = 80;

    private SecretNames() {}

    static boolean isField(String name) {
        return name.length() <= LONGEST
                && FIELD.matcher(SEPARATORS.matcher(lower(name)).replaceAll("")).matches();
    }

    static boolean isHeader(String name) {
        return HEADER.matcher(lower(name)).matches();
    }

    private static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }
}
