package org.numberreader.deployment;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.numberreader.web.gate.WebConfig;

/** What tests of the manifests share: their folders, the deployment's pod, and the application's own properties. */
final class ManifestsFixture {
    static final Path BASE = Manifests.FOLDER.resolve("base");
    static final Path LOCAL = Manifests.FOLDER.resolve("overlays/local");
    static final Path PRODUCTION = Manifests.FOLDER.resolve("overlays/production");
    static final Path MONITORING = Manifests.FOLDER.resolve("monitoring");
    static final Path SCAN_JOB = Manifests.FOLDER.resolve("scan-job");

    private ManifestsFixture() {}

    static Properties properties() throws IOException {
        var properties = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(file);
        }
        return properties;
    }

    /** The service's limits by default. */
    static WebConfig web() {
        return new SmallRyeConfigBuilder()
                .addDiscoveredConverters()
                .withMapping(WebConfig.class)
                .build()
                .getConfigMapping(WebConfig.class);
    }

    static PodSpec pod(Manifests manifests) {
        return manifests.deployment().getSpec().getTemplate().getSpec();
    }

    static Container container(Manifests manifests) {
        return pod(manifests).getContainers().get(0);
    }
}
