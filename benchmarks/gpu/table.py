"""Makes a table of lines of JSON: a row per network, batch and program, a column per who ran it."""

import json
import sys

lines = [json.loads(line) for path in sys.argv[1:] for line in open(path, encoding="utf-8") if line.startswith("{")]
columns = list(dict.fromkeys(line["by"] for line in lines))
rows = {}
for line in lines:
    rows.setdefault((line["network"], line["batch"], line["what"]), {})[line["by"]] = line["ms"]

print("| Network | Batch | What | " + " | ".join(columns) + " |")
print("|---|---|---|" + "---|" * len(columns))
for (network, batch, what), times in sorted(rows.items(), key=lambda row: (row[0][0] != "784-512-512-10", row[0][1], row[0][2])):
    print(f"| {network} | {batch} | {what} | " + " | ".join(f"{times[column]:.4f}" if column in times else "" for column in columns) + " |")
print("\nMilliseconds; medians of repetitions; data on the device.")
