"""Trains a model from scratch, or further, on the token shards of `arcmini synth --shards DIR`.

    python3 training/train.py --data out/shards --out out/run --minutes 55
    python3 training/train.py --data out/shards --out out/run2 --minutes 25 --weights out/run/weights.pt

The same command runs on a GPU (bfloat16, torch.compile, flash attention) and on CPU cores (bfloat16 where the
processor multiplies it, else float32). Ctrl-C ends a run as if its time were up: it evaluates and saves.

The run's folder then has `weights.pt` (float16, for export and further training), `checkpoint.pt` (float32 with
the optimizer's state, for --resume), `log.jsonl` and `loss.svg`.
"""
import argparse
import ctypes
import itertools
import json
import math
import os
import signal
import sys
import time

os.environ.setdefault("OMP_WAIT_POLICY", "passive")  # before PyTorch: on a busy machine, waiting threads must not spin

import numpy as np
import torch
import torch.nn.functional as F

from data import Examples, ahead, fail, load_vocabulary, passes, shards, steps_of
from export_gguf import import_gguf
from files import load, save
from model import Model
from picture import draw

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
add = parser.add_argument
add("--data", required=True, help="folder with vocab.json, shard-*.bin and held-out-*.bin")
add("--out", required=True, help="folder of this run")
add("--name", default="arcmini", help="name of the model, for the export")
# model
add("--width", type=int, default=192)
add("--layers", type=int, default=4)
add("--heads", type=int, default=3)
add("--kv-heads", type=int, help="heads of keys and values, fewer than --heads for grouped queries")
add("--head-size", type=int, default=64)
add("--hidden", type=int, help="width inside the feed-forward layers; default 8/3 of --width")
add("--context", type=int, default=2048)
add("--rope-base", type=float, default=10000.0)
add("--tied", action="store_true", help="one matrix for embedding and head")
# length and schedule
add("--minutes", type=float, help="stop after this time; the schedule follows the share of it that is gone")
add("--steps", type=int, help="stop after this many steps; with --minutes, whichever comes first")
add("--pause-after", type=float, metavar="MINUTES", help="stop and save after this time, to --resume later")
add("--warmup", type=float, default=0.02, help="share of the run")
add("--final", type=float, default=0.02, help="last learning rate, as a share of the peak")
add("--restarts", type=int, default=0, help="warm restarts of the cosine, each at half the last peak")
# optimisation
add("--step-tokens", type=int, default=16384, help="tokens of one optimizer step")
add("--micro-tokens", type=int, default=8192, help="tokens of one forward pass")
add("--optimizer", choices=("muon", "adamw"), default="muon", help="muon: for the matrices inside the blocks")
add("--lr", type=float, default=3e-3, help="peak learning rate of AdamW")
add("--muon-lr", type=float, default=0.02, help="peak learning rate of Muon")
add("--weight-decay", type=float, default=0.01)
add("--clip", type=float, default=1.0, help="largest norm of the gradient")
add("--output-weight", type=float, default=0.1, help="loss weight of the output grids after the first pair's")
add("--weigh-examples", action="store_true", help="every program counts the same, however long")
add("--seed", type=int, default=1)
# start, reports, machine
add("--resume", metavar="CHECKPOINT", help="continue this run where it stopped, schedule included")
add("--weights", metavar="WEIGHTS", help="start a new schedule from these weights (weights.pt or a GGUF of export_gguf.py); their shape is kept, "
    "tokens are matched by their texts")
add("--report-seconds", type=float, default=10)
add("--evaluate-every", type=float, default=0.1, help="share of the run between evaluations")
add("--held-out", type=int, default=1000, help="examples of the held-out shards to evaluate on")
add("--save-minutes", type=float, default=10)
add("--save-pieces", action="store_true", help="cut large files into pieces of at most 15 MiB: NAME.00, NAME.01, ...")
add("--device", default="cuda" if torch.cuda.is_available() else "cpu")
add("--dtype", choices=("auto", "float32", "bfloat16"), default="auto")
add("--threads", type=int, help="CPU threads")
add("--no-compile", action="store_true", help="without torch.compile on a GPU")

LENGTHS = (8, 16, 32, 64)  # held-out loss is given for programs of at most so many tokens, and beyond


# ---- machine -------------------------------------------------------------------------------------------------------

