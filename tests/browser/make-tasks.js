// Writes few.json, tasks of every outcome with an id that looks like markup; and some.json, 10 tasks of the size of ARC's.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const folder = process.argv[2];
const sample = name => JSON.parse(readFileSync(join(import.meta.dirname, "../../samples", `${name}.json`)));
const mirror = sample("mirror");
const wrong = structuredClone(mirror);
wrong.test[0].output[0][0] = (wrong.test[0].output[0][0] + 1) % 10;
const odd = {
  train: [{ input: [[1, 2], [3, 4]], output: [[7, 1, 9]] }, { input: [[2]], output: [[0, 5]] }],
  test: [{ input: [[1]], output: [[3]] }],
};
writeFileSync(join(folder, "few.json"), JSON.stringify({
  "<script>window.hacked = true</script>": sample("gravity"), mirror, wrong, odd, largest: sample("largest"),
}));

let seed = 1;
const random = below => (seed = seed * 48271 % 2147483647) % below;
const grid = (rows, cols) => Array.from({ length: rows }, () => Array.from({ length: cols }, () => random(3) ? 0 : random(10)));
function flipped() {
  const input = grid(5 + random(14), 5 + random(14));
  return { input, output: input.map(row => row.toReversed()) };
}
const task = () => ({ train: [flipped(), flipped(), flipped()], test: [flipped()] });
writeFileSync(join(folder, "some.json"), JSON.stringify(Object.fromEntries(Array.from({ length: 10 }, (_, i) => [`t${i}`, task()]))));
