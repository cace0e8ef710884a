package io.github.openstackjvm.checks;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The public API of a module as sorted text, to be kept in the repository: a change of the API shows as a change of that
 * file. Constructors of records are left out, since models grow.
 */
public final class ApiDump {
    /** Set to rewrite the files instead of comparing them. */
    public static final String UPDATE = "api.update";

    private static final Set<String> OF_EVERY_OBJECT = Set.of("equals", "hashCode", "toString");

    private ApiDump() {}

    /**
     * Compares the API of the classes in this folder with this file, or rewrites the file when {@value #UPDATE} is set.
     *
     * @return what differs, empty when nothing does
     */
    public static String differences(Path classes, Path file) throws IOException, ClassNotFoundException {
        String now = of(classes);
        if (Boolean.getBoolean(UPDATE)) {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(file, now);
            return "";
        }
        String before = Files.exists(file) ? Files.readString(file) : "";
        List<String> old = before.lines().toList();
        List<String> current = now.lines().toList();
        return Stream.concat(
                        old.stream().filter(line -> !current.contains(line)).map(line -> "- " + line),
                        current.stream().filter(line -> !old.contains(line)).map(line -> "+ " + line))
                .collect(Collectors.joining("\n"));
    }

    private static String of(Path classes) throws IOException, ClassNotFoundException {
        List<String> names;
        try (Stream<Path> files = Files.walk(classes)) {
            names = files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class") && !name.endsWith("-info.class"))
                    .filter(name -> !name.contains("/internal/"))
                    .map(name -> name.substring(0, name.length() - 6).replace('/', '.'))
                    .sorted()
                    .toList();
        }
        StringBuilder text = new StringBuilder();
        for (String name : names) {
            Class<?> type = Class.forName(name, false, ApiDump.class.getClassLoader());
            if (isApi(type)) {
                append(text, type);
            }
        }
        return text.toString();
    }

    private static boolean isApi(Class<?> type) {
        for (Class<?> outer = type; outer != null; outer = outer.getEnclosingClass()) {
            if (!visible(outer.getModifiers())) {
                return false;
            }
        }
        return !type.isAnonymousClass() && !type.isLocalClass() && !type.isSynthetic();
    }

    private static void append(StringBuilder text, Class<?> type) {
        // Only later JDKs say so.
        text.append(type.toGenericString().replaceFirst("(non-)?sealed ", ""));
        if (type.getGenericSuperclass() != null && type.getSuperclass() != Object.class) {
            text.append(" extends ").append(type.getGenericSuperclass().getTypeName());
        }
        if (type.getInterfaces().length > 0) {
            text.append(Arrays.stream(type.getGenericInterfaces())
                    .map(java.lang.reflect.Type::getTypeName)
                    .collect(Collectors.joining(", ", " implements ", "")));
        }
        text.append('\n');
        List<String> members = new ArrayList<>();
        for (Field field : type.getDeclaredFields()) {
            if (shown(field) && !field.getName().equals("serialVersionUID")) {
                members.add(field.toGenericString());
            }
        }
        for (Constructor<?> constructor : type.getDeclaredConstructors()) {
            if (shown(constructor) && !type.isRecord() && !Modifier.isAbstract(type.getModifiers())) {
                members.add(constructor.toGenericString());
            }
        }
        for (Method method : type.getDeclaredMethods()) {
            if (shown(method) && !ofEveryObject(method)) {
                members.add(method.toGenericString());
            }
        }
        members.stream()
                .sorted()
                .forEach(member -> text.append("  ").append(member).append('\n'));
    }

    private static boolean ofEveryObject(Executable method) {
        return OF_EVERY_OBJECT.contains(method.getName());
    }

    private static boolean shown(Member member) {
        return visible(member.getModifiers()) && !member.isSynthetic();
    }

    private static boolean visible(int modifiers) {
        return Modifier.isPublic(modifiers) || Modifier.isProtected(modifiers);
    }
}
