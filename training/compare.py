"""Compares runs by the last evaluation in each log, the best first.

    python3 training/compare.py out/gpu/trial-*

The loss counts nats per program token. It compares runs whose held-out programs are the same.
"""
import json
import os
import sys

from data import fail


def last_evaluation(folder):
    """The run's number of weights, and its last evaluation."""
    path = os.path.join(folder, "log.jsonl")
    try:
        with open(path) as file:
            records = [json.loads(line) for line in file]
    except OSError as error:
        fail(f"{path}: {error.strerror}; give the folders of runs of train.py")
    except ValueError as error:
        fail(f"{path}: not the log of a run of train.py ({error})")
    evaluations = [r for r in records if r["event"] == "evaluation"]
    if not evaluations:
        fail(f"{path}: no evaluation in it; the run was stopped too early")
    return records[0]["parameters"], evaluations[-1]


def main(folders):
    if not folders:
        fail("give the folders of runs of train.py")
    rows = []
    for folder in folders:
        parameters, evaluation = last_evaluation(folder)
        programs = sum(length["programs"] for length in evaluation["by_length"].values())
        rows.append((evaluation["held_out_loss"], evaluation["held_out_exact"], programs, parameters, evaluation["tokens"],
                     os.path.basename(os.path.normpath(folder))))
    print(f"{'run':16} {'loss':>7} {'exact':>7} {'programs':>9} {'weights':>9} {'tokens read':>12}")
    for loss, exact, programs, parameters, tokens, name in sorted(rows):
        print(f"{name:16} {loss:7.4f} {exact:7.1%} {programs:9} {parameters / 1e6:7.1f} M {tokens / 1e6:10.2f} M")


if __name__ == "__main__":
    main(sys.argv[1:])
