#!/usr/bin/env bash
# The default model, as two CPU cores can train it in an hour: 2 M parameters, 30 M tokens (busy) to 100 M (idle).
#   training/runs/default-cpu.sh [minutes] [examples]
# ARCMINI names the binary, PYTHON a Python with PyTorch; everything is written under out/default-cpu.
set -euo pipefail
cd "$(dirname "$0")/../.."
minutes=${1:-55}
examples=${2:-400000}
arcmini=${ARCMINI:-arcmini}
python=${PYTHON:-python3}
out=out/default-cpu

export OMP_NUM_THREADS=${OMP_NUM_THREADS:-$(nproc)}

[ -e "$out/shards/vocab.json" ] || "$arcmini" synth --count "$examples" --seed 1 --shards "$out/shards"

resume=()
[ -e "$out/run/checkpoint.pt" ] && resume=(--resume "$out/run/checkpoint.pt")
"$python" training/train.py --data "$out/shards" --out "$out/run" --minutes "$minutes" "${resume[@]}" \
    --width 192 --layers 4 --heads 3 --head-size 64 --step-tokens 16384 --micro-tokens 8192

for type in f16 q8_0; do
    "$python" training/export_gguf.py --weights "$out/run/weights.pt" --data "$out/shards" --out "$out/arcmini-$type.gguf" --type "$type"
done
