"""python -m benchmarks [GROUP…] [--repeat N] [--json]"""

import argparse
import json
import sys

from benchmarks import texts
from benchmarks.groups import GROUPS, MACHINE


def main() -> None:
    parser = argparse.ArgumentParser(description="Speed, as ratios measured in one run.")
    parser.add_argument("groups", nargs="*", choices=[*GROUPS, []], metavar="GROUP", help=", ".join(GROUPS))
    parser.add_argument("--repeat", type=int, default=3)
    parser.add_argument("--json", action="store_true")
    args = parser.parse_args()
    print(f"{texts.source()}; {MACHINE}", file=sys.stderr)
    figures = [figure for name in args.groups or GROUPS for figure in GROUPS[name](args.repeat)]
    if args.json:
        print(json.dumps([figure._asdict() for figure in figures], ensure_ascii=False, indent=1))
        return
    print("| group | figure | ratio of medians (minima) | unit |\n|---|---|---|---|")
    print("\n".join(figure.row() for figure in figures))


if __name__ == "__main__":
    main()
