"""Checks the trainer and the exporter in a minute, without a GPU, without llama.cpp and without real data.

    python3 training/selftest.py
"""
import json
import os
import struct
import subprocess
import sys
import tempfile
import unittest
import xml.dom.minidom

import numpy as np
import torch

import export_gguf
import files
import model as model_file
import toy
from data import Examples, fitted, load_vocabulary, passes, shards, steps_of
from model import Attention, Model, RmsNorm, SwiGlu, attend
from files import load, piece_paths, save
from train import orthogonalise, start_from

HERE = os.path.dirname(os.path.abspath(__file__))
CONFIG = dict(vocabulary=len(toy.TEXTS), width=32, layers=2, heads=2, kv_heads=1, head_size=16, hidden=96,
              context=256, rope_base=10000.0, tied=False)


def double(*shape):
    return torch.randn(*shape, dtype=torch.float64, requires_grad=True)


def train(data, out, *options):
    command = [sys.executable, os.path.join(HERE, "train.py"), "--data", data, "--out", out, "--width", "64", "--layers", "2",
               "--heads", "1", "--step-tokens", "4096", "--micro-tokens", "4096", "--device", "cpu", "--threads", "1", *options]
    return subprocess.run(command, capture_output=True, text=True)


class Gradients(unittest.TestCase):
    def test_hand_written_backwards(self):
        torch.manual_seed(0)
        check = torch.autograd.gradcheck
        self.assertTrue(check(SwiGlu.apply, double(2, 5, 8)))
        self.assertTrue(check(RmsNorm.apply, double(2, 5, 8)))
        block, model_file.BLOCK = model_file.BLOCK, 4
        try:
            self.assertTrue(check(Attention.apply, (double(2, 10, 4), double(2, 10, 4), double(2, 10, 4))))
        finally:
            model_file.BLOCK = block
        angle = torch.randn(5, 1, 4, dtype=torch.float64)
        cos, sin = torch.cat((angle.cos(), angle.cos()), -1), torch.cat((-angle.sin(), angle.sin()), -1)
        self.assertTrue(check(lambda y: attend(y, cos, sin, 4, 1), double(2, 5, 6, 8)))

    def test_muon_updates_are_nearly_orthogonal(self):
        torch.manual_seed(0)
        for shape in ((32, 96), (96, 32)):
            singular = torch.linalg.svdvals(orthogonalise(torch.randn(*shape), torch.float32))
            self.assertTrue(0.5 < singular.min() and singular.max() < 1.5, singular)


