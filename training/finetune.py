"""Fine-tunes an existing causal language model, such as Qwen2.5-0.5B-Instruct, on the text form of the synthetic tasks.

    python3 training/finetune.py --model path/to/Qwen2.5-0.5B-Instruct --train out/text/train.jsonl \\
        --held-out out/text/held-out.jsonl --out out/qwen --minutes 60

Each line of the data is a JSON object with "prompt" and "completion", as `arcmini synth --text` writes them; the
loss is on the completion and the end-of-text token after it. --lora 64 trains adapters of that rank in place of all
weights and merges them in the end, so that what is saved is a whole model either way, ready for conversion to GGUF.
--random-init-config tiny tries everything on a small random Qwen2 that reads bytes and needs no files.

Needs transformers and, for --lora, peft.
"""
import argparse
import json
import math
import os
import sys
import time

import numpy as np
import torch
import torch.nn.functional as F

parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
add = parser.add_argument
add("--model", help="folder (or name) of a model in Hugging Face form")
add("--random-init-config", choices=("tiny",), help="a random Qwen2 of this size, in place of --model")
add("--train", required=True, help="JSON lines to train on")
add("--held-out", required=True, help="JSON lines to evaluate on")
add("--out", required=True, help="folder for the model and log.jsonl")
add("--lora", type=int, default=0, metavar="RANK", help="train adapters of this rank instead of all weights")
add("--minutes", type=float, help="stop after this time")
add("--steps", type=int, help="stop after this many steps")
add("--context", type=int, default=4096, help="longer examples are left out")
add("--step-tokens", type=int, default=65536)
add("--micro-tokens", type=int, default=16384)
add("--lr", type=float, help="peak learning rate; default 2e-5, with --lora 2e-4")
add("--warmup", type=float, default=0.03, help="share of the run")
add("--weight-decay", type=float, default=0.0)
add("--evaluate-every", type=float, default=0.1, help="share of the run between evaluations")
add("--checkpoint-activations", action="store_true", help="less memory, a third slower")
add("--seed", type=int, default=1)
add("--device", default="cuda" if torch.cuda.is_available() else "cpu")


def fail(message):
    sys.exit(f"finetune.py: {message}")


class Bytes:
    """The tokenizer of the random model: a token is a byte."""
    eos_token_id = 256

    def encode(self, text, add_special_tokens=False):
        return list(text.encode())

    def save_pretrained(self, folder):
        pass


def load_model(a):
    try:
        import transformers
    except ImportError:
        fail("transformers is not installed; `pip install transformers peft`")
    dtype = torch.bfloat16 if a.device.startswith("cuda") else torch.float32
    if a.random_init_config:
        config = transformers.Qwen2Config(
            vocab_size=257, hidden_size=64, intermediate_size=128, num_hidden_layers=2, num_attention_heads=4,
            num_key_value_heads=2, max_position_embeddings=a.context, tie_word_embeddings=True,
            bos_token_id=None, eos_token_id=256, pad_token_id=256)
        model, tokenizer = transformers.Qwen2ForCausalLM(config), Bytes()
    else:
        tokenizer = transformers.AutoTokenizer.from_pretrained(a.model)
        model = transformers.AutoModelForCausalLM.from_pretrained(a.model)
    model.config.use_cache = False
    if a.lora:
        try:
            import peft
        except ImportError:
            fail("--lora needs peft; `pip install peft`")
        model.to(dtype)
        model = peft.get_peft_model(model, peft.LoraConfig(
            task_type="CAUSAL_LM", r=a.lora, lora_alpha=2 * a.lora, lora_dropout=0.0, target_modules="all-linear"))
        for p in model.parameters():
            if p.requires_grad:
                p.data = p.data.float()
    else:
        model.float()  # master weights; the products run in bfloat16 under autocast
    if a.checkpoint_activations:
        model.gradient_checkpointing_enable(gradient_checkpointing_kwargs={"use_reentrant": False})
        model.enable_input_require_grads()
    return model.to(a.device), tokenizer, dtype


def read(path, tokenizer, context):
    """[(token ids, number of prompt tokens)] of the lines that fit the context."""
    examples, left_out = [], 0
    try:
        with open(path, encoding="utf-8") as file:
            for number, line in enumerate(file, 1):
                try:
                    item = json.loads(line)
                    prompt, completion = item["prompt"], item["completion"]
                except (ValueError, KeyError, TypeError):
                    fail(f"{path}:{number}: expected a JSON object with \"prompt\" and \"completion\"")
                prompt = tokenizer.encode(prompt, add_special_tokens=False)
                ids = prompt + tokenizer.encode(completion, add_special_tokens=False) + [tokenizer.eos_token_id]
                if len(ids) <= context:
                    examples.append((np.array(ids, np.int32), len(prompt)))
                else:
                    left_out += 1
    except OSError as error:
        fail(f"{path}: {error.strerror}; write it with `arcmini synth --text`")
    if not examples:
        fail(f"{path}: no example fits --context {context}")
    print(f"{path}: {len(examples)} examples, {left_out} left out as longer than {context} tokens", flush=True)
    return examples


def groups(examples, order, budget):
    """Groups of indices of about one length, rows x longest within the budget."""
    out, group = [], []
    for i in sorted(order, key=lambda i: len(examples[i][0])):
        if group and (len(group) + 1) * len(examples[i][0]) > budget:
            out.append(group)
            group = []
        group.append(i)
    return out + [group]


