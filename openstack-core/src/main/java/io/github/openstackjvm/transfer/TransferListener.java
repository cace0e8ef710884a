package io.github.openstackjvm.transfer;

/**
 * Hears how far a transfer is: when it begins, about ten times a second while bytes move, and at its end. Called on the
 * thread that moves the bytes. What it throws is logged, and the transfer goes on.
 */
@FunctionalInterface
public interface TransferListener {

    /** So much has moved. When a transfer begins anew, after a failure, it is called with 0 bytes again. */
    void moved(TransferProgress progress);
}
