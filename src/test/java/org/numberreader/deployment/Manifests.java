package org.numberreader.deployment;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.Annotated;
import com.fasterxml.jackson.databind.introspect.JacksonAnnotationIntrospector;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.fabric8.kubernetes.api.model.ConfigMap;
import io.fabric8.kubernetes.api.model.HasMetadata;
import io.fabric8.kubernetes.api.model.Namespace;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.ServiceAccount;
import io.fabric8.kubernetes.api.model.apps.Deployment;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Kubernetes objects read as strictly as the API server's own validation does: an unknown or doubled field fails. */
record Manifests(String origin, List<HasMetadata> objects) {
    static final Path FOLDER = Path.of("k8s");

    private static final Map<String, Class<? extends HasMetadata>> KINDS = Stream.of(
                    ConfigMap.class,
                    Deployment.class,
                    HorizontalPodAutoscaler.class,
                    Ingress.class,
                    Job.class,
                    Namespace.class,
                    NetworkPolicy.class,
                    PodDisruptionBudget.class,
                    PrometheusRule.class,
                    Service.class,
                    ServiceAccount.class,
                    ServiceMonitor.class)
            .collect(Collectors.toMap(Class::getSimpleName, kind -> kind));

    private static final ObjectMapper STRICT = YAMLMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .annotationIntrospector(new JacksonAnnotationIntrospector() {
                @Override
                public Boolean hasAnySetter(Annotated member) {
                    return false; // the model classes would otherwise keep what they do not know
                }
            })
            .build();

    static Manifests ofFolder(Path folder) throws IOException {
        List<HasMetadata> objects = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Manifests::holdsObjects).sorted().toList()) {
                objects.addAll(parse(Files.readString(file)));
            }
        }
        return new Manifests(folder.toString(), objects);
    }

    /** What the cluster gets; empty where neither kustomize nor a kubectl that knows today's kustomizations is installed. */
    static Optional<Manifests> rendered(Path overlay) throws IOException, InterruptedException {
        String folder = overlay.toString();
        if (answers("kustomize", "version")) {
            return Optional.of(new Manifests(folder + ", rendered", parse(output("kustomize", "build", folder))));
        }
        // Debian 12's kubectl renders with a kustomize of 2019 and does not say with which.
        if (answers("kubectl", "version", "--client", "--output=json")
                && output("kubectl", "version", "--client", "--output=json").contains("kustomizeVersion")) {
            return Optional.of(new Manifests(folder + ", rendered", parse(output("kubectl", "kustomize", folder))));
        }
        return Optional.empty();
    }

    static List<HasMetadata> parse(String yaml) throws IOException {
        List<HasMetadata> objects = new ArrayList<>();
        try (var documents = STRICT.readerFor(JsonNode.class).<JsonNode>readValues(yaml)) {
            while (documents.hasNext()) {
                JsonNode document = documents.next();
                String kind = document.path("kind").asText();
                if (!KINDS.containsKey(kind)) {
                    throw new IOException("no kind that is known here: '" + kind + "'");
                }
                objects.add(STRICT.treeToValue(document, KINDS.get(kind)));
            }
        }
        return objects;
    }

    Deployment deployment() {
        return only(Deployment.class);
    }

    /** The one for callers. */
    Service service() {
        return objects.stream()
                .filter(Service.class::isInstance)
                .map(Service.class::cast)
                .filter(service -> service.getMetadata().getName().equals("number-reader"))
                .findFirst()
                .orElseThrow();
    }

    /** Of everything that starts pods. */
    List<PodSpec> pods() {
        return objects.stream()
                .flatMap(object -> {
                    if (object instanceof Deployment deployment) {
                        return Stream.of(deployment.getSpec().getTemplate().getSpec());
                    }
                    return object instanceof Job job
                            ? Stream.of(job.getSpec().getTemplate().getSpec())
                            : Stream.empty();
                })
                .toList();
    }

    <T extends HasMetadata> T only(Class<T> kind) {
        List<T> found =
                objects.stream().filter(kind::isInstance).map(kind::cast).toList();
        if (found.size() != 1) {
            throw new AssertionError(
                    origin + " has " + found.size() + " of kind " + kind.getSimpleName() + ", not one");
        }
        return found.get(0);
    }

    @Override
    public String toString() {
        return origin;
    }

    private static boolean holdsObjects(Path file) {
        return file.toString().endsWith(".yaml")
                && !file.endsWith("kustomization.yaml")
                && !file.endsWith("prometheus-adapter.yaml");
    }

    private static boolean answers(String... command) throws InterruptedException {
        try {
            return new ProcessBuilder(command)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (IOException notInstalled) {
            return false;
        }
    }

    private static String output(String... command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new AssertionError(String.join(" ", command) + " failed");
        }
        return output;
    }
}
