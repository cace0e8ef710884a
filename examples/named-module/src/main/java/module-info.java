/** A program on the module path that needs nothing but the client. */
module io.github.openstackjvm.examples.named {
    requires io.github.openstackjvm.core;

    provides io.github.openstackjvm.auth.AuthMethodFactory with
            io.github.openstackjvm.examples.named.BadgeFactory;
}
