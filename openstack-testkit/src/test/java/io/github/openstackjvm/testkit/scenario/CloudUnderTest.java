package io.github.openstackjvm.testkit.scenario;

import java.util.Optional;

import io.github.openstackjvm.Cloud;
import io.github.openstackjvm.OpenStack;
import io.github.openstackjvm.config.CloudConfig;
import io.github.openstackjvm.testkit.As;
import io.github.openstackjvm.testkit.FakeCloud;
import io.github.openstackjvm.testkit.coverage.LiveRecord;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.opentest4j.TestAbortedException;

/**
 * Gives a scenario its clouds: clients of a fresh fake; or with {@code -Dlive=true} of the real clouds that the variables
 * {@code OS_CLOUD}, {@code OS_CLOUD_ADMIN} and, for another project, {@code OS_CLOUD_ALT} name. At its end a scenario must have left nothing behind.
 */
final class CloudUnderTest implements ParameterResolver, AfterEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(CloudUnderTest.class);
    private static final boolean LIVE = Boolean.getBoolean("live");

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return type == Cloud.class || type == CloudConfig.class || type == Scratch.class || type == Pace.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == Scratch.class) {
            return scratch(context);
        }
        if (type == Pace.class) {
            return new Pace(LIVE ? null : fake(context).transitions());
        }
        String user = parameter.findAnnotation(As.class).map(As::value).orElse("demo");
        CloudConfig config = LIVE ? live(user) : fake(context).config(user).build();
        return type == CloudConfig.class ? config : scratch(context).closing(OpenStack.connect(config));
    }

    private static CloudConfig live(String user) {
        String variable = switch (user) {
            case "admin" -> "OS_CLOUD_ADMIN";
            case "alt_demo" -> "OS_CLOUD_ALT";
            default -> "OS_CLOUD";
        };
        String name = Optional.ofNullable(System.getenv(variable))
                .orElseThrow(() -> new TestAbortedException("needs " + variable + ", which is not set"));
        return CloudConfig.named(name).toBuilder().listener(new LiveRecord()).build();
    }

    private static FakeCloud fake(ExtensionContext context) {
        return context.getStore(NAMESPACE).computeIfAbsent(FakeCloud.class, any -> FakeCloud.start(), FakeCloud.class);
    }

    private static Scratch scratch(ExtensionContext context) {
        return context.getStore(NAMESPACE).computeIfAbsent(Scratch.class, any -> new Scratch(), Scratch.class);
    }

    @Override
    public void afterEach(ExtensionContext context) {
        scratch(context).cleanUp();
        FakeCloud fake = context.getStore(NAMESPACE).remove(FakeCloud.class, FakeCloud.class);
        if (fake != null) {
            fake.close();
        }
    }
}
