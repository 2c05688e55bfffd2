#!/bin/sh
# benchmarks/versus.sh PICTURE [CONNECTIONS]: the service beside each peer that can be started here, in turn.
#   PEERS  the folder with fastapi-ort and seed-flask (../shared/peers)
#   BENCH  the folder with versus.sh (../shared/bench); it needs wrk
#   VENV   a Python environment with what the peers need; by default what is on the PATH
#   PORT   the first of four ports to use (18300)
set -eu
[ $# -ge 1 ] || { echo "usage: $0 PICTURE [CONNECTIONS]" >&2; exit 2; }
picture=$(realpath "$1") connections=${2:-8}
cd "$(dirname "$0")/.."
peers=$(realpath "${PEERS:-../shared/peers}") bench=$(realpath "${BENCH:-../shared/bench}") port=${PORT:-18300}
PATH=${VENV:+$VENV/bin:}$PATH
started=

stop() {
    for process in $started; do kill "$process" 2>/dev/null || true; done
    wait
}
trap stop EXIT
trap 'exit 1' HUP INT TERM

# await PROCESS URL: until it answers; fails if the process ends before.
await() {
    for _ in $(seq 600); do
        ! curl --fail --silent --output /dev/null "$2" || return 0
        kill -0 "$1" 2>/dev/null || return 1
        sleep 0.1
    done
    return 1
}

QUARKUS_HTTP_PORT=$port QUARKUS_MANAGEMENT_PORT=$((port + 1)) \
    java @docker/start.args -jar target/quarkus-app/quarkus-run.jar >/dev/null &
service=$! started="$started $!"
await $service "http://localhost:$((port + 1))/q/health/ready" || { echo "$0: the service does not start" >&2; exit 1; }
curl --fail --silent --show-error --form "image=@$picture" "http://localhost:$port/predict?alternatives=0"
echo

# beside NAME PORT COMMAND...: starts a peer in its folder and measures both; says so where it cannot run.
beside() {
    name=$1 at=$2
    shift 2
    (cd "$peers/$name" && exec "$@" >/dev/null 2>&1) &
    started="$started $!"
    if await $! "http://localhost:$at/health"; then
        echo "A the service, B $name, $connections connections"
        "$bench/versus.sh" "http://localhost:$port/predict" "http://localhost:$at/predict" "$picture" "$connections"
    else
        echo "$name cannot be run here: see the README beside it for what it needs" >&2
    fi
}
beside fastapi-ort $((port + 2)) env MODEL=seed.onnx uvicorn app:app --workers 2 --port $((port + 2))
beside seed-flask $((port + 3)) env MODEL=seed.keras gunicorn -w 2 -b "127.0.0.1:$((port + 3))" app:app
