package io.github.openstackjvm.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

import io.github.openstackjvm.Cloud;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.LifecycleMethodExecutionExceptionHandler;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.TestExecutionExceptionHandler;
import org.junit.platform.commons.support.AnnotationSupport;
import org.junit.platform.commons.support.HierarchyTraversalMode;
import org.junit.platform.commons.support.ReflectionSupport;
import org.opentest4j.TestAbortedException;

/**
 * Gives tests a fake cloud of their own, or their class one, see {@link OpenStackTest}. A test fails at its end when it
 * made requests the fake does not know, unless it called {@link FakeCloud#allowUnknownRequests}. With a failure goes what
 * the cloud held ({@link FakeCloud#dump}), as a suppressed exception.
 */
public final class FakeCloudExtension
        implements BeforeAllCallback,
                BeforeEachCallback,
                AfterEachCallback,
                AfterAllCallback,
                ParameterResolver,
                TestExecutionExceptionHandler,
                LifecycleMethodExecutionExceptionHandler {
    private static final Namespace NAMESPACE = Namespace.create(FakeCloudExtension.class);

    /** For JUnit. */
    public FakeCloudExtension() {}

    @Override
    public void beforeAll(ExtensionContext context) throws IllegalAccessException {
        if (perClass(context)) {
            inject(context, null);
        }
    }

    @Override
    public void beforeEach(ExtensionContext context) throws IllegalAccessException {
        for (Object instance : context.getRequiredTestInstances().getAllInstances()) {
            inject(context, instance);
        }
    }

    @Override
    public void afterEach(ExtensionContext context) {
        if (!perClass(context)) {
            finish(context);
        }
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (perClass(context)) {
            finish(context);
        }
    }

    @Override
    public void handleTestExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw withState(context, failure);
    }

    @Override
    public void handleBeforeEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw withState(context, failure);
    }

    @Override
    public void handleAfterEachMethodExecutionException(ExtensionContext context, Throwable failure) throws Throwable {
        throw withState(context, failure);
    }

    // Where every report shows it: below the failure itself. A test that was aborted has not failed.
    private static Throwable withState(ExtensionContext context, Throwable failure) {
        FakeCloud fake = holder(context).getStore(NAMESPACE).get(FakeCloud.class, FakeCloud.class);
        if (fake != null && !(failure instanceof TestAbortedException)) {
            failure.addSuppressed(new FakeCloudState(fake));
        }
        return failure;
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return injectable(parameter.getParameter().getType());
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return make(parameter.getParameter(), parameter.getParameter().getType(), context);
    }

    private static boolean injectable(Class<?> type) {
        return type == FakeCloud.class || type == Cloud.class;
    }

    private static Object make(AnnotatedElement place, Class<?> type, ExtensionContext context) {
        FakeCloud fake = fake(context);
        As as = place.getAnnotation(As.class);
        return type == FakeCloud.class ? fake : fake.cloud(as == null ? "demo" : as.value());
    }

    private static void inject(ExtensionContext context, @Nullable Object instance) throws IllegalAccessException {
        Class<?> type = instance == null ? context.getRequiredTestClass() : instance.getClass();
        List<Field> fields = ReflectionSupport.findFields(
                type,
                field -> injectable(field.getType()) && Modifier.isStatic(field.getModifiers()) == (instance == null),
                HierarchyTraversalMode.TOP_DOWN);
        for (Field field : fields) {
            field.setAccessible(true);
            if (field.get(instance) == null) {
                field.set(instance, make(field, field.getType(), context));
            }
        }
    }

    private static FakeCloud fake(ExtensionContext context) {
        return holder(context)
                .getStore(NAMESPACE)
                .computeIfAbsent(FakeCloud.class, any -> start(context), FakeCloud.class);
    }

    private static FakeCloud start(ExtensionContext context) {
        FakeCloud fake = FakeCloud.start();
        String seed = annotation(context).map(OpenStackTest::seed).orElse("");
        if (!seed.isEmpty()) {
            fake.seed(resource(context.getRequiredTestClass(), seed));
        }
        return fake;
    }

    /** The files that it names are beside it, unless it is in an archive. */
    private static Seed resource(Class<?> test, String name) {
        URL resource = test.getResource(name);
        if (resource == null) {
            throw new IllegalArgumentException("There is no resource " + name + " beside " + test.getName());
        }
        try (InputStream in = resource.openStream()) {
            Path folder = resource.getProtocol().equals("file")
                    ? Path.of(resource.toURI()).getParent()
                    : null;
            return Seed.read(name, folder, new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException | URISyntaxException e) {
            throw new IllegalArgumentException("The resource " + name + " cannot be read: " + e.getMessage(), e);
        }
    }

    private static ExtensionContext holder(ExtensionContext context) {
        if (!perClass(context)) {
            return context;
        }
        ExtensionContext holder = context;
        while (holder.getTestMethod().isPresent() && holder.getParent().isPresent()) {
            holder = holder.getParent().get();
        }
        return holder;
    }

    private static boolean perClass(ExtensionContext context) {
        return annotation(context).map(OpenStackTest::perClass).orElse(false);
    }

    private static Optional<OpenStackTest> annotation(ExtensionContext context) {
        Optional<OpenStackTest> found =
                context.getTestClass().flatMap(type -> AnnotationSupport.findAnnotation(type, OpenStackTest.class));
        return found.isPresent() ? found : context.getParent().flatMap(FakeCloudExtension::annotation);
    }

    private static void finish(ExtensionContext context) {
        FakeCloud fake = holder(context).getStore(NAMESPACE).remove(FakeCloud.class, FakeCloud.class);
        if (fake == null) {
            return;
        }
        fake.close();
        List<JournalEntry> complaints = fake.complaints();
        if (!complaints.isEmpty() && context.getExecutionException().isEmpty()) {
            throw new AssertionError("The fake cloud got requests it does not know: " + complaints
                    + ". If that is meant, call fake.allowUnknownRequests().");
        }
    }
}
