package org.numberreader.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.autoscaling.v2.HorizontalPodAutoscaler;
import io.fabric8.kubernetes.api.model.batch.v1.Job;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import io.fabric8.openshift.api.model.monitoring.v1.PrometheusRule;
import io.fabric8.openshift.api.model.monitoring.v1.ServiceMonitor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The manifests promise a cluster what the application keeps: ports, probes, limits and no privileges. */
class ManifestsTest {
    private static final Path BASE = Manifests.FOLDER.resolve("base");
    private static final Path LOCAL = Manifests.FOLDER.resolve("overlays/local");
    private static final Path PRODUCTION = Manifests.FOLDER.resolve("overlays/production");
    private static final Path MONITORING = Manifests.FOLDER.resolve("monitoring");
    private static final Path SCAN_JOB = Manifests.FOLDER.resolve("scan-job");

    static Stream<Manifests> complete() throws Exception {
        return Stream.of(
                        Optional.of(Manifests.ofFolder(BASE)),
                        Manifests.rendered(LOCAL),
                        Manifests.rendered(PRODUCTION))
                .flatMap(Optional::stream);
    }

    static Stream<Manifests> withPods() throws Exception {
        return Stream.concat(complete(), Stream.of(Manifests.ofFolder(SCAN_JOB)));
    }

    @ParameterizedTest
    @CsvSource({
        "overlays/local, Namespace ServiceAccount Service Deployment PodDisruptionBudget NetworkPolicy",
        "overlays/production, Namespace ServiceAccount Service Deployment PodDisruptionBudget NetworkPolicy"
                + " HorizontalPodAutoscaler Ingress Service ServiceMonitor PrometheusRule ConfigMap",
        "scan-job, Job NetworkPolicy"
    })
    void rendersEachOverlay(String overlay, String kinds) throws Exception {
        var rendered = Manifests.rendered(Manifests.FOLDER.resolve(overlay));
        assumeTrue(rendered.isPresent(), "neither kustomize nor a recent kubectl is installed");
        assertThat(rendered.get().objects())
                .extracting(object -> object.getKind())
                .containsExactlyInAnyOrder(kinds.split(" "));
        assertThat(rendered.get().objects())
                .extracting(object -> object.getMetadata().getNamespace())
                .allMatch(namespace -> namespace == null || namespace.equals("number-reader"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"base", "monitoring", "scan-job", "overlays/local", "overlays/production"})
    void readsEachFileStrictly(String folder) throws IOException {
        assertThat(Manifests.ofFolder(Manifests.FOLDER.resolve(folder)).objects())
                .isNotEmpty();
    }

    @Test
    void readsTheOverlaysPatchesStrictly() throws IOException {
        var patches = Manifests.ofFolder(LOCAL);
        var base = Manifests.ofFolder(BASE);
        assertThat(patches.deployment().getMetadata().getName())
                .isEqualTo(base.deployment().getMetadata().getName());
        assertThat(patches.service().getMetadata().getName())
                .isEqualTo(base.service().getMetadata().getName());
        assertThat(pod(patches).getContainers().get(0).getName())
                .isEqualTo(container(base).getName());
    }

    @Test
    void refusesAFieldThatKubernetesDoesNotKnow() throws IOException {
        String deployment = Files.readString(BASE.resolve("deployment.yaml"));
        assertThatThrownBy(
                        () -> Manifests.parse(deployment.replace("readOnlyRootFilesystem", "readOnlyRootFileSystem")))
                .hasMessageContaining("readOnlyRootFileSystem");
    }

    @ParameterizedTest
    @MethodSource("complete")
    void probesAskTheManagementPort(Manifests manifests) {
        Container container = container(manifests);
        assertProbe(container.getStartupProbe(), "/q/health/started");
        assertProbe(container.getLivenessProbe(), "/q/health/live");
        assertProbe(container.getReadinessProbe(), "/q/health/ready");
    }

    @ParameterizedTest
    @MethodSource("complete")
    void portsAreTheApplicationsOwn(Manifests manifests) throws IOException {
        var properties = properties();
        assertThat(properties.getProperty("quarkus.management.enabled")).isEqualTo("true");
        assertThat(ports(container(manifests)))
                .containsOnly(
                        Map.entry("http", Integer.valueOf(properties.getProperty("quarkus.http.port", "8080"))),
                        Map.entry(
                                "management",
                                Integer.valueOf(properties.getProperty("quarkus.management.port", "9000"))));
    }

    @ParameterizedTest
    @MethodSource("complete")
    void serviceReachesThePodsHttpPortAndNoOther(Manifests manifests) {
        var service = manifests.service().getSpec();
        var template = manifests.deployment().getSpec().getTemplate();
        assertThat(template.getMetadata().getLabels()).containsAllEntriesOf(service.getSelector());
        assertThat(template.getMetadata().getLabels())
                .containsAllEntriesOf(
                        manifests.deployment().getSpec().getSelector().getMatchLabels());
        assertThat(service.getPorts())
                .singleElement()
                .extracting(port -> port.getTargetPort().getStrVal())
                .isEqualTo("http");
        assertThat(ports(container(manifests))).containsKey("http");
    }

    @ParameterizedTest
    @MethodSource("withPods")
    void fitsTheRestrictedProfileAndMore(Manifests manifests) {
        assertThat(manifests.pods()).hasSize(1).allSatisfy(pod -> {
            assertThat(RestrictedProfile.violations(pod)).isEmpty();
            assertThat(pod.getSecurityContext().getRunAsUser()).isPositive();
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getContainers()).allSatisfy(container -> {
                assertThat(container.getSecurityContext().getReadOnlyRootFilesystem())
                        .isTrue();
                assertThat(container.getSecurityContext().getCapabilities().getAdd())
                        .isEmpty();
            });
        });
    }

