"""Paired differences of a run folder, with pandas and SciPy: python3 read.py <run folder>"""

import sys

import pandas as pd
from scipy import stats

rows = pd.read_csv(f"{sys.argv[1]}/rows.csv", keep_default_na=False, na_values=[""], float_precision="round_trip")
# Measures of the whole run, each replication once: no twins, no windows, no times cut by the end.
is_whole = rows[["time", "until", "by"]].isna().all(axis="columns")
whole = rows[is_whole & ~rows["twin"] & (rows["status"] == "value")]
values = whole.pivot(index=["measure", "of", "replication"], columns="variant", values="value")

print("variant,measure,of,difference,low,high,pairs")
for variant in values.columns.drop("baseline"):
    differences = (values[variant] - values["baseline"]).dropna()
    for (measure, of), pairs in differences.groupby(level=["measure", "of"]):
        if len(pairs) < 2:
            continue
        half = stats.t.ppf(0.975, len(pairs) - 1) * pairs.sem()
        mean = pairs.mean()
        print(f"{variant},{measure},{of},{mean:.9g},{mean - half:.9g},{mean + half:.9g},{len(pairs)}")
