#!/usr/bin/env bash
# The smallest program: bytes, milliseconds from start to the end of the first prediction, resident memory.
source "$(dirname "$0")/common.sh"
[ -n "${NO_PUBLISH:-}" ] || publish edge Edge
image=$(seq -s ' ' 0 783 | awk '{ for (i = 1; i <= NF; i++) printf "%d ", ($i * 31) % 256; print "" }')
file=$(mktemp)
trap 'rm -f "$file"' EXIT
echo "$image" >"$file"

bytes=$(stat -c %s "$out/edge/edge")
weights=$(stat -c %s "$root/samples/Shared/digits.netgen")
awk -v all="$bytes" -v weights="$weights" 'BEGIN { printf "binary %.2f MB, of which weights %.2f MB, the rest %.2f MB\n", all / 1e6, weights / 1e6, (all - weights) / 1e6 }'

python3 - "$out/edge/edge" "$file" <<'PY'
import os, subprocess, sys, time
binary, image = sys.argv[1], open(sys.argv[2], "rb").read()
times = []
for _ in range(31):
    start = time.perf_counter()
    child = subprocess.Popen([binary], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    child.stdin.write(image)
    child.stdin.flush()
    answer = child.stdout.readline()
    times.append(1e3 * (time.perf_counter() - start))
    status = open(f"/proc/{child.pid}/status").read()
    child.stdin.close()
    child.wait()
nothing = []
for _ in range(31):
    start = time.perf_counter()
    subprocess.Popen(["/bin/true"]).wait()
    nothing.append(1e3 * (time.perf_counter() - start))
memory = {line.split(":")[0]: int(line.split()[1]) / 1024 for line in status.splitlines() if line.startswith(("VmRSS", "VmHWM", "RssAnon", "RssFile"))}
times.sort(); nothing.sort()
print(f"start to first prediction: median {times[15]:.2f} ms, fastest {times[0]:.2f} ms (starting /bin/true from here takes {nothing[15]:.2f} ms); answer {answer.decode().strip()}")
print(f"resident {memory['VmRSS']:.1f} MB, of which anonymous {memory['RssAnon']:.1f} MB, files {memory['RssFile']:.1f} MB; most {memory['VmHWM']:.1f} MB")
PY
