"""Are the example config, rules and hooks in force as they stand?"""

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from cqclean import Cleaner
from cqclean.files.config import KEYS, Choice
from cqclean.settings import Settings

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


def test_the_config_is_valid_and_has_every_key() -> None:
    path = EXAMPLES / "cqclean.toml"
    config = Choice(file=str(path)).for_folder(str(EXAMPLES))
    named = set(re.findall(r"^(?:# )?([a-z-]+) = ", path.read_text(encoding="utf-8"), re.MULTILINE)) | {"per-file-ignores"}
    assert named == set(KEYS)
    assert config.settings.keep == ("蕞尔小国", "微信支付")


def test_the_rules_of_a_site_hold_and_join_the_built_in_ones(call: Callable[..., Any]) -> None:
    path = str(EXAMPLES / "mysite.toml")
    assert call("--test-rules", path).code == 0
    clean = Cleaner(Settings(extend_rules=(path,))).clean
    assert clean("由青山读书网首发\n蕞高的塔（www.QSREAD.example）倒了。").text == "最高的塔倒了。"


def test_the_hooks_exist() -> None:
    offered = set(re.findall(r"id: (\S+)", (EXAMPLES.parent / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")))
    used = set(re.findall(r"id: (\S+)", (EXAMPLES / "pre-commit-config.yaml").read_text(encoding="utf-8")))
    assert used == offered
