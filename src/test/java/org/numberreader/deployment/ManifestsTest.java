package org.numberreader.deployment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.numberreader.deployment.ManifestsFixture.BASE;
import static org.numberreader.deployment.ManifestsFixture.LOCAL;
import static org.numberreader.deployment.ManifestsFixture.SCAN_JOB;
import static org.numberreader.deployment.ManifestsFixture.container;
import static org.numberreader.deployment.ManifestsFixture.pod;

import io.fabric8.kubernetes.api.model.batch.v1.Job;
import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every folder of manifests holds what Kubernetes knows, and nothing else. */
class ManifestsTest {
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
}
