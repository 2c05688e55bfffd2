#!/bin/sh
# benchmarks/growth.sh [URL PICTURE]: the growth curves of reading in-process, or of a running service with its callers.
set -eu
cd "$(dirname "$0")/.."
./mvnw -q -B -Pbenchmark test-compile
exec java -cp "target/test-classes:target/classes:$(cat target/benchmark.classpath)" \
    org.numberreader.training.report.Growth benchmarks/results "$@"