def losses(model, examples, group, a, dtype):
    """(sum of the completion tokens' losses, their number, completions whose every token is the likeliest one)."""
    width = max(len(examples[i][0]) for i in group)
    ids = torch.zeros(len(group), width, dtype=torch.long)
    attend = torch.zeros(len(group), width, dtype=torch.long)
    wanted = torch.zeros(len(group), width, dtype=torch.bool)
    for row, i in enumerate(group):
        tokens, prompt = examples[i]
        ids[row, :len(tokens)] = torch.from_numpy(tokens.astype(np.int64))
        attend[row, :len(tokens)] = 1
        wanted[row, prompt:len(tokens)] = True
    ids, attend, wanted = ids.to(a.device), attend.to(a.device), wanted.to(a.device)
    causal = model.base_model.model if a.lora else model  # below the adapters' wrapper
    with torch.autocast(a.device.split(":")[0], dtype=torch.bfloat16, enabled=dtype == torch.bfloat16):
        hidden = causal.model(input_ids=ids, attention_mask=attend)[0]
        logits = causal.lm_head(hidden[:, :-1][wanted[:, 1:]]).float()  # the head only where the loss looks
    target = ids[:, 1:][wanted[:, 1:]]
    wrong = torch.zeros_like(wanted[:, 1:])
    wrong[wanted[:, 1:]] = logits.argmax(-1) != target
    return F.cross_entropy(logits, target, reduction="sum"), len(target), int((~wrong.any(1)).sum())


def main():
    a = parser.parse_args()
    if bool(a.model) == bool(a.random_init_config):
        parser.error("give --model or --random-init-config")
    if not a.minutes and not a.steps:
        parser.error("say how long: --minutes or --steps")
    torch.manual_seed(a.seed)
    rng = np.random.default_rng(a.seed)
    os.makedirs(a.out, exist_ok=True)
    model, tokenizer, dtype = load_model(a)
    training = read(a.train, tokenizer, a.context)
    held_out = read(a.held_out, tokenizer, a.context)
    trained = [p for p in model.parameters() if p.requires_grad]
    peak = a.lr or (2e-4 if a.lora else 2e-5)
    optimizer = torch.optim.AdamW(trained, lr=peak, betas=(0.9, 0.99), weight_decay=a.weight_decay)

    def say(record):
        with open(os.path.join(a.out, "log.jsonl"), "a") as file:
            file.write(json.dumps(record) + "\n")
        print("  ".join(f"{k} {v:.4g}" if isinstance(v, float) else f"{k} {v}" for k, v in record.items()), flush=True)

    @torch.no_grad()
    def evaluate():
        model.eval()
        total = np.zeros(3)
        for group in groups(held_out, range(len(held_out)), a.micro_tokens):
            nats, count, exact = losses(model, held_out, group, a, dtype)
            total += float(nats), count, exact
        model.train()
        return dict(held_out_loss=float(total[0] / total[1]), held_out_exact=float(total[2] / len(held_out)))

    def steps():
        per_step = max(1, round(a.step_tokens / a.micro_tokens))
        while True:
            order = rng.permutation(len(training))
            window = max(1, 64 * a.step_tokens // max(len(e[0]) for e in training))
            for at in range(0, len(order), window):
                batches = groups(training, order[at:at + window], a.micro_tokens)
                batches = [batches[i] for i in rng.permutation(len(batches))]
                for i in range(0, len(batches), per_step):
                    yield batches[i:i + per_step]

    say(dict(event="start", parameters=sum(p.numel() for p in model.parameters()),
             trained=sum(p.numel() for p in trained), options={k: v for k, v in vars(a).items() if v is not None}))
    began = reported = time.time()
    step, evaluated, stream = 0, 0.0, steps()
    tokens = 0
    try:
        while True:
            share = max((time.time() - began) / 60 / a.minutes if a.minutes else 0, step / a.steps if a.steps else 0)
            if share >= 1 or share >= evaluated + a.evaluate_every:
                say(dict(event="evaluation", step=step, tokens=tokens, seconds=time.time() - began, **evaluate()))
                evaluated = share
            if share >= 1:
                break
            factor = min(1.0, max(share, 1e-4) / a.warmup) * (0.05 + 0.95 * 0.5 * (1 + math.cos(math.pi * share)))
            for group in optimizer.param_groups:
                group["lr"] = peak * factor
            batches = next(stream)
            wanted = sum(len(training[i][0]) - training[i][1] for group in batches for i in group)
            loss = 0.0
            for group in batches:
                nats, _, _ = losses(model, training, group, a, dtype)
                (nats / wanted).backward()
                loss += float(nats.detach()) / wanted
                tokens += sum(len(training[i][0]) for i in group)
            torch.nn.utils.clip_grad_norm_(trained, 1.0)
            optimizer.step()
            optimizer.zero_grad(set_to_none=True)
            step += 1
            if time.time() - reported > 10:
                say(dict(event="train", step=step, tokens=tokens, seconds=time.time() - began, loss=loss, rate=factor))
                reported = time.time()
    except KeyboardInterrupt:
        print("stopped; saving what is learnt so far", flush=True)
    if a.lora:
        model = model.merge_and_unload()
    model.config.use_cache = True
    model.to(torch.bfloat16).save_pretrained(a.out)
    tokenizer.save_pretrained(a.out)
    print(f"saved in {a.out}; README.md says how to convert it to GGUF")


if __name__ == "__main__":
    main()
