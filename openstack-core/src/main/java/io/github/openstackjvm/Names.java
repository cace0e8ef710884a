package io.github.openstackjvm;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.openstackjvm.error.Ambiguous;
import io.github.openstackjvm.error.NotFound;
import io.github.openstackjvm.internal.wire.Reference;
import io.github.openstackjvm.internal.wire.Resolver;
import io.github.openstackjvm.resource.Ref;
import io.github.openstackjvm.resource.Resource;
import io.github.openstackjvm.resource.ResourceCollection;
import io.github.openstackjvm.session.Token;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the names of each kind of resource are looked up: the one place that knows all collections. */
final class Names implements Resolver {
    private static final Logger LOG = LoggerFactory.getLogger("openstack.names");

    /** By model: {@code cloud -> cloud.compute().flavors()}, read off the accessors of {@link Cloud} and its services. */
    private static final Map<Class<?>, Function<Cloud, ResourceCollection<?>>> COLLECTIONS = collections();

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
        String text = reference.toString();
        try {
            ResourceCollection<?> all = find(reference.type());
            String id = reference.nameOrId() ? all.idOf(text) : all.idOfName(text);
            LOG.debug("{} '{}' is {}", reference.field(), text, id);
            return id;
        } catch (NotFound e) {
            throw new NotFound("For '" + reference.field() + "': " + e.getMessage(), e.context(), e);
        } catch (Ambiguous e) {
            throw new Ambiguous("For '" + reference.field() + "': " + e.getMessage(), e.context(), e);
        }
    }

    @Override
    public Optional<String> project() {
        return Optional.ofNullable(cloud.session().token().project()).map(Token.Owner::id);
    }

    @Override
    @SuppressWarnings("unchecked") // the table goes from each model to its collection
    public <T extends Resource<T>> ResourceCollection<T> collection(Class<T> type) {
        return (ResourceCollection<T>) find(type);
    }

    /** All collections of a cloud that lie below a service itself. */
    static Stream<ResourceCollection<?>> collections(Cloud cloud) {
        return COLLECTIONS.values().stream().map(collection -> collection.apply(cloud));
    }

    private ResourceCollection<?> find(Class<?> type) {
        Function<Cloud, ResourceCollection<?>> collection = COLLECTIONS.get(type);
        if (collection == null) {
            throw new IllegalStateException("No collection is known for " + type);
        }
        return collection.apply(cloud);
    }

    private static Map<Class<?>, Function<Cloud, ResourceCollection<?>>> collections() {
        Map<Class<?>, Function<Cloud, ResourceCollection<?>>> all = new HashMap<>();
        for (Method service : Cloud.class.getMethods()) {
            if (service.getReturnType().getSimpleName().endsWith("Service") && service.getParameterCount() == 0) {
                for (Method collection : service.getReturnType().getMethods()) {
                    if (ResourceCollection.class.isAssignableFrom(collection.getReturnType())
                            && collection.getParameterCount() == 0) {
                        all.put(modelOf(collection.getReturnType()), cloud ->
                                (ResourceCollection<?>) invoke(collection, invoke(service, cloud)));
                    }
                }
            }
        }
        return Map.copyOf(all);
    }

    private static Class<?> modelOf(Class<?> collection) {
        Type parent = collection.getGenericSuperclass();
        return parent instanceof ParameterizedType grammar
                ? (Class<?>) grammar.getActualTypeArguments()[0]
                : modelOf(collection.getSuperclass());
    }

    private static Object invoke(Method accessor, Object target) {
        try {
            return accessor.invoke(target);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(accessor + " is public and has no side effects", e);
        }
    }
}
