"""The files of a run: whole ones only, in pieces where they would be too large to keep elsewhere."""
import json
import os

import torch

from data import fail

PIECE = 15 << 20


def save(content, path, pieces):
    """Writes whole files only: under another name first, then renamed."""
    torch.save(content, path + ".part")
    os.replace(path + ".part", path)
    if pieces:
        save_pieces(path)


def save_pieces(path):
    """Cuts a file that is larger than a piece; `cat NAME.[0-9]* > NAME` and `load` put it together again."""
    for old in piece_paths(path):
        os.remove(old)
    if os.path.getsize(path) <= PIECE:
        return
    with open(path, "rb") as file:
        for i, piece in enumerate(iter(lambda: file.read(PIECE), b"")):
            with open(f"{path}.{i:02}", "wb") as out:
                out.write(piece)
    os.remove(path)


def piece_paths(path):
    found = []
    while os.path.exists(f"{path}.{len(found):02}"):
        found.append(f"{path}.{len(found):02}")
    return found


def load(path):
    """What `save` wrote, in one file or in pieces: tensors only, and everything else as JSON under "about"."""
    if not os.path.exists(path) and not piece_paths(path):
        fail(f"{path}: no such file, whole or in pieces")
    if not os.path.exists(path):
        with open(path + ".joined", "wb") as out:
            for piece in piece_paths(path):
                with open(piece, "rb") as file:
                    out.write(file.read())
        os.replace(path + ".joined", path)
    content = torch.load(path, map_location="cpu", weights_only=True)
    return {**content, **json.loads(content["about"])}
