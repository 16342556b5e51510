#!/usr/bin/env bash
# The default model: 26 M parameters, on one GPU and 16 cores in ten minutes.
#   training/runs/gpu.sh [minutes to train] [minutes until it pauses]
# Where a command may run only for so long, give the second number and call it again: it continues from its checkpoint.
# ARCMINI names the binary, PYTHON a Python with PyTorch, ARCMINI_DATA the folder of the ARC data, WORK the folder for everything, OUT the one for what
# is worth keeping (16-bit weights, log; in pieces of 15 MiB), START weights to train further instead of new ones (models/arcmini.gguf).
set -euo pipefail
cd "$(dirname "$0")/../.."
minutes=${1:-9}
pause=${2:-}
python=${PYTHON:-python3}
work=${WORK:-out/gpu}
keep=${OUT:-$work/keep}
mkdir -p "$work/shards" "$keep"

# Every core writes data of its own seed, in parts: the trainer starts on the first and takes in the rest as they come. They go on when the
# trainer pauses, and once is enough.
export work
setsid flock -n "$work/writing" nice -n 19 bash -c 'seq 101 400 | xargs -P "$(nproc)" -I{} training/runs/write-part.sh "$work/shards" {} 10000 --max-side 30 --max-nodes 40 --max-tokens 1200' \
    > "$work/synth.log" 2>&1 &
until ls "$work"/shards/shard-*.bin > /dev/null 2>&1; do sleep 1; done

resume=(${START:+--weights "$START"})
[ -e "$work/run/checkpoint.pt" ] && resume=(--resume "$work/run/checkpoint.pt")
[ -n "$pause" ] && resume+=(--pause-after "$pause")
"$python" training/train.py --data "$work/shards" --out "$work/run" --minutes "$minutes" "${resume[@]}" \
    --width 512 --layers 8 --heads 8 --head-size 64 --hidden 1408 --context 1536 --step-tokens 131072 --micro-tokens 65536 \
    --held-out 2000 --save-minutes 2

cp "$work/run/log.jsonl" "$work/run/loss.svg" "$keep"
split -b 15M -d -a 2 "$work/run/weights.pt" "$keep/weights.pt."
