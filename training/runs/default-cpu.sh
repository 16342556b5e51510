#!/usr/bin/env bash
# The default model, as two CPU cores can train it in an hour: 2 M parameters, 30 M tokens (busy) to 100 M (idle).
#   training/runs/default-cpu.sh [minutes] [examples]
# Three fifths of the examples are larger tasks, two fifths small ones with short programs.
# ARCMINI names the binary, PYTHON a Python with PyTorch; everything is written under out/default-cpu.
set -euo pipefail
cd "$(dirname "$0")/../.."
minutes=${1:-62}
examples=${2:-100000}
arcmini=${ARCMINI:-arcmini}
python=${PYTHON:-python3}
out=out/default-cpu

export OMP_NUM_THREADS=${OMP_NUM_THREADS:-$(nproc)}

if [ ! -e "$out/shards/vocab.json" ]; then
    "$arcmini" synth --count $((examples * 2 / 5)) --seed 77 --max-side 8 --max-nodes 6 --max-tokens 260 --shards "$out/short"
    "$arcmini" synth --count $((examples * 3 / 5)) --seed 1 --max-side 10 --max-tokens 360 --shards "$out/shards"
    for shard in "$out"/short/shard-*.bin; do
        mv "$shard" "$out/shards/shard-1${shard##*/shard-}"
    done
fi

resume=()
[ -e "$out/run/checkpoint.pt" ] && resume=(--resume "$out/run/checkpoint.pt")
"$python" training/train.py --data "$out/shards" --out "$out/run" --minutes "$minutes" "${resume[@]}" \
    --width 192 --layers 4 --heads 3 --head-size 64 --context 4096 --step-tokens 16384 --micro-tokens 8192

for type in f16 q8_0; do
    "$python" training/export_gguf.py --weights "$out/run/weights.pt" --data "$out/shards" --out "$out/arcmini-$type.gguf" --type "$type"
done
