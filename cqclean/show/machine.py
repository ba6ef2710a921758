"""How are findings written for programs?

Each format is a head, items with a separator, and a tail, so that a run of a million files is written as it goes.
"""

import json
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any, NamedTuple
from urllib.parse import quote

from cqclean.ruleset.rule import Rule
from cqclean.show.finding import Finding

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_SARIF_LEVELS = {"safe": "warning", "unsafe": "warning", "review": "note"}
_GITHUB_LEVELS = {"safe": "warning", "unsafe": "warning", "review": "notice"}
_GITHUB_ESCAPES = (("%", "%25"), ("\r", "%0D"), ("\n", "%0A"))
_GITHUB_PROPERTY_ESCAPES = (*_GITHUB_ESCAPES, (":", "%3A"), (",", "%2C"))


class Format(NamedTuple):
    """How items become a document. tail takes the rules by id and the version."""

    item: Callable[[Finding], bytes]
    head: bytes = b""
    separator: bytes = b""
    tail: Callable[[Mapping[str, Rule], str], bytes] = lambda rules, version: b""


def dump(value: Any) -> bytes:
    """JSON in UTF-8; ASCII-escaped where a file name is not Unicode."""
    try:
        return json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:
        return json.dumps(value).encode()


def row(finding: Finding) -> dict[str, Any]:
    """A finding as names and values: lines and columns from 1, offsets from 0, all in code points."""
    edit = finding.edit
    return {
        "path": finding.path,
        "line": finding.start.line,
        "column": finding.start.column,
        "end_line": finding.end.line,
        "end_column": finding.end.column,
        "start": edit.start,
        "end": edit.end,
        "old": finding.old,
        "new": edit.new,
        "rule": edit.rule,
        "level": edit.level,
        "confidence": edit.confidence,
        "why": edit.why,
        "made": finding.made,
    }


def _github(finding: Finding) -> bytes:
    """A workflow command that becomes a note beside the line."""
    level = _GITHUB_LEVELS.get(finding.edit.level, "warning")
    where = f"file={_escaped(finding.path, _GITHUB_PROPERTY_ESCAPES)},line={finding.start.line},endLine={finding.end.line}"
    title = f"col={finding.start.column},title={_escaped(finding.edit.rule, _GITHUB_PROPERTY_ESCAPES)}"
    message = f"[{finding.edit.level}] {finding.edit.why}: {finding.old!r} -> {finding.edit.new!r}"
    return f"::{level} {where},{title}::{_escaped(message, _GITHUB_ESCAPES)}\n".encode("utf-8", "surrogateescape")


def _escaped(text: str, escapes: Iterable[tuple[str, str]]) -> str:
    for old, new in escapes:
        text = text.replace(old, new)
    return text


def _sarif_result(finding: Finding) -> bytes:
    edit = finding.edit
    region = {
        "startLine": finding.start.line,
        "startColumn": finding.start.column,
        "endLine": finding.end.line,
        "endColumn": finding.end.column,
        "charOffset": edit.start,
        "charLength": edit.end - edit.start,
    }
    artifact = {"uri": _uri(finding.path)}
    replacement = {"deletedRegion": region, "insertedContent": {"text": edit.new}}
    change = {"artifactLocation": artifact, "replacements": [replacement]}
    return dump(
        {
            "ruleId": edit.rule,
            "level": _SARIF_LEVELS.get(edit.level, "warning"),
            "message": {"text": edit.why or edit.rule},
            "locations": [{"physicalLocation": {"artifactLocation": artifact, "region": region}}],
            "fixes": [{"description": {"text": f"cqclean {edit.rule} [{edit.level}]"}, "artifactChanges": [change]}],
            "properties": {"safety": edit.level, "confidence": edit.confidence, "made": finding.made},
        }
    )


def _uri(path: str) -> str:
    path = path.replace(os.sep, "/")
    return ("file://" if path.startswith("/") else "") + quote(os.fsencode(path))


def _sarif_rule(rule: Rule) -> dict[str, Any]:
    examples = "\n".join(f"{example.before!r} -> {example.after!r}" for example in rule.examples if not example.stays)
    return {
        "id": rule.id,
        "shortDescription": {"text": rule.why},
        "help": {"text": f"{rule.why}\n{examples}".strip()},
        "defaultConfiguration": {"level": _SARIF_LEVELS.get(rule.level, "warning")},
        "properties": {"kind": rule.kind, "safety": rule.level},
    }


def _sarif_tail(rules: Mapping[str, Rule], version: str) -> bytes:
    driver = {"name": "cqclean", "version": version, "rules": [_sarif_rule(rule) for rule in rules.values()]}
    return b'],"tool":' + dump({"driver": driver}) + b"}]}\n"


_SARIF_HEAD = b'{"$schema":' + dump(SARIF_SCHEMA) + b',"version":"2.1.0","runs":[{"columnKind":"unicodeCodePoints","results":['

FORMATS: Mapping[str, Format] = {
    "json": Format(lambda finding: dump(row(finding)), b"[", b",\n", lambda rules, version: b"]\n"),
    "jsonl": Format(lambda finding: dump(row(finding)) + b"\n"),
    "github": Format(_github),
    "sarif": Format(_sarif_result, _SARIF_HEAD, b",\n", _sarif_tail),
}


def items(found: Iterable[Finding], name: str) -> Iterator[bytes]:
    """Each finding in a format, without head, separators and tail."""
    return map(FORMATS[name].item, found)
