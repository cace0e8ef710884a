/** A program on the module path that needs nothing but the client. */
module io.github.openstackjvm.examples.named {
    requires io.github.openstackjvm.core;
}
