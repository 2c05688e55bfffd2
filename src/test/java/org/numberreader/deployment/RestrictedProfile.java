package org.numberreader.deployment;

import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.SeccompProfile;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Volume;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rules of Kubernetes' pod security standard "restricted", which contain those of "baseline". */
final class RestrictedProfile {
    private static final Set<String> SECCOMP = Set.of("RuntimeDefault", "Localhost");
    private static final Set<String> SELINUX = Set.of("", "container_t", "container_init_t", "container_kvm_t");
    private static final Set<String> SYSCTLS = Set.of(
            "kernel.shm_rmid_forced",
            "net.ipv4.ip_local_port_range",
            "net.ipv4.ip_unprivileged_port_start",
            "net.ipv4.tcp_syncookies",
            "net.ipv4.ping_group_range");

    private final List<String> violations = new ArrayList<>();

    private RestrictedProfile() {}

    /** What the cluster would refuse the pod for; empty if it takes it. */
    static List<String> violations(PodSpec pod) {
        var profile = new RestrictedProfile();
        profile.pod(pod);
        var context = Objects.requireNonNullElseGet(pod.getSecurityContext(), PodSecurityContext::new);
        Stream.concat(pod.getInitContainers().stream(), pod.getContainers().stream())
                .forEach(container -> profile.container(container, context));
        return profile.violations;
    }

    private void pod(PodSpec pod) {
        rule(!Boolean.TRUE.equals(pod.getHostNetwork()), "hostNetwork");
        rule(!Boolean.TRUE.equals(pod.getHostPID()), "hostPID");
        rule(!Boolean.TRUE.equals(pod.getHostIPC()), "hostIPC");
        rule(pod.getVolumes().stream().allMatch(RestrictedProfile::isAllowed), "volumes");
        rule(pod.getEphemeralContainers().isEmpty(), "ephemeralContainers");
        var context = pod.getSecurityContext();
        if (context != null) {
            rule(context.getSysctls().stream().allMatch(sysctl -> SYSCTLS.contains(sysctl.getName())), "sysctls");
            rule(!Long.valueOf(0).equals(context.getRunAsUser()), "runAsUser of the pod");
            rule(
                    context.getSeLinuxOptions() == null
                            || SELINUX.contains(Objects.requireNonNullElse(
                                    context.getSeLinuxOptions().getType(), "")),
                    "seLinuxOptions");
            rule(context.getWindowsOptions() == null, "windowsOptions");
        }
    }

    private void container(Container container, PodSecurityContext pod) {
        var context = Objects.requireNonNullElseGet(container.getSecurityContext(), SecurityContext::new);
        rule(!Boolean.TRUE.equals(context.getPrivileged()), "privileged");
        rule(Boolean.FALSE.equals(context.getAllowPrivilegeEscalation()), "allowPrivilegeEscalation");
        rule(
                Boolean.TRUE.equals(Objects.requireNonNullElse(
                        context.getRunAsNonRoot(), Objects.requireNonNullElse(pod.getRunAsNonRoot(), false))),
                "runAsNonRoot");
        rule(!Long.valueOf(0).equals(context.getRunAsUser()), "runAsUser");
        rule(seccomp(context.getSeccompProfile(), pod.getSeccompProfile()), "seccompProfile");
        var capabilities = context.getCapabilities();
        rule(capabilities != null && capabilities.getDrop().contains("ALL"), "capabilities.drop");
        rule(capabilities == null || Set.of("NET_BIND_SERVICE").containsAll(capabilities.getAdd()), "capabilities.add");
        rule(context.getProcMount() == null || context.getProcMount().equals("Default"), "procMount");
        rule(
                container.getPorts().stream().allMatch(port -> port.getHostPort() == null || port.getHostPort() == 0),
                "hostPort");
    }

    private static boolean seccomp(@Nullable SeccompProfile container, @Nullable SeccompProfile pod) {
        var profile = container == null ? pod : container;
        return profile != null && SECCOMP.contains(profile.getType());
    }

    private static boolean isAllowed(Volume volume) {
        return Stream.of(
                        volume.getConfigMap(),
                        volume.getCsi(),
                        volume.getDownwardAPI(),
                        volume.getEmptyDir(),
                        volume.getEphemeral(),
                        volume.getPersistentVolumeClaim(),
                        volume.getProjected(),
                        volume.getSecret())
                .anyMatch(Objects::nonNull);
    }

    private void rule(boolean kept, String name) {
        if (!kept) {
            violations.add(name);
        }
    }
}
