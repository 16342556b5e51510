#!/usr/bin/env bash
# The default model on one GPU and 16 cores: short trials of some sizes and starts, then the best of them for the whole time.
#   training/runs/gpu.sh [minutes to train] [minutes until it pauses] [minutes of a trial]
# Where a command may run only for so long, give the second number and call it again: it continues where it stopped.
# ARCMINI names the binary, PYTHON a Python with PyTorch, ARCMINI_DATA the folder of the ARC data, WORK the folder for everything, OUT the
# one for what is worth keeping (in pieces of 15 MiB), START the weights to train further, CHOICE the trial to take whatever the trials say,
# and TRAIN more options for every run of train.py.
set -euo pipefail
cd "$(dirname "$0")/../.."
minutes=${1:-9}
pause=${2:-}
trial_minutes=${3:-2}
python=${PYTHON:-python3}
work=${WORK:-out/gpu}
keep=${OUT:-$work/keep}
start=${START:-models/arcmini.gguf}
trials=(further long anew wide)
mkdir -p "$work/shards" "$keep"

# What differs from trial to trial: 26 M weights trained further, with a context for all pairs too; 26 M and 36 M weights from scratch.
options() {
    case $1 in
        further) echo --weights "$start" --context 1536 --muon-lr 0.01 --lr 0.0015 ;;
        long) echo --weights "$start" --context 3072 --muon-lr 0.01 --lr 0.0015 ;;
        anew) echo --width 512 --layers 8 --heads 8 --hidden 1408 --context 1536 ;;
        wide) echo --width 576 --layers 9 --heads 9 --hidden 1536 --context 1536 ;;
        *) echo "$0: no trial is called $1; there are: ${trials[*]}" >&2; return 2 ;;
    esac
}

[ -z "${CHOICE:-}" ] || options "$CHOICE" > /dev/null

left() { awk -v pause="$pause" -v gone="$SECONDS" 'BEGIN { print pause - gone / 60 }'; }

train() { # FOLDER MINUTES [options...]
    "$python" training/train.py --data "$work/shards" --out "$1" --minutes "$2" "${@:3}" \
        --step-tokens 131072 --micro-tokens 65536 --save-minutes 2 ${TRAIN:-}
}

# Every core writes data of its own seed, in parts. Training starts on the first part and takes in the others as they come. They go on when
# the trainer pauses, and once is enough. Grids of all sizes are written; each run leaves out the pairs that its context cannot hold.
export work
setsid flock -n "$work/writing" nice -n 19 bash -c 'seq 101 400 | xargs -P "$(nproc)" -I{} training/runs/write-part.sh \
    "$work/shards" {} 10000 --max-side 30 --max-nodes 40 --max-tokens 2900' > "$work/synth.log" 2>&1 &
until ls "$work"/shards/shard-101-large-*.bin > /dev/null 2>&1; do
    sleep 1
    ! flock -n "$work/writing" true || { echo "$0: no data was written; $work/synth.log or $work/shards/*.txt says why" >&2; exit 1; }
done

# All trials are judged on the held-out programs of the first part.
if [ -z "${CHOICE:-}" ]; then
    for name in "${trials[@]}"; do
        [ -e "$work/trial-$name/weights.pt" ] && continue
        if [ -n "$pause" ] && awk -v left="$(left)" -v need="$trial_minutes" 'BEGIN { exit !(left < need + 1) }'; then
            echo "paused before the trial $name; call it again to go on"
            exit
        fi
        train "$work/trial-$name" "$trial_minutes" $(options "$name") --held-out 300 --evaluate-every 0.5
    done
    "$python" training/compare.py "${trials[@]/#/$work/trial-}" | tee "$keep/trials.txt"
    CHOICE=$(awk 'NR == 2 { print $1 }' "$keep/trials.txt")
    CHOICE=${CHOICE#trial-}
fi

chosen=$(options "$CHOICE")
resume=()
[ -e "$work/run/checkpoint.pt" ] && resume=(--resume "$work/run/checkpoint.pt")
[ -n "$pause" ] && resume+=(--pause-after "$(left)")
echo "training: $CHOICE"
train "$work/run" "$minutes" $chosen --held-out 2000 "${resume[@]}"

cp "$work/run/log.jsonl" "$work/run/loss.svg" "$keep"
"$python" training/export_gguf.py --weights "$work/run/weights.pt" --data "$work/shards" --out "$work/arcmini.gguf" --type q8_0
split -b 15M -d -a 2 "$work/arcmini.gguf" "$keep/arcmini.gguf."
