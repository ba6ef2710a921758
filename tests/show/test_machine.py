"""Can programs read what is written for them?"""

import json

import pytest

from cqclean import show
from cqclean.ruleset.load import builtin
from cqclean.show.finding import findings
from cqclean.show.machine import FORMATS, items
from cqclean.text.document import Document
from cqclean.text.edits import Edit

TEXT = "第一行\n𠮷蕞好的%\n首页\n"
EDITS = [Edit(5, 6, "最", "variant-zui", "safe", 0.99, "Why: a\nb"), Edit(10, 13, "", "variant-zui", "unsafe", 0.5, "")]


def written(name, path="深/a b.txt"):
    document = Document(TEXT, "text")
    shape = FORMATS[name]
    rows = list(items(findings(path, document, EDITS[:1], EDITS[1:]), name))
    return shape.head + shape.separator.join(rows) + shape.tail(builtin().by_id, "1.0")


@pytest.mark.parametrize("name", ["json", "jsonl"])
def test_json(name):
    data = written(name).decode()
    rows = json.loads(data) if name == "json" else [json.loads(line) for line in data.splitlines()]
    assert [(row["line"], row["column"], row["end_line"], row["end_column"]) for row in rows] == [(2, 2, 2, 3), (3, 1, 4, 1)]
    assert [TEXT[row["start"] : row["end"]] == row["old"] for row in rows] == [True, True]
    assert [row["made"] for row in rows] == [True, False]


def test_github():
    first, second = written("github", "a,b:c.txt").decode().splitlines()
    assert first.startswith("::warning file=a%2Cb%3Ac.txt,line=2,endLine=2,col=2,title=variant-zui::[safe] Why: a%0Ab")
    assert second.startswith("::warning ")


SCHEMA = {  # the parts of SARIF 2.1.0 that a reader needs, with its own words
    "type": "object",
    "required": ["version", "runs"],
    "additionalProperties": False,
    "properties": {
        "$schema": {"type": "string", "format": "uri"},
        "version": {"const": "2.1.0"},
        "runs": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["tool"],
                "additionalProperties": False,
                "properties": {
                    "columnKind": {"enum": ["utf16CodeUnits", "unicodeCodePoints"]},
                    "tool": {
                        "type": "object",
                        "required": ["driver"],
                        "additionalProperties": False,
                        "properties": {
                            "driver": {
                                "type": "object",
                                "required": ["name"],
                                "additionalProperties": False,
                                "properties": {
                                    "name": {"type": "string"},
                                    "version": {"type": "string"},
                                    "rules": {"type": "array", "uniqueItems": True, "items": {"$ref": "#/$defs/rule"}},
                                },
                            }
                        },
                    },
                    "results": {"type": "array", "items": {"$ref": "#/$defs/result"}},
                },
            },
        },
    },
    "$defs": {
        "level": {"enum": ["none", "note", "warning", "error"]},
        "message": {"type": "object", "required": ["text"], "additionalProperties": False, "properties": {"text": {"type": "string"}}},
        "artifact": {"type": "object", "additionalProperties": False, "properties": {"uri": {"type": "string", "pattern": "^[!-~]+$"}}},
        "region": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                **{name: {"type": "integer", "minimum": 1} for name in ("startLine", "startColumn", "endLine", "endColumn")},
                "charOffset": {"type": "integer", "minimum": -1},
                "charLength": {"type": "integer", "minimum": 0},
            },
        },
        "rule": {
            "type": "object",
            "required": ["id"],
            "additionalProperties": False,
            "properties": {
                "id": {"type": "string"},
                "shortDescription": {"$ref": "#/$defs/message"},
                "help": {"$ref": "#/$defs/message"},
                "defaultConfiguration": {"type": "object", "properties": {"level": {"$ref": "#/$defs/level"}}},
                "properties": {"type": "object"},
            },
        },
        "result": {
            "type": "object",
            "required": ["message"],
            "additionalProperties": False,
            "properties": {
                "ruleId": {"type": "string"},
                "level": {"$ref": "#/$defs/level"},
                "message": {"$ref": "#/$defs/message"},
                "locations": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "additionalProperties": False,
                        "properties": {
                            "physicalLocation": {
                                "type": "object",
                                "required": ["artifactLocation"],
                                "additionalProperties": False,
                                "properties": {"artifactLocation": {"$ref": "#/$defs/artifact"}, "region": {"$ref": "#/$defs/region"}},
                            }
                        },
                    },
                },
                "fixes": {
                    "type": "array",
                    "items": {
                        "type": "object",
                        "required": ["artifactChanges"],
                        "additionalProperties": False,
                        "properties": {
                            "description": {"$ref": "#/$defs/message"},
                            "artifactChanges": {
                                "type": "array",
                                "minItems": 1,
                                "items": {
                                    "type": "object",
                                    "required": ["artifactLocation", "replacements"],
                                    "additionalProperties": False,
                                    "properties": {
                                        "artifactLocation": {"$ref": "#/$defs/artifact"},
                                        "replacements": {
                                            "type": "array",
                                            "minItems": 1,
                                            "items": {
                                                "type": "object",
                                                "required": ["deletedRegion"],
                                                "additionalProperties": False,
                                                "properties": {
                                                    "deletedRegion": {"$ref": "#/$defs/region"},
                                                    "insertedContent": {"$ref": "#/$defs/message"},
                                                },
                                            },
                                        },
                                    },
                                },
                            },
                        },
                    },
                },
                "properties": {"type": "object"},
            },
        },
    },
}


def test_sarif():
    jsonschema = pytest.importorskip("jsonschema")
    log = json.loads(written("sarif"))
    jsonschema.validate(log, SCHEMA)
    run = log["runs"][0]
    assert run["columnKind"] == "unicodeCodePoints"
    assert {result["ruleId"] for result in run["results"]} <= {rule["id"] for rule in run["tool"]["driver"]["rules"]}
    region = run["results"][0]["locations"][0]["physicalLocation"]["region"]
    assert (region["startLine"], region["startColumn"], region["endColumn"]) == (2, 2, 3)
    assert run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "%E6%B7%B1/a%20b.txt"


@pytest.mark.parametrize("name", ["json", "sarif"])
def test_a_run_without_findings_is_whole(name):
    shape = FORMATS[name]
    json.loads(shape.head + shape.tail({}, "1.0"))


def test_every_format_for_programs_can_be_asked_for():
    assert set(FORMATS) | {"concise", "diff"} == set(show.FORMATS)