class Data(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        toy.write(cls.folder.name, 2000, held_out=100)
        cls.vocabulary = load_vocabulary(cls.folder.name)
        cls.examples = Examples(shards(cls.folder.name, "shard"), cls.vocabulary, 2048)

    @classmethod
    def tearDownClass(cls):
        cls.folder.cleanup()

    def test_weights_are_those_of_a_plain_reading(self):
        e, v = self.examples, self.vocabulary
        for i in range(20):
            ids = e.tokens[e.start[i]:e.start[i] + e.length[i]].astype(int)
            wanted, outputs, section = [], 0, None
            for at, token in enumerate(ids[1:], 1):
                if token in (v["input"], v["output"], v["program"]):
                    section = token
                    outputs += token == v["output"]
                elif section == v["program"]:
                    wanted.append((at - 1, token, 1.0))
                elif section == v["output"] and outputs > 1:
                    wanted.append((at - 1, token, np.float32(0.1)))
            b = e.batch(np.array([i]), 0.1, 8)
            self.assertEqual(wanted, list(zip(b["index"], b["target"], b["weight"])))
            self.assertEqual(list(ids[:-1]), list(b["tokens"][0, :len(ids) - 1]))

    def test_an_epoch_has_every_example_once_within_the_budget(self):
        count, programs = 0, 0
        for step in steps_of(self.examples, 4096, 2048, 0.1, 8, False, np.random.default_rng(1)):
            for b in step:
                self.assertLessEqual(b["tokens"].size, 2048)
                count += b["count"]
                programs += len(np.unique(b["example"]))
        self.assertEqual((2000, len(self.examples.tokens)), (programs, count))

    def test_a_pass_takes_what_is_new_or_all_again(self):
        with tempfile.TemporaryDirectory() as folder:
            toy.write(folder, 20, held_out=1)
            stream = passes(folder, self.vocabulary, 2048)
            self.assertEqual([20, 20], [len(next(stream).start) for _ in range(2)])
            rest = self.examples.tokens[:int(self.examples.start[3])]
            rest.tofile(os.path.join(folder, "shard-00001.bin"))
            self.assertEqual([3, 23, 23], [len(next(stream).start) for _ in range(3)])

    def test_the_longest_pairs_go_where_the_context_is_short(self):
        def example(*sizes):
            marks = [v["bos"]]
            for size in sizes:
                marks += [v["input"]] + [size] * size + [v["output"]] + [size] * size
            return marks + [v["input"], 1, v["program"], 2, v["eos"]]

        v = self.vocabulary
        both = np.array(example(3, 9, 5, 9) + example(2), "<u2")
        self.assertEqual(list(both), list(fitted(both, v, 66)))
        for context, left in ((64, (3, 5, 9)), (40, (3, 5)), (20, (3,)), (1, (3,))):
            self.assertEqual(example(*left) + example(2), list(fitted(both, v, context)), context)
        self.assertEqual(66, len(example(3, 9, 5, 9)))

    def test_padding_and_neighbours_change_nothing(self):
        torch.manual_seed(0)
        m = Model(dict(CONFIG, context=2048))
        with torch.no_grad():
            for p in m.parameters():
                p.normal_(0, 0.2)
            both = self.examples.batch(np.array([0, 1]), 0.1, 64)
            for i in range(2):
                one = self.examples.batch(np.array([i]), 0.1, 1)
                width = one["tokens"].shape[1]
                a, b = m(torch.from_numpy(one["tokens"]))[0], m(torch.from_numpy(both["tokens"]))[i, :width]
                self.assertLess((a - b).abs().max().item(), 1e-4)


class Runs(unittest.TestCase):
    def test_trains_resumes_and_exports(self):
        with tempfile.TemporaryDirectory() as folder:
            data, out = os.path.join(folder, "data"), os.path.join(folder, "run")
            toy.write(data, 3000, held_out=100)
            done = train(data, out, "--steps", "30")
            self.assertEqual(0, done.returncode, done.stderr)
            done = train(data, out, "--steps", "40", "--resume", os.path.join(out, "checkpoint.pt"))
            self.assertEqual(0, done.returncode, done.stderr)
            with open(os.path.join(out, "log.jsonl")) as file:
                evaluations = [r for r in map(json.loads, file) if r["event"] == "evaluation"]
            self.assertEqual(40, evaluations[-1]["step"])
            self.assertLess(evaluations[-1]["held_out_loss"], evaluations[0]["held_out_loss"])
            xml.dom.minidom.parse(os.path.join(out, "loss.svg"))
            for kind in ("f16", "q8_0"):
                path = os.path.join(folder, kind + ".gguf")
                command = [sys.executable, os.path.join(HERE, "export_gguf.py"), "--weights", os.path.join(out, "weights.pt"),
                           "--data", data, "--out", path, "--type", kind]
                done = subprocess.run(command, capture_output=True, text=True)
                self.assertEqual(0, done.returncode, done.stderr)
                with open(path, "rb") as file:
                    magic, version, tensors, _ = struct.unpack("<4sIQQ", file.read(24))
                self.assertEqual((b"GGUF", 3, 21), (magic, version, tensors))
            trained = load(os.path.join(out, "weights.pt"))
            imported = export_gguf.import_gguf(os.path.join(folder, "f16.gguf"))
            self.assertEqual(trained["texts"], imported["texts"])
            self.assertEqual(trained["config"], imported["config"])
            for name, weight in trained["model"].items():
                self.assertTrue(torch.equal(weight.float(), imported["model"][name]), name)
            for name, weight in export_gguf.import_gguf(os.path.join(folder, "q8_0.gguf"))["model"].items():
                self.assertLess((weight - imported["model"][name]).abs().max(), imported["model"][name].abs().max() / 127 * 0.6, name)
            vocabulary = toy.vocabulary()
            vocabulary["tokens"] = vocabulary["tokens"][::-1] + [{"text": "new", "kind": "word"}]
            started = start_from(os.path.join(folder, "f16.gguf"), vocabulary, 128)
            self.assertEqual((len(toy.TEXTS) + 1, 128), (started["config"]["vocabulary"], started["config"]["context"]))
            self.assertTrue(torch.equal(imported["model"]["embedding"].flip(0), started["model"]["embedding"][:-1]))
            self.assertTrue(torch.equal(imported["model"]["head"].mean(0), started["model"]["head"][-1]))
            command = [sys.executable, os.path.join(HERE, "export_gguf.py"), "--stamp", path, "--data", data, "--out", path + "2"]
            self.assertIn("already", subprocess.run(command, capture_output=True, text=True).stderr)

    def test_gpu_tries_each_size_then_trains_the_best(self):
        with tempfile.TemporaryDirectory() as folder:
            work, first = os.path.join(folder, "work"), os.path.join(folder, "first")
            toy.write(os.path.join(work, "shards"), 1000, held_out=100)
            os.rename(os.path.join(work, "shards", "shard-00000.bin"), os.path.join(work, "shards", "shard-101-large-00000.bin"))
            done = train(os.path.join(work, "shards"), first, "--steps", "1")
            self.assertEqual(0, done.returncode, done.stderr)
            tiny = "--width 64 --layers 1 --heads 1 --hidden 64 --step-tokens 4096 --micro-tokens 4096 --device cpu --threads 1"
            settings = dict(os.environ, WORK=work, PYTHON=sys.executable, ARCMINI="false", TRAIN=tiny, START=os.path.join(first, "weights.pt"))
            settings.pop("OUT", None)

            def gpu(*minutes):
                return subprocess.run(["bash", os.path.join(HERE, "runs", "gpu.sh"), *minutes], capture_output=True, text=True, env=settings)

            done = gpu("0.02", "0.5", "0.01")
            self.assertEqual(0, done.returncode, done.stderr)
            self.assertIn("paused before the trial further", done.stdout)
            done = gpu("0.02", "", "0.01")
            self.assertEqual(0, done.returncode, done.stderr)
            with open(os.path.join(work, "keep", "trials.txt")) as file:
                table = [line.split() for line in file]
            self.assertEqual({"trial-further", "trial-long", "trial-anew", "trial-wide"}, {row[0] for row in table[1:]})
            self.assertEqual(sorted(float(row[1]) for row in table[1:]), [float(row[1]) for row in table[1:]])
            self.assertIn(f"training: {table[1][0][6:]}\n", done.stdout)
            with open(os.path.join(work, "keep", "arcmini.gguf.00"), "rb") as file:
                self.assertEqual(b"GGUF", file.read(4))
            settings["CHOICE"] = "narrow"
            self.assertIn("no trial is called narrow; there are: further", gpu("0.02").stderr)

    def test_mistakes_are_one_clear_sentence(self):
        with tempfile.TemporaryDirectory() as folder:
            done = train(folder, folder, "--steps", "1")
            self.assertIn("vocab.json: No such file or directory; write the data with `arcmini synth --shards", done.stderr)
            self.assertNotIn("Traceback", done.stderr)
            with open(os.path.join(folder, "log.jsonl"), "w") as file:
                file.write("no JSON\n")
            done = subprocess.run([sys.executable, os.path.join(HERE, "compare.py"), folder], capture_output=True, text=True)
            self.assertIn("log.jsonl: not the log of a run of train.py", done.stderr)
            self.assertNotIn("Traceback", done.stderr)

    def test_files_in_pieces_load_again(self):
        piece, files.PIECE = files.PIECE, 1000
        try:
            with tempfile.TemporaryDirectory() as folder:
                path = os.path.join(folder, "w.pt")
                save(dict(about='{"name": "x"}', model={"a": torch.arange(2000)}), path, True)
                self.assertGreater(len(piece_paths(path)), 2)
                self.assertTrue(torch.equal(torch.arange(2000), load(path)["model"]["a"]))
        finally:
            files.PIECE = piece


class Format(unittest.TestCase):
    def test_q8_0_is_within_half_a_step(self):
        values = np.random.default_rng(0).normal(size=(4, 64)).astype(np.float32)
        kind, data = export_gguf.encode(values, "q8_0")
        blocks = np.frombuffer(data, export_gguf.Q8_0_BLOCK)
        back = (blocks["scale"][:, None].astype(np.float32) * blocks["values"]).reshape(4, 64)
        self.assertEqual(export_gguf.Q8_0, kind)
        self.assertLess(np.abs(back - values).max(), np.abs(values).max() / 127 * 0.6)

    def test_stamping_shifts_the_rest_by_whole_alignments(self):
        with tempfile.TemporaryDirectory() as folder:
            plain, stamped = (os.path.join(folder, name) for name in ("plain.gguf", "stamped.gguf"))
            export_gguf.write(plain, [("general.name", export_gguf.STRING, "x")], {"t": np.ones((2, 32))}, "f16")
            export_gguf.stamp(plain, stamped, {"language": "7", "prompt": "8"})
            with open(plain, "rb") as a, open(stamped, "rb") as b:
                before, after = a.read(), b.read()
            self.assertEqual(0, (len(after) - len(before)) % 256)
            self.assertEqual(struct.pack("<QQ", 1, 4), after[8:24])
            self.assertEqual(before[24:], after[len(after) - len(before) + 24:])

    def test_every_text_of_the_vocabulary_is_unique(self):
        texts, types = export_gguf.llama_tokens(toy.vocabulary())
        self.assertEqual(len(texts), len(set(texts)))
        self.assertEqual(export_gguf.UNUSED, types[ord("(")])
        self.assertEqual("Ġ", texts[ord(" ")])


if __name__ == "__main__":
    unittest.main()
