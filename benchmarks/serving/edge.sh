#!/usr/bin/env bash
# The smallest program: bytes, milliseconds from start to the end of the first prediction, resident memory, lines per second.
# Where benchmarks/peers/setup.sh has fetched ONNX Runtime, a program around its library beside it.
source "$(dirname "$0")/common.sh"
onnx=$root/benchmarks/peers/.downloads
library=$onnx/node_modules/onnxruntime-node/bin/napi-v6/linux/x64/libonnxruntime.so.1
model=$onnx/models/784-128-10.onnx
if [ -z "${NO_PUBLISH:-}" ]; then
  publish edge samples/Edge
  [ ! -f "$library" ] || publish onnxedge benchmarks/serving/OnnxEdge
fi
image=$(seq -s ' ' 0 783 | awk '{ for (i = 1; i <= NF; i++) printf "%d ", ($i * 31) % 256; print "" }')
file=$(mktemp)
trap 'rm -f "$file"' EXIT
echo "$image" >"$file"

bytes=$(stat -c %s "$out/edge/edge")
weights=$(stat -c %s "$root/samples/Shared/digits.netgen")
awk -v all="$bytes" -v weights="$weights" 'BEGIN { printf "binary %.2f MB, of which weights %.2f MB, the rest %.2f MB\n", all / 1e6, weights / 1e6, (all - weights) / 1e6 }'
python3 "$root/benchmarks/serving/edge.py" "$file" "$out/edge/edge"

if [ -f "$library" ]; then
  awk -v program="$(stat -c %s "$out/onnxedge/onnxedge")" -v library="$(stat -Lc %s "$library")" -v model="$(stat -c %s "$model")" \
    'BEGIN { printf "with ONNX Runtime: program %.2f MB, library %.2f MB, model %.2f MB\n", program / 1e6, library / 1e6, model / 1e6 }'
  python3 "$root/benchmarks/serving/edge.py" "$file" "$out/onnxedge/onnxedge" "$library" "$model"
fi
