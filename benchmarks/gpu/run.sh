#!/usr/bin/env bash
# On a machine with a CUDA device and PyTorch: checks numbers, times both, and prints a table. Under six minutes. publish.sh makes the folder of the program.
set -u
here=$(cd "$(dirname "$0")" && pwd)
out=${OUT:-$here/results}
mkdir -p "$out"
program=$here/publish/gpu-benchmarks
chmod +x "$program"

timeout 100 "$program" check > "$out/check.txt" 2> "$out/check.err"
echo "check: exit code $?; $(grep -c '^ok' "$out/check.txt") good, $(grep -c '^FAIL' "$out/check.txt") not"
grep '^FAIL' "$out/check.txt" | head -20
tail -3 "$out/check.err"
timeout 60 "$program" time > "$out/netgen.jsonl" 2> "$out/netgen.err"
tail -3 "$out/netgen.err"
timeout 40 "$program" launches > /dev/null 2> "$out/launches.txt"
timeout 230 python3 "$here/pytorch_steps.py" 170 > "$out/pytorch.jsonl" 2> "$out/pytorch.err"
grep -v Warning "$out/pytorch.err" | tail -12
python3 "$here/table.py" "$out/netgen.jsonl" "$out/pytorch.jsonl" | tee "$out/table.md"
cat "$out/launches.txt"
