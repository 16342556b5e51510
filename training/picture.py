"""Draws a run's log.jsonl as an SVG: training and held-out loss over tokens, the loss on a logarithmic axis.

    python3 training/picture.py out/run/log.jsonl models/arcmini-loss.svg
"""
import json
import math
import sys

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 720, 400, 56, 16, 36, 40
CURVES = (("train", "loss", "training, weighted", "#9db7d5"),
          ("evaluation", "held_out_output_loss", "held out, output grids", "#8fbf8f"),
          ("evaluation", "held_out_loss", "held out, programs", "#c0392b"))


def draw(log, path):
    with open(log) as file:
        records = [json.loads(line) for line in file]
    curves = [(title, color, [(r["tokens"] / 1e6, r[key]) for r in records if r["event"] == event and r.get(key, 0) > 0])
              for event, key, title, color in CURVES]
    points = [p for curve in curves for p in curve[2]]
    if not points:
        return
    right = max(x for x, _ in points) or 1
    low, high = (math.log10(f(y for _, y in points)) for f in (min, max))
    low, high = math.floor(low * 5) / 5, max(math.ceil(high * 5) / 5, math.floor(low * 5) / 5 + 0.2)

    def place(x, y):
        return (LEFT + x / right * (WIDTH - LEFT - RIGHT),
                TOP + (high - math.log10(y)) / (high - low) * (HEIGHT - TOP - BOTTOM))

    out = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {HEIGHT}" font-family="sans-serif" font-size="12">',
           f'<rect width="{WIDTH}" height="{HEIGHT}" fill="white"/>']
    for power in range(math.floor(low) - 1, math.ceil(high) + 1):
        for digit in (1, 2, 5):
            value = digit * 10.0 ** power
            if low <= math.log10(value) <= high:
                _, y = place(0, value)
                out += [f'<path d="M{LEFT} {y:.1f}H{WIDTH - RIGHT}" stroke="#ddd"/>',
                        f'<text x="{LEFT - 6}" y="{y + 4:.1f}" text-anchor="end">{value:g}</text>']
    for i in range(6):
        x, _ = place(right * i / 5, 10 ** high)
        out.append(f'<text x="{x:.1f}" y="{HEIGHT - BOTTOM + 18}" text-anchor="middle">{right * i / 5:.3g}</text>')
    out.append(f'<text x="{(LEFT + WIDTH) / 2}" y="{HEIGHT - 6}" text-anchor="middle">million tokens (nats per token)</text>')
    for i, (title, color, curve) in enumerate(curves):
        out += [f'<polyline points="{" ".join("%.1f,%.1f" % place(*p) for p in curve)}" fill="none" stroke="{color}" stroke-width="2"/>',
                f'<rect x="{LEFT + 190 * i}" y="14" width="14" height="4" fill="{color}"/>',
                f'<text x="{LEFT + 190 * i + 20}" y="20">{title}</text>']
    with open(path, "w") as file:
        file.write("\n".join(out + ["</svg>"]) + "\n")


if __name__ == "__main__":
    draw(*sys.argv[1:3])
