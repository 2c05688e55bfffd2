#!/bin/sh
# benchmarks/steps.sh [PICTURE] [JMH OPTIONS]: decode, locate, cut, recognise, search, classify and all of a picture's reading.
set -eu
cd "$(dirname "$0")/.."
picture=${1:-src/main/resources/META-INF/resources/samples/1704.png}
[ $# -eq 0 ] || shift
./mvnw -q -B -Pbenchmark test-compile
exec java -cp "target/test-classes:target/classes:$(cat target/benchmark.classpath)" \
    org.openjdk.jmh.Main StepsBenchmark -p picture="$picture" "$@"
