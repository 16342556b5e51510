#!/usr/bin/env bash
# Writes one part of a run's data into a folder of shards: so many small tasks with short programs, and as many whose grids may be large.
#   training/runs/write-part.sh FOLDER PART COUNT [options of arcmini synth for the large ones...]
# A part that is there already is not written again. Half of the inputs are grids of the training and the practice tasks, of re_arc and of
# arc_gen where ARCMINI_DATA names their folder. The tasks of training/left-out*.txt are not used, so that a model can be measured on them.
set -euo pipefail
folder=$1 part=$2 count=$3
shift 3
arcmini=${ARCMINI:-arcmini}
real=()
[ -n "${ARCMINI_DATA:-}" ] && real=(--inputs "$(printf ",$ARCMINI_DATA/%s" arc-agi_training_challenges.json practice_challenges.json re_arc/tasks arc_gen/tasks | cut -c2-)")
mkdir -p "$folder"
cat training/left-out*.txt >"$folder/left-out.txt"

write() {
    local kind=$1 draft=$folder/draft-$part-$1 file
    shift
    [ ! -e "$folder/shard-$part-$kind-00000.bin" ] || return 0
    "$arcmini" synth -q -t 1 --count "$count" --leave-out "$folder/left-out.txt" "${real[@]}" --shards "$draft" --stats "$@" 2> "$folder/$part-$kind.txt"
    mv "$draft/vocab.json" "$folder/"
    for file in "$draft"/held-out-*.bin "$draft"/shard-*.bin; do
        mv "$file" "$folder/$(basename "$file" | sed "s/-\([0-9]*\.bin\)$/-$part-$kind-\1/")"
    done
    rmdir "$draft"
}

write small --seed "$((2 * part))" --max-side 8 --max-nodes 8 --max-tokens 240
write large --seed "$((2 * part + 1))" "$@"