def prepare_machine(a):
    torch.manual_seed(a.seed)
    if a.device.startswith("cuda"):
        torch.set_float32_matmul_precision("high")
        return torch.float32 if a.dtype == "float32" else torch.bfloat16
    if a.threads:
        torch.set_num_threads(a.threads)
    try:  # glibc: keep freed memory instead of giving it back and faulting it in again every step
        libc = ctypes.CDLL(None)
        libc.mallopt(-4, 0)            # M_MMAP_MAX
        libc.mallopt(-1, 2 ** 31 - 1)  # M_TRIM_THRESHOLD
    except (OSError, AttributeError):
        pass
    if a.dtype == "auto":
        try:
            with open("/proc/cpuinfo") as file:
                flags = file.read()
        except OSError:
            flags = ""
        return torch.bfloat16 if "avx512_bf16" in flags or "amx_bf16" in flags else torch.float32
    return getattr(torch, a.dtype)


# ---- optimizer -----------------------------------------------------------------------------------------------------

def orthogonalise(g, dtype):
    """The nearest (semi-)orthogonal matrix to each of a stack, roughly: five Newton-Schulz steps (Jordan et al., Muon)."""
    tall = g.shape[-2] > g.shape[-1]
    x = g.transpose(-1, -2) if tall else g
    x = (x / (torch.linalg.matrix_norm(x, keepdim=True) + 1e-7)).to(dtype)
    for _ in range(5):
        s = x @ x.transpose(-1, -2)
        x = 3.4445 * x + (-4.7750 * s + 2.0315 * s @ s) @ x
    return (x.transpose(-1, -2) if tall else x).to(g.dtype)


class Muon(torch.optim.Optimizer):
    """Momentum whose update is made orthogonal, for matrices. A parameter that stacks several matrices is split first."""

    def __init__(self, parameters, lr, dtype, momentum=0.95, weight_decay=0.0):
        self.dtype = dtype
        super().__init__(parameters, dict(lr=lr, momentum=momentum, weight_decay=weight_decay, split=()))

    @torch.no_grad()
    def step(self):
        for group in self.param_groups:
            matrices, updates = [], []
            for p in group["params"]:
                state = self.state[p]
                if not state:
                    state["momentum"] = torch.zeros_like(p)
                m = state["momentum"].lerp_(p.grad, 1 - group["momentum"])
                g = p.grad.lerp(m, group["momentum"])
                matrices += p.split(group["split"]) if group["split"] else [p]
                updates += g.split(group["split"]) if group["split"] else [g]
            for shape in {m.shape for m in matrices}:  # all of a shape at once: on a GPU, many small products would cost more
                chosen = [i for i, m in enumerate(matrices) if m.shape == shape]
                rate = group["lr"] * max(1, shape[0] / shape[1]) ** 0.5
                for i, update in zip(chosen, orthogonalise(torch.stack([updates[i] for i in chosen]), self.dtype)):
                    matrices[i].mul_(1 - group["lr"] * group["weight_decay"]).add_(update, alpha=-rate)


def build_optimizers(model, a):
    c = model.config
    outside = [p for p in (model.embedding, model.head) if p is not None]
    inside = [p for block in model.blocks for p in block.parameters()]
    fused = {"fused": True} if a.device.startswith("cuda") else {"foreach": True}
    if a.optimizer == "adamw":
        groups = [dict(params=inside, weight_decay=a.weight_decay), dict(params=outside, weight_decay=0.0)]
        return [torch.optim.AdamW(groups, lr=a.lr, betas=(0.9, 0.95), **fused)]
    query, other = c["heads"] * c["head_size"], c["kv_heads"] * c["head_size"]
    groups = [
        dict(params=[b.qkv for b in model.blocks], split=[query, other, other]),
        dict(params=[b.gate_up for b in model.blocks], split=[c["hidden"], c["hidden"]]),
        dict(params=[p for b in model.blocks for p in (b.out, b.down)]),
    ]
    return [
        Muon(groups, lr=a.muon_lr, dtype=model.compute, weight_decay=a.weight_decay),
        torch.optim.AdamW(outside, lr=a.lr, betas=(0.9, 0.95), weight_decay=0.0, **fused),
    ]


def learning_rate(share, a):
    """The factor of the peak learning rate when this share of the run is gone."""
    if share < a.warmup:
        return max(share, 1e-4) / a.warmup
    rest = min(1.0, (share - a.warmup) / (1 - a.warmup)) * (a.restarts + 1)
    cycle = min(int(rest), a.restarts)
    return 0.5 ** cycle * (a.final + (1 - a.final) * 0.5 * (1 + math.cos(math.pi * (rest - cycle))))


# ---- loss ----------------------------------------------------------------------------------------------------------

def to_device(batch, device):
    pinned = (lambda x: x.pin_memory()) if device.startswith("cuda") else (lambda x: x)
    move = lambda x: pinned(torch.from_numpy(x)).to(device, non_blocking=True)
    return {k: move(v) if k in ("tokens", "index", "target", "weight") else v for k, v in batch.items()}


