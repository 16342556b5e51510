#!/usr/bin/env bash
# A model of 2 M parameters, as one CPU core can train it: what the default model was before a GPU trained a larger one, in three runs.
#   training/runs/cpu.sh [minutes] [parts of 2 x 10,000 tasks]
# ARCMINI names the binary, PYTHON a Python with PyTorch, ARCMINI_DATA the folder of the ARC data; everything is written under out/cpu.
set -euo pipefail
cd "$(dirname "$0")/../.."
minutes=${1:-62}
parts=${2:-3}
python=${PYTHON:-python3}
out=out/cpu
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-$(nproc)}

# The first part, then training on it while the rest is written: what is new is taken in at the next pass.
part() { training/runs/write-part.sh "$out/shards" "$1" 10000 --max-side 20 --max-nodes 20 --max-tokens 500; }
part 1
for i in $(seq 2 "$parts"); do part "$i"; done &
writer=$!
trap 'kill "$writer" 2> /dev/null || true' EXIT

resume=()
[ -e "$out/run/checkpoint.pt" ] && resume=(--resume "$out/run/checkpoint.pt")
"$python" training/train.py --data "$out/shards" --out "$out/run" --minutes "$minutes" "${resume[@]}" \
    --context 640 --step-tokens 8192 --micro-tokens 8192 --muon-lr 0.012 --lr 0.002

for type in f16 q8_0; do
    "$python" training/export_gguf.py --weights "$out/run/weights.pt" --data "$out/shards" --out "$out/arcmini-$type.gguf" --type "$type"
done
