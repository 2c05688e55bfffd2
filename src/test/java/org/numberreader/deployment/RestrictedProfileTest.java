package org.numberreader.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rules themselves: what breaks one is found. */
class RestrictedProfileTest {
    private static final Path DEPLOYMENT = Manifests.FOLDER.resolve("base/deployment.yaml");

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            runAsNonRoot: true              | runAsNonRoot: false              | runAsNonRoot
            runAsUser: 10001                | runAsUser: 0                     | runAsUser of the pod
            type: RuntimeDefault            | type: Unconfined                 | seccompProfile
            allowPrivilegeEscalation: false | allowPrivilegeEscalation: true   | allowPrivilegeEscalation
            allowPrivilegeEscalation: false | runAsUser: 10001                 | allowPrivilegeEscalation
            readOnlyRootFilesystem: true    | privileged: true                 | privileged
            drop: [ALL]                     | drop: [NET_RAW]                  | capabilities.drop
            drop: [ALL]                     | {drop: [ALL], add: [SYS_ADMIN]}  | capabilities.add
            containerPort: 8080             | {containerPort: 80, hostPort: 80} | hostPort
            enableServiceLinks: false       | hostNetwork: true                | hostNetwork
            enableServiceLinks: false       | hostPID: true                    | hostPID
            sizeLimit: 256Mi                | hostPath                         | volumes
            """)
    void findsWhatBreaksARule(String kept, String broken, String rule) throws IOException {
        String whole = Files.readString(DEPLOYMENT);
        assertThat(whole).contains(kept);
        String changed = switch (broken) {
            case "hostPath" -> whole.replaceAll("emptyDir:\\s+" + kept, "hostPath: {path: /etc}");
            case "{drop: [ALL], add: [SYS_ADMIN]}" ->
                whole.replaceAll("capabilities:\\s+drop: \\[ALL]", "capabilities: " + broken);
            case "{containerPort: 80, hostPort: 80}" ->
                whole.replace(kept, "containerPort: 8080\n              hostPort: 80");
            default -> whole.replace(kept, broken);
        };

        var pods = new Manifests("changed", Manifests.parse(changed)).pods();

        assertThat(RestrictedProfile.violations(pods.get(0))).containsExactly(rule);
    }
}
