package org.numberreader.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests promise a cluster what the application keeps: ports, probes, limits and no privileges. */
class ManifestsTest {
    private static final Path BASE = Manifests.FOLDER.resolve("base");
    private static final Path LOCAL = Manifests.FOLDER.resolve("overlays/local");

    static Stream<Manifests> complete() throws Exception {
        return Stream.concat(Stream.of(Manifests.ofFolder(BASE)), Manifests.rendered(LOCAL).stream());
    }

    @Test
    void rendersTheOverlay() throws Exception {
        var rendered = Manifests.rendered(LOCAL);
        assumeTrue(rendered.isPresent(), "neither kustomize nor a recent kubectl is installed");
        assertThat(rendered.get().objects())
                .extracting(object -> object.getKind())
                .containsExactlyInAnyOrder("Namespace", "ServiceAccount", "Service", "Deployment");
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
        var properties = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/application.properties"))) {
            properties.load(file);
        }
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
    @MethodSource("complete")
    void fitsTheRestrictedProfile(Manifests manifests) {
        var pod = pod(manifests).getSecurityContext();
        assertThat(pod.getRunAsNonRoot()).isTrue();
        assertThat(pod.getRunAsUser()).isPositive();
        assertThat(pod.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
        var container = container(manifests).getSecurityContext();
        assertThat(container.getAllowPrivilegeEscalation()).isFalse();
        assertThat(container.getReadOnlyRootFilesystem()).isTrue();
        assertThat(container.getCapabilities().getDrop()).containsExactly("ALL");
        assertThat(container.getCapabilities().getAdd()).isEmpty();
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
