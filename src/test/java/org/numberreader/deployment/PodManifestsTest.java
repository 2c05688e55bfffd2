package org.numberreader.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.numberreader.deployment.ManifestsFixture.BASE;
import static org.numberreader.deployment.ManifestsFixture.LOCAL;
import static org.numberreader.deployment.ManifestsFixture.PRODUCTION;
import static org.numberreader.deployment.ManifestsFixture.SCAN_JOB;
import static org.numberreader.deployment.ManifestsFixture.container;
import static org.numberreader.deployment.ManifestsFixture.pod;
import static org.numberreader.deployment.ManifestsFixture.properties;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.Volume;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The manifests promise a cluster what the application keeps: ports, probes, limits and no privileges. */
class PodManifestsTest {
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
}
