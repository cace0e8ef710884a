package io.github.openstackjvm.objectstore;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.openstackjvm.error.InvalidSpec;
import io.github.openstackjvm.resource.Spec;

/**
 * What is set of an account, container or object: headers, each by its name. What has no method here is set as one, too:
 * {@code set("X-Container-Meta-Web-Index", "index.html")}.
 *
 * @param <S> the specification itself
 */
public abstract class HeaderSpec<S extends HeaderSpec<S>> extends Spec<S> {
    private static final Pattern NAME = Pattern.compile("[!#$%&'*+.^`|~0-9A-Za-z-]+");

    private final String metadata;

    HeaderSpec(String kind) {
        this.metadata = kind + "-Meta-";
    }

    /**
     * One more pair of metadata. The name counts without regard to case; it has letters, digits and dashes of ASCII. The value
     * may be any text on one line, up to 256 bytes; blanks around it are lost.
     *
     * @throws InvalidSpec when the name is none of a header, or the value has a line break
     */
    public final S metadata(String name, String value) {
        if (value.indexOf('\n') >= 0 || value.indexOf('\r') >= 0) {
            throw new InvalidSpec(
                    "The value of the metadata '" + name + "' holds a line break, which would begin another"
                            + " header: leave it out, or encode it, such as in Base64");
        }
        return set("X-" + metadata + checked(name).toLowerCase(Locale.ROOT), value);
    }

    /** More pairs of metadata. */
    public final S metadata(Map<String, String> pairs) {
        pairs.forEach(this::metadata);
        return self();
    }

    /** Takes these pairs of metadata away: for what changes, not for what is made. */
    final S withoutMetadata(String... names) {
        for (String name : names) {
            set("X-Remove-" + metadata + checked(name), "x");
        }
        return self();
    }

    private static String checked(String name) {
        if (!NAME.matcher(name).matches()) {
            throw new InvalidSpec("A header carries the name of metadata, so '" + name
                    + "' can have neither blanks nor underscores, nor anything beyond ASCII");
        }
        return name;
    }

    @SuppressWarnings("unchecked") // S is the class itself
    private S self() {
        return (S) this;
    }
}
