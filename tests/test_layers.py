"""The house: imports point down only, and each third-party package has one home."""

import ast
from importlib import import_module, util
from pathlib import Path

import pytest

PACKAGE = Path(__file__).resolve().parents[1] / "cqclean"
LAYERS = ("settings", "text", "ruleset", "find", "cleaner", "files", "show", "work", "options", "cli", "__main__")  # low to high
BESIDE = {"files", "show"}  # one floor: neither may import the other
HOMES = {
    "click": {"cli", "options"},
    "rich": {"show/terminal"},
    "opencc": {"find/script"},
    "regex": {"ruleset", "find"},
    "ahocorasick_rs": {"ruleset/gate", "find"},
    "pathspec": {"files/discover"},
    "markdown_it": {"text", "files", "find"},
    "mdit_py_plugins": {"text", "files", "find"},
}
SCRIPTS = sorted(PACKAGE.parent.joinpath("scripts").glob("*.py"))
MODULES = sorted(path for path in PACKAGE.rglob("*.py") if path.parent != PACKAGE or path.stem != "__init__")


def imports(path: Path) -> set[str]:
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            names |= {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def floor(module: str) -> str:
    return module.split(".")[0]


def name_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").as_posix()


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_imports_point_down(path: Path) -> None:
    own = name_of(path).split("/")[0]
    for name in imports(path):
        parts = name.split(".")
        if parts[0] != "cqclean" or len(parts) == 1 or parts[1] not in LAYERS:
            continue
        other = parts[1]
        assert LAYERS.index(other) <= LAYERS.index(own), f"{name_of(path)} imports {name}, which lives above it"
        assert not (other != own and {other, own} <= BESIDE), f"{name_of(path)} imports {name} from the room beside"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_each_package_has_one_home(path: Path) -> None:
    own = name_of(path)
    for name in imports(path):
        homes = HOMES.get(name.split(".")[0])
        if homes is not None:
            assert any(own == home or own.startswith(f"{home}/") for home in homes), f"{own} imports {name}; its home is {homes}"


@pytest.mark.parametrize("path", MODULES, ids=name_of)
def test_modules_stay_small(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= 250, f"{name_of(path)} has {lines} lines: split it"


def test_functions_stay_short() -> None:
    sizes = []
    for path in MODULES:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef):
                sizes.append((node.end_lineno or 0) - node.lineno + 1)
    assert sorted(sizes)[len(sizes) // 2] <= 12


@pytest.mark.parametrize("path", SCRIPTS, ids=lambda path: path.stem)
def test_what_a_script_takes_from_the_package_is_there(path: Path) -> None:
    """Their own packages may be missing here, so they are read and not run."""
    for name in imports(path):
        module, _, last = name.rpartition(".")
        if name.startswith("cqclean."):
            assert hasattr(import_module(module), last) or util.find_spec(name), f"scripts/{path.name}: {module} has no {last}"
