#!/usr/bin/env bash
# Load for a while, bad requests among it: memory must not grow, and the service must go on.
source "$(dirname "$0")/common.sh"
seconds=${1:-600}
[ -n "${NO_PUBLISH:-}" ] || publish service samples/Service
start_service --Service:RequestTimeoutMilliseconds 1000
host=${url#http://} port=${url##*:}

bad_requests() {
  while kill -0 "$pid" 2>/dev/null; do
    curl -s -o /dev/null -X POST -H 'content-type: application/json' -d '{"pixels": [1, 2' "$url/predict" || true            # malformed
    head -c 100000 /dev/zero | curl -s -o /dev/null -X POST -H 'content-type: application/octet-stream' --data-binary @- "$url/predict" || true   # oversized
    (exec 3<>"/dev/tcp/127.0.0.1/$port" && printf 'POST /predict HTTP/1.1\r\nHost: %s\r\nContent-Length: 784\r\n\r\nabc' "$host" >&3) 2>/dev/null || true   # ends early
    (exec 3<>"/dev/tcp/127.0.0.1/$port" && printf 'POST /predict HTTP/1.1\r\nHost: %s\r\nContent-Type: application/octet-stream\r\nContent-Length: 784\r\n\r\nabc' "$host" >&3 && sleep 1.5) 2>/dev/null || true   # slow
    sleep 0.2
  done
}

wrk -t1 -c32 -d15s -s "$root/benchmarks/serving/digit.lua" "$url" | tail -1
before=$(resident "$pid")
bad_requests &
bad=$!
trap 'kill $pid $bad 2>/dev/null || true' EXIT
wrk -t1 -c32 -d"${seconds}s" -s "$root/benchmarks/serving/digit.lua" "$url" | tail -1
after=$(resident "$pid")
curl -fsS "$url/health"
echo
kill $bad 2>/dev/null || true
stop_service
echo "resident memory $before MB after 15 s, $after MB after $seconds s more"
awk -v before="$before" -v after="$after" 'BEGIN { exit !(after <= before * 1.1 + 5) }' || { echo "memory has grown" >&2; exit 1; }
