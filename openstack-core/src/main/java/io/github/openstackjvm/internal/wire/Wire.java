package io.github.openstackjvm.internal.wire;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.util.regex.Pattern;

/** How a kind of resource looks on the wire. Stands on the {@code Api} interface of its collection. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Wire {
    /** Stands for {@link #one()} with an s behind it. */
    String PLURAL = "{one}s";

    /** Below the service's versioned address; may hold <code>{parent}</code>, the id of what it belongs to. */
    String path();

    /** Whether it lies beside the project's id that the service's address may end in, as Cinder's default types do. */
    boolean outsideProject() default false;

    /** What the list request adds to the path, such as {@code /detail}. */
    String list() default "";

    /** Key around one resource, in requests and answers; empty: none. */
    String one() default "";

    /** Key around a list, that of one with an s behind it unless said otherwise; empty: none. */
    String many() default PLURAL;

    /** Key around a single pair of metadata; empty: none. */
    String item() default "";

    /** Whether each item of a list has the key {@link #one()} around it, too. */
    boolean wrapsItems() default false;

    /** What an id looks like: a text of another shape is a name. */
    IdShape id() default IdShape.UUID;

    /** The verb of an update. */
    Update update() default Update.PUT;

    /** The type of media of a JSON patch. */
    String patchType() default "application/json";

    /** How a list goes on. */
    Paging paging() default Paging.LINKS;

    /** The filter beside which the service takes no size of a page; empty when there is none such. */
    String unpagedFilter() default "";

    /** How a list is sorted. */
    Sorting sorting() default Sorting.KEY_AND_DIR;

    /** The filter with which the service finds a name exactly; empty when it has none, or one that means something else. */
    String nameFilter() default "";

    /** What stands before the name in {@link #nameFilter()}, such as {@code eq:}. */
    String nameOperator() default "";

    /** Whether {@link #nameFilter()} takes a regular expression. */
    boolean nameIsPattern() default false;

    /** The filter that takes several ids, one parameter each; empty when the service has none. */
    String idFilter() default "";

    /** The first microversion that has this resource; empty: all. */
    String min() default "";

    /** The newest microversion whose answers the model knows; empty: the service has no microversions. */
    String max() default "";

    /** Where a resource keeps a mark from its creation on. */
    Marks marks() default Marks.NONE;

    /** Where a resource keeps a mark. */
    enum Marks {
        /** Nowhere. */
        NONE,
        /** Among its metadata. */
        METADATA,
        /** Among its tags. */
        TAGS,
        /** In its description, beside other words. */
        DESCRIPTION
    }

    /** What an id looks like. */
    enum IdShape {
        /** With dashes. */
        UUID("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
        /** 32 hexadecimal digits, or a UUID. */
        HEX("[0-9a-fA-F]{32}|" + UUID.form),
        /** Decimal digits. */
        NUMBER("\\d+"),
        /** Any text: what is given may be a name as well, and is tried as an id first. */
        ANY("(?!)"),
        /** There is no other id than the name, which is one segment of the address: nothing is ever looked up. */
        NAME("(?s).*"),
        /** The same for a name with slashes and anything else in it. */
        PATH("(?s).*");

        private final Pattern form;

        IdShape(String form) {
            this.form = Pattern.compile(form);
        }

        /** Whether this is an id, to judge by its form; where an id may be any text, nothing can be told by that. */
        public boolean fits(String text) {
            return form.matcher(text).matches();
        }

        /** Whether the name is the id. */
        public boolean isName() {
            return this == NAME || this == PATH;
        }
    }

    /** The verb of an update. */
    enum Update {
        /** PUT. */
        PUT,
        /** PATCH with the changed fields. */
        PATCH,
        /** POST. */
        POST,
        /** PATCH with one operation for each changed field, in the form of RFC 6902. */
        JSON_PATCH
    }

    /** How a list goes on after a page. */
    enum Paging {
        /** By a link of relation {@code next} beside the list. */
        LINKS,
        /** By an address under the key {@code next}. */
        NEXT,
        /** By the marker in an address under the key {@code next}, whose other parameters are not those that were sent. */
        NEXT_MARKER,
        /** By the id of the last item, until a page is empty. */
        MARKER,
        /** By the number of items seen so far, until a page is empty. */
        OFFSET,
        /** There is one page only. */
        NONE
    }

    /** How a list is sorted. */
    enum Sorting {
        /** {@code sort_key} and {@code sort_dir}, one pair for each key. */
        KEY_AND_DIR,
        /** {@code sort=key:dir,key:dir}. */
        COMBINED,
        /** Not at all. */
        NONE
    }
}
