package io.github.openstackjvm.resource;

/**
 * One of a set of words that the cloud may extend. Implementations are records with constants for the words known today; a
 * word not known is kept as it came.
 */
public interface OpenValue {

    /** The word as received, or as it will be sent. */
    String value();

    /** Whether it is this word, in capitals or not. */
    default boolean is(String word) {
        return value().equalsIgnoreCase(word);
    }
}
