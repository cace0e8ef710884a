package io.github.openstackjvm.spi;

import java.net.URI;

import org.jspecify.annotations.Nullable;

/** Tells a person what a login needs of them. */
@FunctionalInterface
public interface Prompt {

    /** Writes to standard error, as command lines do. */
    Prompt STANDARD_ERROR = (address, code) -> System.err.println(
            "To log in, open " + address + " in a browser" + (code == null ? "" : " and enter the code " + code));

    /**
     * Asks to open this address in a browser and to log in there. Returns at once; the login waits meanwhile.
     *
     * @param code to be entered there; null when none is asked for
     */
    void visit(URI address, @Nullable String code);
}
