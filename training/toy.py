"""Writes a toy data set in the format of `arcmini synth --shards`: short programs of flips, turns and recolourings.

It exists to try the trainer and the exporter without the C# side; a model of a few hundred thousand
parameters learns it in minutes.

    python3 training/toy.py --out out/toy --count 20000
"""
import argparse
import json
import os

import numpy as np

MARKERS = ["<bos>", "<eos>", "<pad>", "<input>", "<output>", "<program>"]
OPERATIONS = {
    "flip_x": lambda g, *_: g[:, ::-1],
    "flip_y": lambda g, *_: g[::-1],
    "transpose": lambda g, *_: g.T,
    "rot90": lambda g, *_: np.rot90(g),
    "rot180": lambda g, *_: g[::-1, ::-1],
    "crop": lambda g, *_: g[1:-1, 1:-1] if min(g.shape) > 2 else g,
    "double": lambda g, *_: np.concatenate([g, g], 1),
    "mirror": lambda g, *_: np.concatenate([g, g[:, ::-1]], 1),
    "recolor": lambda g, a, b: np.where(g == a, b, g),
}
BYTES = [f"<0x{b:02X}>" for b in range(256)]
WORDS = [str(c) for c in range(10)] + ["/"] + ["input", "|>", "(", ")", ","] + list(OPERATIONS)
TEXTS = BYTES + MARKERS + WORDS
ID = {text: i for i, text in enumerate(TEXTS)}


def vocabulary():
    kinds = ["byte"] * len(BYTES) + ["control"] * len(MARKERS) + ["word"] * len(WORDS)
    ids = {marker[1:-1]: ID[marker] for marker in MARKERS}
    return {"language": "1", "prompt": "1", "tokens": [{"text": t, "kind": k} for t, k in zip(TEXTS, kinds)], **ids}


def grid_tokens(grid):
    return [t for row in grid for t in [*map(str, row), "/"]]


def example(rng):
    colors = rng.permutation(10)[:4]
    program, steps = ["input"], []
    for name in rng.choice(list(OPERATIONS), rng.integers(1, 4)):
        arguments = list(rng.permutation(colors)[:2]) if name == "recolor" else []
        steps.append((name, arguments))
        program += ["|>", name] + (["(", str(arguments[0]), ",", str(arguments[1]), ")"] if arguments else [])
    tokens = ["<bos>"]
    pairs = rng.integers(2, 5)
    for pair in range(pairs + 1):
        grid = rng.choice(colors, rng.integers(2, 7, 2))
        tokens += ["<input>"] + grid_tokens(grid)
        if pair < pairs:
            for name, arguments in steps:
                grid = OPERATIONS[name](grid, *arguments)
            tokens += ["<output>"] + grid_tokens(grid)
    return [ID[t] for t in tokens + ["<program>"] + program + ["<eos>"]]


def write(folder, count, held_out=500, seed=1):
    os.makedirs(folder, exist_ok=True)
    rng = np.random.default_rng(seed)
    with open(os.path.join(folder, "vocab.json"), "w") as file:
        json.dump(vocabulary(), file)
    for name, size in (("held-out-00000.bin", held_out), ("shard-00000.bin", count)):
        tokens = [t for _ in range(size) for t in example(rng)]
        np.array(tokens, dtype="<u2").tofile(os.path.join(folder, name))


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--out", required=True)
    parser.add_argument("--count", type=int, default=20000)
    parser.add_argument("--seed", type=int, default=1)
    arguments = parser.parse_args()
    write(arguments.out, arguments.count, seed=arguments.seed)
