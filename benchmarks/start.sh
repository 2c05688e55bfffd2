#!/bin/sh
# benchmarks/start.sh [PROGRAM...]: seconds from the process' start to ready, and of processor time.
#   PROGRAM    folders like target/quarkus-app, which is the default; several start by turns. They start as in the image,
#              with its files, options and cache, but outside a container: that needs Java 25.
#              Where Java is older, the built program starts as the README says, and no PROGRAM can be named.
#   ROUNDS     how often each starts (5)
#   JAVA_HOME  which Java
#   PORT       the first of two ports to use (18300)
set -eu
cd "$(dirname "$0")/.."
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
port=${PORT:-18300}
folder=$(mktemp -d)
service=
stop() {
    [ -z "$service" ] || kill "$service" 2>/dev/null || true
    rm -rf "$folder"
}
trap stop EXIT
trap 'exit 1' HUP INT TERM

# start NAME OPTION...: starts it, tells how long it took, and stops it.
start() {
    name=$1
    shift
    began=$(date +%s.%N)
    QUARKUS_HTTP_PORT=$port QUARKUS_MANAGEMENT_PORT=$((port + 1)) QUARKUS_SHUTDOWN_DELAY=0s "$java" "$@" >"$folder/log" 2>&1 &
    service=$!
    # The line comes after the warm-up reading; to ask over HTTP all the time would take a core.
    until grep --quiet 'Listening on' "$folder/log"; do
        kill -0 "$service" || { cat "$folder/log" >&2; exit 1; }
        sleep 0.02
    done
    awk -v from="$began" -v to="$(date +%s.%N)" -v ticks="$(getconf CLK_TCK)" -v name="$name" \
        '{ printf "%s: ready after %.2f s, processor time %.2f s\n", name, to - from, ($14 + $15) / ticks }' "/proc/$service/stat"
    curl --fail --silent --show-error --output /dev/null "http://localhost:$((port + 1))/q/health/ready"
    kill "$service"
    wait "$service" || true
    service=
}

version=$("$java" -XshowSettings:properties -version 2>&1 | sed -n 's/.*java.specification.version = //p')
if [ "$version" -lt 25 ]; then
    [ $# -eq 0 ] || { echo "$0: to compare programs needs Java 25" >&2; exit 2; }
    for _ in $(seq "${ROUNDS:-5}"); do
        start "Java $version" @docker/start.args -jar target/quarkus-app/quarkus-run.jar
    done
    exit
fi

# The environment of docker/Dockerfile.
export OPENCV_IO_MAX_IMAGE_PIXELS=25000000 DJL_OFFLINE=true MALLOC_ARENA_MAX=2 MALLOC_MMAP_THRESHOLD_=1000000 \
    MALLOC_TRIM_THRESHOLD_=2000000
[ $# -gt 0 ] || set -- target/quarkus-app
number=0
for program in "$@"; do
    number=$((number + 1))
    app=$folder/$number
    cp -r "$program" "$app"
    "$java" --enable-native-access=ALL-UNNAMED docker/UnpackNatives.java "$app/lib/main" "$app/native" >/dev/null
    sed "s#/app/#$app/#g" docker/java.args >"$app/java.args"
    "$java" docker/Rehearsal.java "$java" "@$app/java.args" "-XX:AOTCacheOutput=$app/app.aot" -Xlog:aot=off \
        -jar "$app/quarkus-run.jar" >/dev/null 2>&1
done
for _ in $(seq "${ROUNDS:-5}"); do
    number=0
    for program in "$@"; do
        number=$((number + 1))
        app=$folder/$number
        start "$program" "@$app/java.args" "-XX:AOTCache=$app/app.aot" -jar "$app/quarkus-run.jar"
    done
done
