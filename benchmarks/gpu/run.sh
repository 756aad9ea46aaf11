#!/usr/bin/env bash
# On a machine with a CUDA device and PyTorch: checks numbers, times both, and prints a table. Under six minutes. publish.sh makes the folder of the program.
set -u
here=$(cd "$(dirname "$0")" && pwd)
out=${OUT:-$here/results}
mkdir -p "$out"
program=$here/publish/gpu-benchmarks
chmod +x "$program"

timeout 170 "$program" all > "$out/netgen.txt" 2> "$out/netgen.err"
echo "NetGen: exit code $?; $(grep -c '^ok' "$out/netgen.txt") comparisons good, $(grep -c '^FAIL' "$out/netgen.txt") not"
grep '^FAIL' "$out/netgen.txt" | head -20
tail -5 "$out/netgen.err"
timeout 150 python3 "$here/pytorch_steps.py" 110 > "$out/pytorch.jsonl" 2> "$out/pytorch.err"
grep -v Warning "$out/pytorch.err" | tail -12
python3 "$here/table.py" "$out/netgen.txt" "$out/pytorch.jsonl" | tee "$out/table.md"
timeout 35 "$program" launches > /dev/null 2> "$out/launches.txt"
cat "$out/launches.txt"