    @ParameterizedTest
    @MethodSource("complete")
    void everythingThatChoosesPodsChoosesTheseOnes(Manifests manifests) {
        var labels =
                manifests.deployment().getSpec().getTemplate().getMetadata().getLabels();
        var budget = manifests.only(PodDisruptionBudget.class).getSpec();
        assertThat(labels).containsAllEntriesOf(budget.getSelector().getMatchLabels());
        assertThat(budget.getMaxUnavailable().getIntVal()).isEqualTo(1);
        var policy = manifests.only(NetworkPolicy.class).getSpec();
        assertThat(labels).containsAllEntriesOf(policy.getPodSelector().getMatchLabels());
        assertThat(policy.getPolicyTypes()).containsExactly("Ingress", "Egress");
        assertThat(policy.getEgress()).isEmpty();
        assertThat(pod(manifests).getTopologySpreadConstraints())
                .hasSize(2)
                .allSatisfy(spread -> assertThat(labels)
                        .containsAllEntriesOf(spread.getLabelSelector().getMatchLabels()));
    }

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
        long batch = Long.parseLong(properties().getProperty("numbers.web.batch-bytes"));

        assertThat(bytes).isBetween(batch, batch + (2 << 20));
    }

    @Test
    void theScanJobGivesEachPodAShardOfItsOwn() throws IOException {
        var job = Manifests.ofFolder(SCAN_JOB).only(Job.class).getSpec();
        var container = job.getTemplate().getSpec().getContainers().get(0);

        assertThat(job.getCompletionMode()).isEqualTo("Indexed");
        assertThat(container.getArgs())
                .startsWith("read")
                .contains(
                        "--shard=job/" + job.getCompletions(),
                        "--resume",
                        "--out=/answers/$(JOB_COMPLETION_INDEX).jsonl");
        assertThat(container.getArgs())
                .contains("--jobs=" + container.getResources().getLimits().get("cpu"));
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

    @ParameterizedTest
    @MethodSource("complete")
    void hasNoTokenOfTheCluster(Manifests manifests) {
        var account = manifests.only(ServiceAccount.class);
        assertThat(account.getAutomountServiceAccountToken()).isFalse();
        assertThat(pod(manifests).getAutomountServiceAccountToken()).isFalse();
        assertThat(pod(manifests).getServiceAccountName())
                .isEqualTo(account.getMetadata().getName());
    }

    @ParameterizedTest
    @MethodSource("complete")
    void boundsWhatAPodTakes(Manifests manifests) {
        var resources = container(manifests).getResources();
        assertThat(resources.getLimits()).containsOnlyKeys("cpu", "memory");
        assertThat(resources.getRequests()).containsOnlyKeys("cpu", "memory");
        assertThat(resources.getLimits().get("memory").getNumericalAmount())
                .isEqualTo(resources.getRequests().get("memory").getNumericalAmount());
        assertThat(container(manifests).getEnv())
                .extracting(EnvVar::getName, EnvVar::getValue)
                .contains(org.assertj.core.groups.Tuple.tuple("OPENCV_IO_MAX_IMAGE_PIXELS", "25000000"));
    }

    @ParameterizedTest
    @MethodSource("complete")
    void writesToABoundedTmpOnly(Manifests manifests) {
        assertThat(container(manifests).getVolumeMounts())
                .singleElement()
                .matches(mount -> mount.getMountPath().equals("/tmp"));
        Volume volume = pod(manifests).getVolumes().get(0);
        assertThat(volume.getEmptyDir().getSizeLimit().getNumericalAmount()).isPositive();
    }

    private static Properties properties() throws IOException {
        var properties = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(file);
        }
        return properties;
    }

    private static void assertProbe(Probe probe, String path) {
        assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
        assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
    }

    private static Map<String, Integer> ports(Container container) {
        return container.getPorts().stream()
                .collect(Collectors.toMap(ContainerPort::getName, ContainerPort::getContainerPort));
    }

    private static PodSpec pod(Manifests manifests) {
        return manifests.deployment().getSpec().getTemplate().getSpec();
    }

    private static Container container(Manifests manifests) {
        return pod(manifests).getContainers().get(0);
    }
}