def position_losses(trunk, tail, batch):
    x = trunk(batch["tokens"]).flatten(0, 1)
    logits = tail(x.index_select(0, batch["index"]))
    return F.cross_entropy(logits, batch["target"], reduction="none"), logits


@torch.no_grad()
def evaluate(trunk, tail, examples, a):
    """Held-out figures: nats per program token, in all and by program length, nats per output token, and the share of
    programs whose every token is the likeliest one (what greedy sampling would get exactly right)."""
    program = np.zeros((len(LENGTHS) + 1, 4))  # tokens, nats, programs, programs exactly right
    output = np.zeros(2)
    for chosen in examples.plan(np.arange(len(examples.start)), a.micro_tokens, a.multiple):
        batch = to_device(examples.batch(chosen, 1.0, a.multiple), a.device)
        losses, logits = position_losses(trunk, tail, batch)
        right = (logits.argmax(-1) == batch["target"]).cpu().numpy()
        losses = losses.float().cpu().numpy().astype(np.float64)
        of_program, row = batch["program"], batch["example"]
        output += (~of_program).sum(), losses[~of_program].sum()
        rows = len(chosen)
        tokens = np.bincount(row[of_program], minlength=rows)
        nats = np.bincount(row[of_program], losses[of_program], rows)
        wrong = np.bincount(row[of_program], ~right[of_program], rows)
        bucket = np.searchsorted(LENGTHS, tokens)
        for column, values in enumerate((tokens, nats, np.ones(rows), wrong == 0)):
            np.add.at(program[:, column], bucket, values)
    names = [f"<={n}" for n in LENGTHS] + [f">{LENGTHS[-1]}"]
    total = program.sum(0)
    return {
        "held_out_loss": float(total[1] / total[0]),
        "held_out_exact": float(total[3] / total[2]),
        "held_out_output_loss": float(output[1] / max(1, output[0])),
        "by_length": {n: {"programs": int(p[2]), "loss": round(float(p[1] / p[0]), 4), "exact": round(float(p[3] / p[2]), 4)}
                      for n, p in zip(names, program) if p[2]},
    }


# ---- the start ---------------------------------------------------------------------------------------------------------

def start_from(path, vocabulary, context):
    """A run's weights, or those of a GGUF, for this vocabulary and context. A token is the one of the same text; those that the
    weights do not know start as the mean of all that they do."""
    kept = import_gguf(path) if path.endswith(".gguf") else load(path)
    texts = [t["text"] for t in vocabulary["tokens"]]
    row = {text: i for i, text in enumerate(kept["texts"])}
    for name in ("embedding", "head"):
        if name in kept["model"]:
            old = kept["model"][name].float()
            mean = old.mean(0)
            kept["model"][name] = torch.stack([old[row[text]] if text in row else mean for text in texts])
    kept["texts"] = texts
    kept["config"].update(vocabulary=len(texts), context=context)
    return kept


# ---- the run -------------------------------------------------------------------------------------------------------

