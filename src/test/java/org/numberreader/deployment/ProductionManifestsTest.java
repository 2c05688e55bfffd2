package org.numberreader.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.numberreader.deployment.ManifestsFixture.BASE;
import static org.numberreader.deployment.ManifestsFixture.MONITORING;
import static org.numberreader.deployment.ManifestsFixture.PRODUCTION;

import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** What production adds: the autoscaler, the ingress, the scraper and the alerts. */
class ProductionManifestsTest {
    @Test
    void theAutoscalerLooksAtTheProcessorAndAtTheQueue() throws IOException {
        var production = Manifests.ofFolder(PRODUCTION);
        var scaler = production.only(HorizontalPodAutoscaler.class).getSpec();
        var base = Manifests.ofFolder(BASE).deployment();

        assertThat(scaler.getScaleTargetRef().getKind()).isEqualTo(base.getKind());
        assertThat(scaler.getScaleTargetRef().getName())
                .isEqualTo(base.getMetadata().getName());
        assertThat(scaler.getMinReplicas()).isGreaterThanOrEqualTo(2);
        assertThat(scaler.getMetrics()).extracting(metric -> metric.getType()).containsExactly("Resource", "Pods");
        assertThat(Files.readString(MONITORING.resolve("prometheus-adapter.yaml")))
                .contains("as: "
                        + scaler.getMetrics().get(1).getPods().getMetric().getName() + "\n");
        // The autoscaler's own number would be set back at each apply.
        assertThat(Files.readString(PRODUCTION.resolve("deployment.yaml"))).contains("replicas: null");
    }

    @Test
    void theIngressLetsThroughWhatTheServiceTakes() throws IOException {
        var ingress = Manifests.ofFolder(PRODUCTION).only(Ingress.class);
        String size = ingress.getMetadata().getAnnotations().get("nginx.ingress.kubernetes.io/proxy-body-size");
        long bytes = Long.parseLong(size.replace("m", "")) << 20;
        long batch = ManifestsFixture.web().batchBytes();

        assertThat(bytes).isBetween(batch, batch + (2 << 20));
    }

    @Test
    void theDocumentationSaysWhatToDoAtEachAlert() throws IOException {
        String text = Files.readString(Path.of("docs", "operations.md"));
        var rules = Manifests.ofFolder(MONITORING).only(PrometheusRule.class).getSpec().getGroups().stream()
                .flatMap(group -> group.getRules().stream())
                .toList();

        assertThat(rules).hasSizeGreaterThan(5).allSatisfy(rule -> {
            assertThat(text).contains("\n### " + rule.getAlert() + "\n");
            assertThat(rule.getAnnotations().get("runbook"))
                    .isEqualTo("docs/operations.md#" + rule.getAlert().toLowerCase(Locale.ROOT));
        });
    }

    @Test
    void theScraperFindsTheManagementPort() throws IOException {
        var monitoring = Manifests.ofFolder(MONITORING);
        var service = monitoring.only(Service.class);
        var monitor = monitoring.only(ServiceMonitor.class).getSpec();

        assertThat(service.getMetadata().getLabels())
                .containsAllEntriesOf(monitor.getSelector().getMatchLabels());
        assertThat(monitor.getEndpoints())
                .singleElement()
                .satisfies(endpoint -> assertThat(service.getSpec().getPorts())
                        .extracting(port -> port.getName())
                        .containsExactly(endpoint.getPort()));
        assertThat(Manifests.ofFolder(BASE).service().getMetadata().getLabels())
                .doesNotContainKey("app.kubernetes.io/component");
    }
}
