#!/usr/bin/env bash
# The default model, as one CPU core can train it in an hour: 2 M parameters, from the weights of the last one, so that what that one learnt
# is kept.
#   training/runs/default-cpu.sh [minutes] [parts of 2 x 10,000 tasks]
# ARCMINI names the binary, PYTHON a Python with PyTorch, ARCMINI_DATA the folder of the ARC data; everything is written under out/default-cpu.
set -euo pipefail
cd "$(dirname "$0")/../.."
minutes=${1:-62}
parts=${2:-3}
python=${PYTHON:-python3}
out=out/default-cpu
export OMP_NUM_THREADS=${OMP_NUM_THREADS:-$(nproc)}

# The first part, then training on it while the rest is written: what is new is taken in at the next pass.
part() { training/runs/write-part.sh "$out/shards" "$1" 10000 --max-side 20 --max-nodes 20 --max-tokens 500; }
part 1
for i in $(seq 2 "$parts"); do part "$i"; done &
writer=$!
trap 'kill "$writer" 2> /dev/null || true' EXIT

start=(--weights models/arcmini.gguf)
[ -e "$out/run/checkpoint.pt" ] && start=(--resume "$out/run/checkpoint.pt")
"$python" training/train.py --data "$out/shards" --out "$out/run" --minutes "$minutes" "${start[@]}" \
    --context 640 --step-tokens 8192 --micro-tokens 8192 --muon-lr 0.012 --lr 0.002

for type in f16 q8_0; do
    "$python" training/export_gguf.py --weights "$out/run/weights.pt" --data "$out/shards" --out "$out/arcmini-$type.gguf" --type "$type"
done
