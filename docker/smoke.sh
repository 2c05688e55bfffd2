#!/bin/sh
# docker/smoke.sh IMAGE PICTURE: starts the image as a cluster would (read-only root, no root user, no capabilities,
# 1 GiB), waits until it is ready, has it read the picture and prints the answer. Fails where no number was read.
#   CONTAINER   docker or podman, with options of its own if need be; by default the one that is installed
#   RUN_OPTIONS more options for its `run`; PATIENCE: seconds to wait for it to be ready (60)
set -eu

[ $# -eq 2 ] || { echo "usage: $0 IMAGE PICTURE" >&2; exit 2; }
image=$1 picture=$2 patience=${PATIENCE:-60}
[ -r "$picture" ] || { echo "$0: cannot read $picture" >&2; exit 2; }
engine=${CONTAINER:-$(command -v podman || command -v docker)}
name=number-reader-smoke-$$

# $engine and $RUN_OPTIONS may be several words.
# shellcheck disable=SC2086
start() {
    $engine run --detach --name "$name" --network host --read-only --tmpfs /tmp:rw,size=64m --user 10001:10001 \
        --cap-drop all --security-opt no-new-privileges --memory 1g ${RUN_OPTIONS:-} "$image" >/dev/null
}

# shellcheck disable=SC2086
stop() {
    code=$?
    if [ $code -ne 0 ]; then $engine logs "$name" >&2 || true; fi
    $engine rm --force "$name" >/dev/null 2>&1 || true
    rm -f "$answer"
    exit $code
}

answer=$(mktemp)
trap stop EXIT
trap 'exit 1' HUP INT TERM

began=$(date +%s)
start
until curl --fail --silent --output /dev/null http://localhost:9000/q/health/ready; do
    if [ $(($(date +%s) - began)) -ge "$patience" ]; then
        echo "$0: not ready after $patience s" >&2
        exit 1
    fi
    sleep 0.2
done
echo "ready after $(($(date +%s) - began)) s" >&2

curl --fail-with-body --silent --show-error --max-time 30 --form "image=@$picture" --output "$answer" \
    http://localhost:8080/predict || { cat "$answer" >&2; exit 1; }
cat "$answer"
echo
grep -q '"value" *: *"[0-9]' "$answer" || { echo "$0: no number was read" >&2; exit 1; }
