#!/usr/bin/env bash
# The 30 M model on one H200 in 25 minutes: about 1.3 billion tokens, 5 million tasks.
#   training/runs/h200.sh [minutes to train] [minutes until it pauses]
# Where a command may run only for so long, give the second number and call it again: it continues from its checkpoint.
# ARCMINI names the binary, PYTHON a Python with PyTorch, ARCMINI_DATA the folder of the ARC data, OUT the folder for what is worth keeping (16-bit weights,
# GGUF, log; in pieces of 15 MiB); everything else is written under out/h200.
set -euo pipefail
cd "$(dirname "$0")/../.."
minutes=${1:-25}
pause=${2:-}
python=${PYTHON:-python3}
work=out/h200
keep=${OUT:-$work/keep}
mkdir -p "$work/shards" "$keep"

# Every core writes data of its own seed, in parts: the trainer starts on the first and takes in the rest as they come.
part() { training/runs/write-part.sh "$work/shards" "$1" 10000 --max-side 30 --max-nodes 40 --max-tokens 1200; }
export -f part
export work
cores=$(nproc)
seq 1 "$cores" | xargs -P "$cores" -I{} bash -c 'part {}'
seq "$((cores + 1))" 250 | nice xargs -P "$((cores > 2 ? cores - 2 : 1))" -I{} bash -c 'part {}' > "$work/synth.log" 2>&1 &
writer=$!
trap 'kill "$writer" 2> /dev/null || true' EXIT

resume=()
[ -e "$work/run/checkpoint.pt" ] && resume=(--resume "$work/run/checkpoint.pt")
[ -n "$pause" ] && resume+=(--pause-after "$pause")
"$python" training/train.py --data "$work/shards" --out "$work/run" --minutes "$minutes" "${resume[@]}" \
    --width 512 --layers 9 --heads 8 --head-size 64 --hidden 1408 --context 1536 --step-tokens 262144 --micro-tokens 131072 \
    --held-out 4000 --save-minutes 5

"$python" training/export_gguf.py --weights "$work/run/weights.pt" --data "$work/shards" --out "$work/arcmini-q8_0.gguf" --type q8_0
cp "$work/run/log.jsonl" "$work/run/loss.svg" "$keep"
split -b 15M -d -a 2 "$work/run/weights.pt" "$keep/weights.pt."
