package io.github.openstackjvm.testkit.server;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The standalone fake in a process of its own. */
final class Program implements AutoCloseable {
    private final Path errors;
    private final Process process;
    private final BufferedReader out;

    private Program(Path errors, Process process) {
        this.errors = errors;
        this.process = process;
        this.out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    static Program start(String... arguments) throws IOException {
        Path errors = Files.createTempFile("fake-server", ".err");
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                FakeServer.class.getName()));
        command.addAll(List.of(arguments));
        return new Program(
                errors,
                new ProcessBuilder(command).redirectError(errors.toFile()).start());
    }

    /** What it has printed when it is ready. */
    String untilReady() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            text.append(line).append('\n');
            if (line.startsWith("export OS_REGION_NAME")) {
                return text.toString();
            }
        }
        throw new AssertionError("It ended: " + text + errors());
    }

    /** All that is printed until it ends. */
    String output() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String line = out.readLine(); line != null; line = out.readLine()) {
            text.append(line).append('\n');
        }
        return text.toString();
    }

    String errors() throws IOException {
        return Files.readString(errors);
    }

    /** Sends SIGTERM; tells the exit status. */
    int end() throws InterruptedException {
        process.destroy();
        return waitFor();
    }

    int waitFor() throws InterruptedException {
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            throw new AssertionError("It does not end");
        }
        return process.exitValue();
    }

    @Override
    public void close() throws IOException {
        process.destroyForcibly();
        out.close();
        Files.delete(errors);
    }
}
