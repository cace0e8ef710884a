package io.github.openstackjvm;

import java.util.Map;
import java.util.function.Function;

import io.github.openstackjvm.compute.Flavor;
import io.github.openstackjvm.compute.Keypair;
import io.github.openstackjvm.compute.ServerGroup;
import io.github.openstackjvm.error.Ambiguous;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.internal.wire.Reference;
import io.github.openstackjvm.internal.wire.Resolver;
import io.github.openstackjvm.network.SecurityGroup;
import io.github.openstackjvm.network.SecurityGroupRule;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.ResourceCollection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the names of each kind of resource are looked up: the one place that knows all collections. */
final class Names implements Resolver {
    private static final Logger LOG = LoggerFactory.getLogger("openstack.names");

    private static final Map<Class<?>, Function<Cloud, ResourceCollection<?>>> COLLECTIONS = Map.of(
            Flavor.class, cloud -> cloud.compute().flavors(),
            Keypair.class, cloud -> cloud.compute().keypairs(),
            ServerGroup.class, cloud -> cloud.compute().serverGroups(),
            SecurityGroup.class, cloud -> cloud.network().securityGroups(),
            SecurityGroupRule.class, cloud -> cloud.network().securityGroupRules());

    private final Cloud cloud;

    Names(Cloud cloud) {
        this.cloud = cloud;
    }

    @Override
    public String id(Reference reference) {
        if (reference.target() instanceof Resource<?> model) {
            return model.id();
        } else if (reference.target() instanceof Ref.ById<?> byId && !reference.nameOrId()) {
            return byId.id();
        }
        Function<Cloud, ResourceCollection<?>> collection = COLLECTIONS.get(reference.type());
        if (collection == null) {
            throw new IllegalStateException("No collection is known for " + reference.type());
        }
        String text = reference.toString();
        try {
            String id = reference.nameOrId()
                    ? collection.apply(cloud).idOf(text)
                    : collection.apply(cloud).idOfName(text);
            LOG.debug("{} '{}' is {}", reference.field(), text, id);
            return id;
        } catch (NotFound e) {
            throw new NotFound("For '" + reference.field() + "': " + e.getMessage(), e.context(), e);
        } catch (Ambiguous e) {
            throw new Ambiguous("For '" + reference.field() + "': " + e.getMessage(), e.context(), e);
        }
    }
}
