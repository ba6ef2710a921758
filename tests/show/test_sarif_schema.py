"""Is what is written SARIF 2.1.0, by its own schema? The schema comes from npm (@microsoft/jest-sarif, MIT); without npm this skips."""

import json
import shutil
import subprocess
import tarfile

import pytest

jsonschema = pytest.importorskip("jsonschema")
PACKAGE = "@microsoft/jest-sarif@1.0.0-beta.0"
MEMBER = "package/lib/schemas/sarif-2.1.0-rtm.5.json"


@pytest.fixture(scope="module")
def schema(tmp_path_factory: pytest.TempPathFactory) -> dict[str, object]:
    folder = tmp_path_factory.mktemp("schema")
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed: the schema of SARIF can't be had")
    done = subprocess.run([npm, "pack", "--silent", PACKAGE], cwd=folder, capture_output=True, timeout=120, check=False)
    packed = next(iter(folder.glob("*.tgz")), None)
    if done.returncode or packed is None:
        pytest.skip("the registry of npm can't be reached: the schema of SARIF can't be had")
    with tarfile.open(packed) as archive:
        member = archive.extractfile(MEMBER)
        assert member is not None
        content: dict[str, object] = json.load(member)
        return content


def test_findings_are_valid_sarif(schema, call, write) -> None:  # type: ignore[no-untyped-def]
    write("深/a b.txt", "蕞好的办法。\n上一章 目录 下一章\n𠮷蕞大\n")
    write("b.txt", "战略***新兴产业，某***某。\n")
    answer = call("--output-format", "sarif", ".")
    assert answer.code == 1
    jsonschema.validators.validator_for(schema)(schema).validate(json.loads(answer.out))


def test_a_run_without_findings_is_valid_sarif(schema, call, write) -> None:  # type: ignore[no-untyped-def]
    write("a.txt", "他推门进来。\n")
    jsonschema.validators.validator_for(schema)(schema).validate(json.loads(call("--output-format", "sarif", ".").out))


def test_the_schema_refuses_what_is_no_sarif(schema) -> None:  # type: ignore[no-untyped-def]
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validators.validator_for(schema)(schema).validate({"version": "2.1.0", "runs": [{}]})
