package io.github.openstackjvm.resource;

/** Which way a listing is sorted. */
public enum Order {
    /** Smallest first. */
    ASC,
    /** Largest first. */
    DESC
}
