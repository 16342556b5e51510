"""Token shards, as `arcmini synth --shards DIR` writes them, cut into padded batches with loss weights."""
import glob
import json
import os
import queue
import sys
import threading

import numpy as np


def fail(message):
    sys.exit(f"{os.path.basename(sys.argv[0])}: {message}")


def load_vocabulary(folder):
    path = os.path.join(folder, "vocab.json")
    try:
        with open(path, encoding="utf-8") as file:
            vocabulary = json.load(file)
        for key in ("tokens", "language", "prompt", "bos", "eos", "pad", "input", "output", "program"):
            vocabulary[key]
    except OSError as error:
        fail(f"{path}: {error.strerror}; write the data with `arcmini synth --shards {folder}`")
    except (ValueError, KeyError, TypeError) as error:
        fail(f"{path}: not a vocabulary of `arcmini synth --shards` ({error})")
    return vocabulary


def shards(folder, kind):
    """The paths of a folder's shards of one kind, "shard" or "held-out"."""
    paths = sorted(glob.glob(os.path.join(folder, kind + "-*.bin")))
    if not paths:
        fail(f"{folder}: no {kind}-*.bin; write the data with `arcmini synth --shards {folder}`")
    return paths


def spans(tokens, vocabulary):
    """The start and the length of every example."""
    start = np.flatnonzero(tokens == vocabulary["bos"])
    return start, np.diff(start, append=len(tokens))


def fitted(tokens, vocabulary, context):
    """The same examples without the pairs that do not fit the context. As in the prompt of `arcmini`, the longest pairs go first and one
    always stays."""
    keep = np.ones(len(tokens), bool)
    start, length = spans(tokens, vocabulary)
    for first, size in zip(start[length > context], length[length > context]):
        pairs = first + np.flatnonzero(tokens[first:first + size] == vocabulary["input"])  # and the test, which is the last of them
        sizes = np.diff(pairs)
        for pair in np.argsort(-sizes, kind="stable")[:-1]:
            if size <= context:
                break
            keep[pairs[pair]:pairs[pair + 1]] = False
            size -= sizes[pair]
    return tokens[keep]


class Examples:
    """All examples of some shards in memory: `tokens` one after the other, example i at [start[i], start[i] + length[i])."""

    def __init__(self, paths, vocabulary, context, limit=None):
        folder = os.path.dirname(paths[0])
        self.vocabulary = vocabulary
        self.tokens = np.concatenate([np.fromfile(path, "<u2") for path in paths])
        if len(self.tokens) == 0 or int(self.tokens.max()) >= len(vocabulary["tokens"]):
            fail(f"{paths[0]} and its like are empty or do not belong to {os.path.join(folder, 'vocab.json')}")
        self.tokens = fitted(self.tokens, vocabulary, context)
        start, length = spans(self.tokens, vocabulary)
        whole = self.tokens[start + length - 1] == vocabulary["eos"]
        fits = length <= context
        self.left_out = int((~(fits & whole)).sum())
        self.start, self.length = start[fits & whole][:limit], length[fits & whole][:limit]
        if len(self.start) == 0:
            fail(f"{folder}: no example of its {len(paths)} shards is whole and fits the context of {context} tokens")

    def batch(self, chosen, output_weight, multiple, weigh_examples=False):
        """The examples `chosen` as a dict of arrays: tokens (rows, width) and, for each position the loss looks
        at: its index in the flattened input, the target id, the weight, the example, whether it is of the program."""
        v = self.vocabulary
        length = self.length[chosen]
        width = -(-(int(length.max()) - 1) // multiple) * multiple
        column = np.arange(width + 1)
        real = column < length[:, None]
        tokens = self.tokens[np.minimum(self.start[chosen][:, None] + column, len(self.tokens) - 1)].astype(np.int64)
        tokens[~real] = v["pad"]
        marker = np.isin(tokens, [v["input"], v["output"], v["program"], v["eos"], v["pad"]])
        last = np.maximum.accumulate(np.where(marker, column, 0), 1)
        section = np.take_along_axis(tokens, last, 1)
        program = real & (np.cumsum(tokens == v["program"], 1) > 0) & (tokens != v["program"])
        later_output = (section == v["output"]) & ~marker & (np.cumsum(tokens == v["output"], 1) > 1)
        weight = np.where(program, 1.0, np.where(later_output, output_weight, 0.0)).astype(np.float32)[:, 1:]
        if weigh_examples:
            share = program.sum(1, keepdims=True)
            weight = weight * (share.mean() / share).astype(np.float32)
        row, position = np.nonzero(weight)
        return {
            "tokens": tokens[:, :-1],
            "index": row * width + position,
            "target": tokens[row, position + 1],
            "weight": weight[row, position],
            "example": row,
            "program": program[row, position + 1],
            "count": int(length.sum()),
        }

    def plan(self, order, budget, multiple):
        """Groups examples of about one length, so that rows x padded width stays within the budget."""
        groups, group, width = [], [], 0
        for i in order[np.argsort(self.length[order], kind="stable")]:
            new = max(width, -(-int(self.length[i] - 1) // multiple) * multiple)
            if group and (len(group) + 1) * new > budget:
                groups.append(np.array(group))
                group, new = [], -(-int(self.length[i] - 1) // multiple) * multiple
            group.append(i)
            width = new
        if len(group) == 1 and groups and 2 * width <= budget:  # torch.compile would make a program of its own for one row
            group.insert(0, groups[-1][-1])
            groups[-1] = groups[-1][:-1]
        return groups + [np.array(group)]


def passes(folder, vocabulary, context):
    """Yields the examples of the training shards for ever: those of shards that are new since the last pass, or all
    again where none is. So data may still be written while a model trains on the first of it."""
    seen, examples = [], None
    while True:
        paths = shards(folder, "shard")
        chosen = [path for path in paths if path not in seen] or paths
        if examples is None or chosen != before:
            examples = Examples(chosen, vocabulary, context)
        seen, before = paths, chosen
        yield examples


def steps_of(examples, step_tokens, micro_tokens, output_weight, multiple, weigh_examples, rng):
    """Yields one pass over the examples, in steps: lists of micro-batches."""
    per_step = max(1, round(step_tokens / micro_tokens))
    order = rng.permutation(len(examples.start))
    window = max(1, int(64 * step_tokens / examples.length.mean()))
    for at in range(0, len(order), window):
        groups = examples.plan(order[at:at + window], micro_tokens, multiple)
        groups = [groups[i] for i in rng.permutation(len(groups))]
        for i in range(0, len(groups), per_step):
            yield [examples.batch(g, output_weight, multiple, weigh_examples) for g in groups[i:i + per_step]]


def ahead(iterator, depth=4):
    """The same iterator, computed by a thread of its own, a few items ahead."""
    ready = queue.Queue(depth)

    def work():
        for item in iterator:
            ready.put(item)

    threading.Thread(target=work, daemon=True).start()
    while True:
        yield ready.get()
