package io.github.openstackjvm.dsl

import io.github.openstackjvm.Cloud
import org.assertj.core.api.Assertions.assertThat
import org.junit.jupiter.api.Test
import java.lang.reflect.Method
import java.lang.reflect.Modifier
import java.nio.file.FileSystems
import java.nio.file.Files
import java.nio.file.Path
import java.time.Duration

/** Core grows; whatever Kotlin has a word of its own for must be said here, too. */
class MirrorTest {
    @Test
    fun `every accessor of a cloud and its services has its property`() {
        val services = accessors(Cloud::class.java).map { it.returnType }.filter { it.simpleName.endsWith("Service") }
        assertThat(services.map { it.simpleName }).contains("ComputeService", "NetworkService")

        val expected = (services + Cloud::class.java).flatMap { type -> accessors(type).map { "${type.name}.${it.name}" } }
        val properties =
            extensions()
                .filter { it.parameterCount == 1 && it.name.startsWith("get") }
                .map { "${it.parameterTypes[0].name}.${it.name.removePrefix("get").replaceFirstChar(Char::lowercase)}" }

        assertThat(properties).containsExactlyInAnyOrderElementsOf(expected)
    }

    @Test
    fun `every method of core that takes a duration of Java takes one of Kotlin`() {
        val expected =
            publicTypes()
                .filter { !it.isRecord && !it.isInterface && !Throwable::class.java.isAssignableFrom(it) }
                .flatMap { type -> type.declaredMethods.filter { Modifier.isPublic(it.modifiers) } }
                .filter { method -> Duration::class.java in method.parameterTypes }
                .map { "${it.declaringClass.name}.${it.name}" }
        assertThat(expected).contains("io.github.openstackjvm.session.RawRequest.timeout")

        // Kotlin's durations are numbers to the JVM, and what takes them has a dash and a hash in its name.
        val mirrored = extensions().map { "${it.parameterTypes[0].name}.${it.name.substringBefore('-')}" }

        // To wait for a future is to await.
        assertThat(mirrored).containsAll(expected.map { it.replace(".toFuture", ".await") })
    }

    /** Methods without arguments that tell or lead somewhere; those that do something are verbs. */
    private fun accessors(type: Class<*>): List<Method> {
        val verbs = setOf("authenticate", "whoami", "asSystem", "cleanupScope", "close", "toString", "hashCode")
        return type.declaredMethods.filter {
            Modifier.isPublic(it.modifiers) && it.parameterCount == 0 && !it.isSynthetic && it.name !in verbs
        }
    }

    private fun extensions(): List<Method> =
        typesBelow(Path.of("target/classes"))
            .filter { it.simpleName.endsWith("Kt") }
            .flatMap { it.declaredMethods.asList() }
            .filter { Modifier.isPublic(it.modifiers) && !it.isSynthetic && it.parameterCount > 0 }

    /** Core is a folder or a jar, depending on how far the build goes. */
    private fun publicTypes(): List<Class<*>> {
        val core =
            Path.of(
                Cloud::class.java.protectionDomain.codeSource.location
                    .toURI(),
            )
        val all =
            if (Files.isDirectory(core)) {
                typesBelow(core)
            } else {
                FileSystems.newFileSystem(core).use { typesBelow(it.getPath("/")) }
            }
        return all.filter { Modifier.isPublic(it.modifiers) && !it.name.contains(".internal.") }
    }

    private fun typesBelow(root: Path): List<Class<*>> =
        Files.walk(root).use { files ->
            files
                .map { root.relativize(it).toString() }
                .filter { it.endsWith(".class") && !it.endsWith("-info.class") && !it.startsWith("META-INF") }
                .map { Class.forName(it.removeSuffix(".class").replace('/', '.'), false, javaClass.classLoader) }
                .toList()
        }
}
