package org.numberreader.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A client that OpenAPI Generator makes of the service's own document compiles, and reads. */
@Tag("slow")
@QuarkusIntegrationTest
class GeneratedClientIT {
    /** Put there by the build. A program of its own: its many libraries do not mix with ours. */
    private static final Path GENERATOR = Path.of("target", "openapi-generator", "openapi-generator-cli.jar");

    @SuppressWarnings("NullAway.Init") // Quarkus sets it before each test
    @TestHTTPResource("/")
    URI service;

    @TempDir
    private Path folder;

    @Test
    void compilesAndReads() throws Exception {
        Path classes = compiled(generated());
        Path picture = Files.write(folder.resolve("1704.png"), Pictures.sample());

        try (var loader = new URLClassLoader(new URL[] {classes.toUri().toURL()})) {
            Class<?> client = loader.loadClass("client.ApiClient");
            Object made = client.getConstructor().newInstance();
            client.getMethod("updateBaseUri", String.class)
                    .invoke(made, service.toString().replaceAll("/$", ""));
            Class<?> api = loader.loadClass("client.api.DefaultApi");
            Object calls = api.getConstructor(client).newInstance(made);
            var predict = List.of(api.getMethods()).stream()
                    .filter(method -> method.getName().equals("predict"))
                    .findFirst()
                    .orElseThrow();
            var arguments = new ArrayList<Object>();
            for (var type : predict.getParameterTypes()) {
                arguments.add(type == File.class ? picture.toFile() : null);
            }
            assertThat(predict.invoke(calls, arguments.toArray()).toString()).contains("value: 1704");
        }
    }

    private Path generated() throws IOException, InterruptedException {
        Path document = Files.write(
                folder.resolve("openapi.json"),
                given().queryParam("format", "json").get("/q/openapi").asByteArray());
        Path client = folder.resolve("client");
        run(
                "java",
                "-jar",
                GENERATOR.toString(),
                "generate",
                "--input-spec=" + document,
                "--generator-name=java",
                "--library=native",
                "--invoker-package=client",
                "--api-package=client.api",
                "--model-package=client.model",
                "--additional-properties=openApiNullable=false,useJakartaEe=true",
                "--global-property=apiTests=false,modelTests=false,apiDocs=false,modelDocs=false",
                "--output=" + client);
        return client.resolve("src/main/java");
    }

    private Path compiled(Path sources) throws IOException {
        Path classes = Files.createDirectory(folder.resolve("classes"));
        var arguments = new ArrayList<>(
                List.of("-proc:none", "-d", classes.toString(), "-cp", System.getProperty("java.class.path")));
        try (var files = Files.walk(sources)) {
            files.map(Path::toString).filter(file -> file.endsWith(".java")).forEach(arguments::add);
        }
        int code = ToolProvider.getSystemJavaCompiler().run(null, null, null, arguments.toArray(String[]::new));
        assertThat(code).as("javac").isZero();
        return classes;
    }

    private static void run(String... command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
    }
}
