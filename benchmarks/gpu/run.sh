#!/usr/bin/env bash
# On a machine with a CUDA device and PyTorch: checks numbers, times both, and prints a table, in single precision and on tensor cores. Under thirteen minutes; PRODUCTS="single tf32" runs only those. publish.sh makes the folder of the program.
set -u
here=$(cd "$(dirname "$0")" && pwd)
out=${OUT:-$here/results}
products_of_all=${PRODUCTS:-single tf32 bf16}
mkdir -p "$out"
rm -f "$out"/netgen-*.txt
program=$here/publish/gpu-benchmarks
chmod +x "$program"

for products in $products_of_all; do
  name=netgen-$products
  timeout 170 "$program" all "$products" > "$out/$name.txt" 2> "$out/$name.err"
  echo "NetGen, $products: exit code $?; $(grep -c '^ok' "$out/$name.txt") comparisons good, $(grep -c '^FAIL' "$out/$name.txt") not"
  grep '^FAIL' "$out/$name.txt" | head -20
  tail -5 "$out/$name.err"
done
timeout 150 python3 "$here/pytorch_steps.py" 110 > "$out/pytorch.jsonl" 2> "$out/pytorch.err"
grep -v Warning "$out/pytorch.err" | tail -12
python3 "$here/table.py" "$out"/netgen-*.txt "$out/pytorch.jsonl" | tee "$out/table.md"
for products in $products_of_all; do
  timeout 35 "$program" launches "$products" > /dev/null 2> "$out/launches-$products.txt"
  echo "$products"
  cat "$out/launches-$products.txt"
done
