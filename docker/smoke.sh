#!/bin/sh
# docker/smoke.sh IMAGE PICTURE: starts the image as a cluster would (read-only root, no root user, no capabilities,
# 1 GiB), waits until it is ready, has it read the picture and prints the answer. Fails where no number was read.
#   CONTAINER      docker or podman, with options of its own if need be; by default the one that is installed
#   RUN_OPTIONS    more options for its `run`
#   HTTP, MANAGEMENT  the ports to use on this machine (8080, 9000)
#   NETWORK=host   where the engine cannot publish ports
#   PATIENCE       seconds to wait for it to be ready (60)
set -eu

[ $# -eq 2 ] || { echo "usage: $0 IMAGE PICTURE" >&2; exit 2; }
image=$1 picture=$2
[ -r "$picture" ] || { echo "$0: cannot read $picture" >&2; exit 2; }
engine=${CONTAINER:-$(command -v podman || command -v docker)}
http=${HTTP:-8080} management=${MANAGEMENT:-9000}
case ${NETWORK:-} in
    host) ports="--network host --env QUARKUS_HTTP_PORT=$http --env QUARKUS_MANAGEMENT_PORT=$management" ;;
    *) ports="--publish 127.0.0.1:$http:8080 --publish 127.0.0.1:$management:9000" ;;
esac
name=number-reader-smoke-$$
answer=$(mktemp)

seconds() {
    awk -v from="$began" -v to="$(date +%s.%N)" 'BEGIN { printf "%.1f", to - from }'
}

# What is unquoted below may be several words or none.
# shellcheck disable=SC2086
stop() {
    code=$?
    if [ $code -ne 0 ]; then $engine logs "$name" >&2 || true; fi
    $engine rm --force "$name" >/dev/null 2>&1 || true
    rm -f "$answer"
    exit $code
}

# Another service on these ports would answer in this one's place.
! curl --silent --output /dev/null "http://localhost:$management/" || { echo "$0: port $management is taken" >&2; exit 2; }

trap stop EXIT
trap 'exit 1' HUP INT TERM
began=$(date +%s.%N)
# shellcheck disable=SC2086
$engine run --detach --name "$name" $ports --read-only --tmpfs /tmp:rw,size=64m --user 10001:10001 --cap-drop all \
    --security-opt no-new-privileges --memory 1g ${RUN_OPTIONS:-} "$image" >/dev/null
until curl --fail --silent --output /dev/null "http://localhost:$management/q/health/ready"; do
    # shellcheck disable=SC2086
    [ "$($engine inspect --format '{{.State.Running}}' "$name")" = true ] || { echo "$0: it stopped" >&2; exit 1; }
    [ "$(seconds | cut -d . -f 1)" -lt "${PATIENCE:-60}" ] || { echo "$0: not ready after $(seconds) s" >&2; exit 1; }
    sleep 0.1
done
echo "ready after $(seconds) s" >&2

curl --silent --show-error --fail-with-body --max-time 30 --form "image=@$picture" --output "$answer" \
    "http://localhost:$http/predict" || { cat "$answer" >&2; exit 1; }
cat "$answer"
echo
grep -q '"value" *: *"[0-9]' "$answer" || { echo "$0: no number was read" >&2; exit 1; }
