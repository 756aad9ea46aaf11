#!/usr/bin/env bash
# Requests per second and latency of samples/Service, with and without micro-batching.
source "$(dirname "$0")/common.sh"
seconds=${1:-10} connections=${2:-64}
[ -n "${NO_PUBLISH:-}" ] || publish service samples/Service

for batch in 1 64; do
  start_service --Service:MaxBatch $batch
  wrk -t1 -c"$connections" -d2s -s "$root/benchmarks/serving/digit.lua" "$url" >/dev/null
  echo -n "at most $batch together, $connections connections: "
  wrk -t1 -c"$connections" -d"${seconds}s" -s "$root/benchmarks/serving/digit.lua" "$url" | tail -1
  echo "resident memory $(resident $pid) MB"
  stop_service
done
