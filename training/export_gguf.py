"""Writes a GGUF file of a trained model, in f16 or q8_0, with its vocabulary and what it was trained on.

    python3 training/export_gguf.py --weights out/run/weights.pt --data out/shards --out models/arcmini.gguf --type q8_0

    python3 training/export_gguf.py --stamp qwen.gguf --data out/shards --out models/qwen.gguf

`--data` is the folder with the vocab.json of the training data. The tensors follow llama.cpp's llama architecture.
The second form adds the versions of language and prompt to a GGUF file that something else has written.
"""
import argparse
import os
import struct

import numpy as np
import torch

from data import fail, load_vocabulary
from model import EPSILON
from files import load, save_pieces

ALIGNMENT = 32
F32, F16, Q8_0 = 0, 1, 8                                     # ggml tensor types
Q8_0_BLOCK = [("scale", "<f2"), ("values", "i1", 32)]
FILE_TYPE = {"f16": 1, "q8_0": 7}                            # llama.cpp's general.file_type
UINT32, INT32, FLOAT32, BOOL, STRING, ARRAY, UINT64 = 4, 5, 6, 7, 8, 9, 10  # GGUF value types
VALUE = {UINT32: "<I", INT32: "<i", FLOAT32: "<f", BOOL: "<?", UINT64: "<Q"}
TOKEN_TYPE = {"control": 3, "word": 4, "byte": 1}            # control, user-defined, normal
UNUSED = 5


# ---- the format ----------------------------------------------------------------------------------------------------

def text(value):
    data = value.encode()
    return struct.pack("<Q", len(data)) + data


def value_of(kind, value):
    if kind == STRING:
        return text(value)
    return struct.pack(VALUE[kind], value)


def entry(key, kind, value):
    """One key of the header; a list is written as an array of that kind."""
    if isinstance(value, list):
        items = b"".join(value_of(kind, v) for v in value)
        return text(key) + struct.pack("<IIQ", ARRAY, kind, len(value)) + items
    return text(key) + struct.pack("<I", kind) + value_of(kind, value)


def pad(data):
    return data + bytes(-len(data) % ALIGNMENT)


def encode(tensor, kind):
    """(ggml type, bytes) of a float32 matrix or vector. q8_0: blocks of 32, each an fp16 scale and 32 int8."""
    if tensor.ndim == 1:
        return F32, tensor.astype("<f4").tobytes()
    if kind == "f16" or tensor.shape[-1] % 32:
        return F16, tensor.astype("<f2").tobytes()
    blocks = tensor.reshape(-1, 32)
    scale = np.abs(blocks).max(1, keepdims=True) / 127
    quotient = np.divide(blocks, scale, out=np.zeros_like(blocks), where=scale > 0)
    out = np.empty(len(blocks), Q8_0_BLOCK)
    out["scale"] = scale[:, 0]
    out["values"] = np.round(quotient)
    return Q8_0, out.tobytes()


def write(path, entries, tensors, kind):
    """entries: [(key, kind, value)]; tensors: {name: float32 array, rows first}."""
    infos, blobs, offset = [], [], 0
    for name, tensor in tensors.items():
        ggml_type, data = encode(np.ascontiguousarray(tensor, np.float32), kind)
        shape = tensor.shape[::-1]
        infos.append(text(name) + struct.pack(f"<I{len(shape)}QIQ", len(shape), *shape, ggml_type, offset))
        blobs.append(pad(data))
        offset += len(blobs[-1])
    header = b"GGUF" + struct.pack("<IQQ", 3, len(tensors), len(entries))
    header += b"".join(entry(*e) for e in entries) + b"".join(infos)
    with open(path + ".part", "wb") as file:
        file.write(pad(header))
        file.writelines(blobs)
    os.replace(path + ".part", path)