def main():
    a = parser.parse_args()
    if not a.minutes and not a.steps:
        parser.error("say how long: --minutes or --steps")
    dtype = prepare_machine(a)
    gpu = a.device.startswith("cuda")
    a.multiple = 64 if gpu else 8
    os.makedirs(a.out, exist_ok=True)
    vocabulary = load_vocabulary(a.data)
    stream = passes(a.data, vocabulary, a.context)
    training = next(stream)
    held_out = Examples(shards(a.data, "held-out"), vocabulary, a.context, a.held_out)

    kept = load(a.resume) if a.resume else start_from(a.weights, vocabulary, a.context) if a.weights else None
    if a.resume and "optimizers" not in kept:
        fail(f"{a.resume}: weights only, without the optimizer's state; use --weights")
    if a.resume and kept["texts"] != [t["text"] for t in vocabulary["tokens"]]:
        fail(f"{a.data}: its vocabulary is not the one that {a.resume} was trained with")
    config = kept["config"] if kept else dict(
        vocabulary=len(vocabulary["tokens"]), width=a.width, layers=a.layers, heads=a.heads,
        kv_heads=a.kv_heads or a.heads, head_size=a.head_size, hidden=a.hidden or round(a.width / 12) * 32,
        context=a.context, rope_base=a.rope_base, tied=a.tied)
    model = Model(config)
    if kept:
        model.load_state_dict(kept["model"])
    model.to(a.device)
    model.compute = dtype
    optimizers = build_optimizers(model, a)
    peaks = [[g["lr"] for g in o.param_groups] for o in optimizers]
    state = dict(step=0, examples=0, tokens=0, program_tokens=0, seconds=0.0,
                 earlier_tokens=sum(kept["state"][k] for k in ("tokens", "earlier_tokens")) if kept else 0)
    if a.resume:
        state = kept["state"]
        for optimizer, saved in zip(optimizers, kept["optimizers"]):
            optimizer.load_state_dict(dict(optimizer.state_dict(), state=saved))
    elif os.path.exists(os.path.join(a.out, "log.jsonl")):
        os.remove(os.path.join(a.out, "log.jsonl"))
    trunk, tail = model.trunk, model.tail
    if gpu and not a.no_compile:
        trunk, tail = torch.compile(trunk, dynamic=True), torch.compile(tail, dynamic=True)

    def say(record):
        with open(os.path.join(a.out, "log.jsonl"), "a") as file:
            file.write(json.dumps(record) + "\n")
        print("  ".join(f"{k} {v:.4g}" if isinstance(v, float) else f"{k} {v}" for k, v in record.items()), flush=True)

    def write(record):
        weights = {k: v.half() for k, v in model.state_dict().items()}
        about = json.dumps(dict(config=config, texts=[t["text"] for t in vocabulary["tokens"]], name=a.name,
                                state=state, held_out={k: v for k, v in record.items() if k.startswith("held_out")}))
        save(dict(about=about, model=weights), os.path.join(a.out, "weights.pt"), a.save_pieces)
        save(dict(about=about, model=model.state_dict(), optimizers=[o.state_dict()["state"] for o in optimizers]),
             os.path.join(a.out, "checkpoint.pt"), a.save_pieces)
        draw(os.path.join(a.out, "log.jsonl"), os.path.join(a.out, "loss.svg"))

    count = sum(p.numel() for p in model.parameters())
    say(dict(event="start", parameters=count, examples=len(training.start), left_out=training.left_out,
             example_tokens=float(training.length.mean()), device=a.device, dtype=str(dtype)[6:],
             threads=torch.get_num_threads(), torch=torch.__version__, config=config,
             options={k: v for k, v in vars(a).items() if v is not None}))

    stopping = []

    def stop(number, _):
        if stopping:
            sys.exit(130)
        stopping.append(number)
        print("stopping: this step is finished and saved; once more to stop at once", flush=True)

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)

    rng = np.random.default_rng([a.seed, state["step"]])
    steps = ahead(step for examples in itertools.chain([training], stream)
                  for step in steps_of(examples, a.step_tokens, a.micro_tokens, a.output_weight, a.multiple, a.weigh_examples, rng))
    launched = began = reported = saved = time.time()
    before, window, evaluated = state["seconds"], [], 0.0
    reported_tokens, record, compiled = state["tokens"], {}, False
    while True:
        state["seconds"] = before + time.time() - began
        share = max(state["seconds"] / 60 / a.minutes if a.minutes else 0, state["step"] / a.steps if a.steps else 0)
        pause = a.pause_after and time.time() - launched > a.pause_after * 60
        last = share >= 1 or bool(stopping) or bool(pause)
        if last or share >= evaluated + a.evaluate_every:
            record = dict(event="evaluation", step=state["step"], examples=state["examples"], tokens=state["tokens"],
                          seconds=state["seconds"],
                          **evaluate(model.trunk, model.tail, held_out, a))
            say(record)
            evaluated = share
            if last or time.time() - saved > a.save_minutes * 60:
                write(record)
                saved = time.time()
        if last:
            break
        factor = learning_rate(share, a)
        for optimizer, peak in zip(optimizers, peaks):
            for group, lr in zip(optimizer.param_groups, peak):
                group["lr"] = lr * factor
        step = next(steps)
        total = sum(float(b["weight"].sum()) for b in step)
        step_loss = 0
        for batch in step:
            batch = to_device(batch, a.device)
            nats, _ = position_losses(trunk, tail, batch)
            loss = (nats * batch["weight"]).sum() / total
            loss.backward()
            step_loss = step_loss + loss.detach()
            state["tokens"] += batch["count"]
            state["examples"] += len(batch["tokens"])
            state["program_tokens"] += int(batch["program"].sum())
        torch.nn.utils.clip_grad_norm_(model.parameters(), a.clip)
        for optimizer in optimizers:
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
        state["step"] += 1
        window.append(step_loss)
        if not compiled:  # the schedule's clock does not run while the first step is compiled
            compiled, began = True, time.time()
        if time.time() - reported > a.report_seconds:
            now = time.time()
            mean = torch.stack(window).mean().item()
            if not math.isfinite(mean):
                fail(f"the loss is no longer a number at step {state['step']}; start again with a smaller --lr and --muon-lr")
            say(dict(event="train", step=state["step"], tokens=state["tokens"], seconds=before + now - began, loss=mean,
                     rate=factor, tokens_per_second=(state["tokens"] - reported_tokens) / (now - reported)))
            reported, reported_tokens, window = now, state["tokens"], []


if __name__ == "__main__":
    main()
