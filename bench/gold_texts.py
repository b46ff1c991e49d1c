#!/usr/bin/env python3
"""The reports of a folder of gold readings as JSON lines for `parley read`: gold_texts.py SHARED GOLD_DIR."""
import glob
import json
import sys

sys.path.append(sys.argv[1] + "/gold")
import gold  # noqa: E402

for path in sorted(glob.glob(sys.argv[2] + "/*.gold.json")):
    report = gold.load(path)
    print(json.dumps({key: report.get(key) for key in ("id", "text", "title", "outlet", "published")}))