class Reader:
    """Reads what `write` wrote."""

    def __init__(self, path):
        try:
            with open(path, "rb") as file:
                self.content = file.read()
        except OSError as error:
            fail(f"{path}: {error.strerror}")
        if self.content[:4] != b"GGUF" or struct.unpack("<I", self.content[4:8])[0] != 3:
            fail(f"{path}: not a GGUF file of version 3")
        self.at = 8
        tensors, keys = self.take("<QQ")
        self.entries = {self.text(): self.value(self.take("<I")[0]) for _ in range(keys)}
        infos = []
        for _ in range(tensors):
            name, dimensions = self.text(), self.take("<I")[0]
            infos.append((name, self.take(f"<{dimensions}Q")[::-1], *self.take("<IQ")))
        start = self.at + -self.at % ALIGNMENT
        self.tensors = {name: self.tensor(path, shape, kind, start + offset) for name, shape, kind, offset in infos}

    def take(self, form):
        values = struct.unpack_from(form, self.content, self.at)
        self.at += struct.calcsize(form)
        return values

    def text(self):
        length = self.take("<Q")[0]
        self.at += length
        return self.content[self.at - length:self.at].decode()

    def value(self, kind):
        if kind == STRING:
            return self.text()
        if kind == ARRAY:
            kind, count = self.take("<IQ")
            return [self.value(kind) for _ in range(count)]
        return self.take(VALUE[kind])[0]

    def tensor(self, path, shape, kind, offset):
        count = int(np.prod(shape))
        if kind == Q8_0:
            blocks = np.frombuffer(self.content, Q8_0_BLOCK, count // 32, offset)
            return (blocks["scale"][:, None].astype(np.float32) * blocks["values"]).reshape(shape)
        if kind not in (F32, F16):
            fail(f"{path}: its weights are neither f32, f16 nor q8_0; take a file that this script has written")
        return np.frombuffer(self.content, "<f4" if kind == F32 else "<f2", count, offset).reshape(shape).astype(np.float32)


# ---- the model -----------------------------------------------------------------------------------------------------

def byte_characters():
    """GPT-2's printable character for each byte."""
    printable = [*range(0x21, 0x7F), *range(0xA1, 0xAD), *range(0xAE, 0x100)]
    others = [b for b in range(256) if b not in printable]
    return {**{b: chr(b) for b in printable}, **{b: chr(256 + i) for i, b in enumerate(others)}}


def llama_tokens(vocabulary):
    """(texts, types) of the vocabulary for a tokenizer of model gpt2: bytes are spelt as GPT-2's printable characters.
    A byte that is a word too is that word; its own token keeps its id under another name, unused."""
    character = byte_characters()
    words = {t["text"] for t in vocabulary["tokens"] if t["kind"] != "byte"}
    texts, types = [], []
    for token in vocabulary["tokens"]:
        name, kind = token["text"], TOKEN_TYPE[token["kind"]]
        if token["kind"] == "byte":
            spelt = character[int(name[3:5], 16)]
            name, kind = (name, UNUSED) if spelt in words else (spelt, kind)
        texts.append(name)
        types.append(kind)
    return texts, types


def interleave(matrix, heads):
    """Rows of each head from (first halves, second halves) to pairs: training turns halves, llama.cpp neighbours."""
    rows, width = matrix.shape
    return matrix.reshape(heads, 2, rows // heads // 2, width).transpose(0, 2, 1, 3).reshape(rows, width)


def part_halves(matrix, heads):
    """The reverse of `interleave`."""
    rows, width = matrix.shape
    return matrix.reshape(heads, rows // heads // 2, 2, width).transpose(0, 2, 1, 3).reshape(rows, width)


def tensors_of(weights, c):
    """llama.cpp's tensors by name, from a state of `Model`. The gains of the norms are ones."""
    w = {k: v.float().numpy() for k, v in weights.items()}
    ones = np.ones(c["width"], np.float32)
    tensors = {"token_embd.weight": w["embedding"]}
    for i in range(c["layers"]):
        def part(name):
            return w[f"blocks.{i}.{name}"]
        inner, other = c["heads"] * c["head_size"], c["kv_heads"] * c["head_size"]
        q, k, v = np.split(part("qkv"), [inner, inner + other])
        gate, up = np.split(part("gate_up"), 2)
        for name, tensor in (("attn_norm", ones), ("attn_q", interleave(q, c["heads"])),
                             ("attn_k", interleave(k, c["kv_heads"])), ("attn_v", v), ("attn_output", part("out")),
                             ("ffn_norm", ones), ("ffn_gate", gate), ("ffn_up", up), ("ffn_down", part("down"))):
            tensors[f"blk.{i}.{name}.weight"] = tensor
    tensors["output_norm.weight"] = ones
    if "head" in w:
        tensors["output.weight"] = w["head"]
    return tensors


def entries_of(kept, vocabulary, kind):
    c, state, held_out = kept["config"], kept["state"], kept["held_out"]
    texts, types = llama_tokens(vocabulary)
    tokens = state["tokens"] + state["earlier_tokens"]
    entries = [
        ("general.architecture", STRING, "llama"),
        ("general.name", STRING, kept["name"]),
        ("general.file_type", UINT32, FILE_TYPE[kind]),
        ("general.quantization_version", UINT32, 2),
        ("general.alignment", UINT32, ALIGNMENT),
        ("llama.vocab_size", UINT32, c["vocabulary"]),
        ("llama.context_length", UINT32, c["context"]),
        ("llama.embedding_length", UINT32, c["width"]),
        ("llama.block_count", UINT32, c["layers"]),
        ("llama.feed_forward_length", UINT32, c["hidden"]),
        ("llama.attention.head_count", UINT32, c["heads"]),
        ("llama.attention.head_count_kv", UINT32, c["kv_heads"]),
        ("llama.attention.key_length", UINT32, c["head_size"]),
        ("llama.attention.value_length", UINT32, c["head_size"]),
        ("llama.attention.layer_norm_rms_epsilon", FLOAT32, EPSILON),
        ("llama.rope.dimension_count", UINT32, c["head_size"]),
        ("llama.rope.freq_base", FLOAT32, c["rope_base"]),
        ("tokenizer.ggml.model", STRING, "gpt2"),
        ("tokenizer.ggml.pre", STRING, "default"),
        ("tokenizer.ggml.tokens", STRING, texts),
        ("tokenizer.ggml.token_type", INT32, types),
        ("tokenizer.ggml.merges", STRING, []),
        ("tokenizer.ggml.bos_token_id", UINT32, vocabulary["bos"]),
        ("tokenizer.ggml.eos_token_id", UINT32, vocabulary["eos"]),
        ("tokenizer.ggml.padding_token_id", UINT32, vocabulary["pad"]),
        ("tokenizer.ggml.add_bos_token", BOOL, False),
        ("arcmini.language", STRING, vocabulary["language"]),
        ("arcmini.prompt", STRING, vocabulary["prompt"]),
        ("arcmini.tokens_trained", UINT64, tokens),
    ]
    if "held_out_loss" in held_out:
        entries.append(("arcmini.held_out_loss", FLOAT32, held_out["held_out_loss"]))
    return entries


def import_gguf(path):
    """What `files.load` gives of a run's weights, from a GGUF that this script has written."""
    file = Reader(path)
    e, t = file.entries, file.tensors
    byte_of = {character: f"<0x{byte:02X}>" for byte, character in byte_characters().items()}
    texts = [byte_of[text] if kind == TOKEN_TYPE["byte"] else text for text, kind in zip(e["tokenizer.ggml.tokens"], e["tokenizer.ggml.token_type"])]
    c = dict(vocabulary=len(texts), width=e["llama.embedding_length"], layers=e["llama.block_count"], heads=e["llama.attention.head_count"],
             kv_heads=e["llama.attention.head_count_kv"], head_size=e["llama.attention.key_length"], hidden=e["llama.feed_forward_length"],
             context=e["llama.context_length"], rope_base=e["llama.rope.freq_base"], tied="output.weight" not in t)
    weights = {"embedding": t["token_embd.weight"]}
    if not c["tied"]:
        weights["head"] = t["output.weight"]
    for i in range(c["layers"]):
        def part(name):
            return t[f"blk.{i}.{name}.weight"]
        weights[f"blocks.{i}.qkv"] = np.concatenate([part_halves(part("attn_q"), c["heads"]), part_halves(part("attn_k"), c["kv_heads"]), part("attn_v")])
        weights[f"blocks.{i}.out"] = part("attn_output")
        weights[f"blocks.{i}.gate_up"] = np.concatenate([part("ffn_gate"), part("ffn_up")])
        weights[f"blocks.{i}.down"] = part("ffn_down")
    return dict(config=c, texts=texts, model={name: torch.from_numpy(weight) for name, weight in weights.items()},
                state=dict(tokens=0, earlier_tokens=e["arcmini.tokens_trained"]))


def stamp(source, path, vocabulary):
    """Copies a GGUF file with the versions added in front of its keys; their length is made a multiple of the alignment,
    so that everything after them keeps its own."""
    try:
        with open(source, "rb") as file:
            content = file.read()
    except OSError as error:
        fail(f"{source}: {error.strerror}")
    if content[:4] != b"GGUF" or struct.unpack("<I", content[4:8])[0] != 3:
        fail(f"{source}: not a GGUF file of version 3")
    if text("arcmini.language") in content or text("arcmini.prompt") in content:
        fail(f"{source}: has versions of language and prompt already")
    tensors, keys = struct.unpack("<QQ", content[8:24])
    added = entry("arcmini.language", STRING, vocabulary["language"]) + entry("arcmini.prompt", STRING, vocabulary["prompt"])
    fill = -(len(added) + len(entry("arcmini.fill", STRING, ""))) % 256  # also for other alignments than 32
    added += entry("arcmini.fill", STRING, " " * fill)
    with open(path, "wb") as file:
        file.write(b"GGUF" + struct.pack("<IQQ", 3, tensors, keys + 3) + added + content[24:])


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    source = parser.add_mutually_exclusive_group(required=True)
    source.add_argument("--weights", help="weights.pt or checkpoint.pt of a run, whole or in pieces")
    source.add_argument("--stamp", metavar="GGUF", help="copy this file with the versions added")
    parser.add_argument("--data", required=True, help="folder with the vocab.json of the training data")
    parser.add_argument("--out", required=True)
    parser.add_argument("--type", choices=sorted(FILE_TYPE), default="f16")
    parser.add_argument("--name", help="general.name; default: the run's")
    parser.add_argument("--save-pieces", action="store_true", help="cut the file into pieces of at most 15 MiB")
    a = parser.parse_args()
    vocabulary = load_vocabulary(a.data)
    if a.stamp:
        stamp(a.stamp, a.out, vocabulary)
        return
    kept = load(a.weights)
    if kept["texts"] != [t["text"] for t in vocabulary["tokens"]]:
        fail(f"{a.data}: its vocabulary is not the one that {a.weights} was trained with")
    kept["name"] = a.name or kept["name"]
    write(a.out, entries_of(kept, vocabulary, a.type), tensors_of(kept["model"], kept["config"]), a.type)
    size = os.path.getsize(a.out)
    if a.save_pieces:
        save_pieces(a.out)
    print(f"{a.out}: {size / 1e6:.1f} MB, {a.type}")


if __name__ == "__main__":
    main()
