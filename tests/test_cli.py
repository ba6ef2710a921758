"""Does the command do, say and return what its page promises?"""

import gzip
import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

CLEAN = "今天的天气真好。\n"
DIRTY = "这是蕞好的办法。\n"
CLEANED = "这是最好的办法。\n"
COMMAND = [sys.executable, "-m", "cqclean"]


class TestPipe:
    def test_good_text_comes_out_byte_for_byte(self, call):
        for data in (b"", b"\n", CLEAN.encode(), "\ufeff你好\r\n再见".encode(), b"a\rb\r\n\n"):
            assert call(stdin=data) == (0, data, "")

    def test_clean_text_and_not_a_word_more(self, call):
        assert call(stdin=DIRTY.encode()) == (0, CLEANED.encode(), "")
        assert call("-", stdin=DIRTY.encode()) == (0, CLEANED.encode(), "")

    def test_with_an_option_it_is_still_only_the_text(self, call):
        assert call("--unsafe", stdin=DIRTY.encode()) == (0, CLEANED.encode(), "")

    @pytest.mark.parametrize("encoding", ["gb18030", "utf-8-sig", "utf-16"])
    def test_the_encoding_found_is_the_encoding_written(self, call, encoding):
        assert call(stdin=DIRTY.encode(encoding)).out == CLEANED.encode(encoding)

    def test_big5_by_name(self, call):
        data = "這是蕞好的辦法".encode("big5")
        assert call("--encoding", "big5", stdin=data).out == "這是最好的辦法".encode("big5")

    def test_verbose_speaks_on_standard_error(self, call):
        answer = call("-v", "-", stdin=DIRTY.encode())
        assert answer.out == CLEANED.encode()
        assert answer.err.startswith("-:1:3 variant-zui [safe] 这是[-蕞-]{+最+}好的办法。\n    A character")
        assert answer.err.endswith("standard input: 1 change made, 0 held\n")

    def test_findings_instead_of_text(self, call):
        assert call("--check", stdin=DIRTY.encode()).code == 1
        assert call("--diff", stdin=DIRTY.encode()).out.decode().endswith(f"-{DIRTY}+{CLEANED}")

    def test_a_name_gives_the_pipe_its_config(self, call, write):
        write("a/cqclean.toml", 'ignore = ["variant"]')
        assert call("--stdin-filename", "a/x.txt", stdin=DIRTY.encode()).out == DIRTY.encode()
        assert call("--stdin-filename", "b/x.txt", stdin=DIRTY.encode()).out == CLEANED.encode()

    @pytest.mark.skipif(os.name != "posix", reason="terminals of POSIX")
    def test_a_terminal_gets_short_help(self):
        _, terminal = os.openpty()
        answer = subprocess.run(COMMAND, stdin=terminal, capture_output=True, check=False)
        assert answer.stderr.startswith(b"Usage: cqclean")
        assert (answer.returncode, answer.stdout) == (2, b"")


class TestReport:
    def test_clean_files_are_worth_0(self, call, write):
        write("a.txt", CLEAN)
        assert call("a.txt") == (0, b"", "Nothing to clean in 1 file.\n")

    def test_findings_on_output_and_the_summary_beside_them(self, call, write):
        path = write("a.txt", CLEAN + DIRTY)
        answer = call("a.txt")
        assert answer.code == 1
        assert answer.lines == ["a.txt:2:3 variant-zui [safe] 这是[-蕞-]{+最+}好的办法。"]
        assert answer.err == "Found 1 change in 1 of 1 file.\nClean with: cqclean -w a.txt\n"
        assert path.read_text() == CLEAN + DIRTY

    def test_exit_zero(self, call, write):
        write("a.txt", DIRTY)
        assert call("--exit-zero", "a.txt").code == 0

    def test_quiet_leaves_the_findings(self, call, write):
        write("a.txt", DIRTY)
        answer = call("-q", "a.txt")
        assert answer.err == ""
        assert answer.out

    def test_verbose_says_why(self, call, write):
        write("a.txt", DIRTY)
        assert "Advertising Law" in call("-v", "a.txt").out.decode()

    def test_what_is_kept_is_no_news(self, call, write):
        write("a.txt", "这是蕞好的办法。\n")
        assert call("--keep", "蕞好", "a.txt").out == b""
        assert b"[held]" in call("--keep", "蕞好", "-v", "a.txt").out

    def test_statistics(self, call, write):
        write("a.txt", DIRTY * 3)
        lines = [line.split() for line in call("-q", "--statistics", "a.txt").err.splitlines()]
        assert lines[0] == ["rule", "made", "held", "characters", "ms"]
        assert lines[1][:4] == ["variant-zui", "3", "0", "3"]
        assert float(lines[1][4]) >= 0
        assert ["finder", "ms"] in lines
        assert {"gate", "structure", "spans", "masks"} <= {line[0] for line in lines}

    def test_statistics_of_a_pipe_and_of_several_processes_name_the_time(self, call, write):
        for number in range(3):
            write(f"d/{number}.txt", DIRTY)
        for answer in (call("--statistics", stdin=DIRTY.encode()), call("--statistics", "-j", "2", "d")):
            assert [line.split()[0] for line in answer.err.splitlines() if line.split()[-1:] == ["ms"]] == ["rule", "finder"]

    @pytest.mark.parametrize("form", ["json", "jsonl", "sarif"])
    def test_statistics_for_programs(self, call, write, form):
        write("a.txt", DIRTY)
        rows = [json.loads(line) for line in call("-q", "--statistics", "--output-format", form, "a.txt").err.splitlines()]
        assert {key: value for key, value in rows[0].items() if key != "ms"} == {
            "rule": "variant-zui",
            "made": 1,
            "held": 0,
            "characters": 1,
        }
        assert all(row.keys() == {"finder", "ms"} for row in rows if "rule" not in row)
        assert "structure" in {row.get("finder") for row in rows}

    def test_files_in_their_order_whatever_the_number_of_processes(self, call, write):
        for number in range(60):
            write(f"d/{number:03}.txt", DIRTY)
        assert call("-j", "3", "d").out == call("-j", "1", "d").out

    def test_a_report_is_worth_2_if_a_file_could_not_be_done(self, call, write):
        write("d/a.txt", DIRTY)
        write("d/b.txt", CLEAN.encode() * 3 + b"\xff\xfe")
        answer = call("d")
        assert answer.code == 2
        assert len(answer.lines) == 1
        assert "d/b.txt: not text in utf-8" in answer.err


class TestWrite:
    def test_in_place(self, call, write):
        path = write("a.txt", DIRTY)
        assert call("-w", "a.txt") == (0, b"", "Cleaned 1 change in 1 of 1 file.\n")
        assert path.read_text() == CLEANED

    def test_check_with_write_says_that_something_was_written(self, call, write):
        write("a.txt", DIRTY)
        assert call("-w", "--check", "a.txt").code == 1
        assert call("-w", "--check", "a.txt").code == 0

    def test_a_clean_file_is_not_touched(self, call, write):
        path = write("a.txt", CLEAN)
        before = path.stat()
        call("-w", "a.txt")
        assert (path.stat().st_ino, path.stat().st_mtime_ns) == (before.st_ino, before.st_mtime_ns)

    def test_copies_keep_the_tree(self, call, write, tmp_path):
        write("d/a.txt", DIRTY)
        write("d/深/b.txt", CLEAN)
        assert call("-o", "out", "d").code == 0
        assert (tmp_path / "out/a.txt").read_text() == CLEANED
        assert (tmp_path / "out/深/b.txt").read_text() == CLEAN
        assert (tmp_path / "d/a.txt").read_text() == DIRTY

    def test_copies_that_are_up_to_date_are_left(self, call, write, tmp_path):
        write("d/a.txt", DIRTY)
        call("-o", "out", "d")
        before = (tmp_path / "out/a.txt").stat().st_ino
        assert call("-o", "out", "d").code == 0
        assert (tmp_path / "out/a.txt").stat().st_ino == before
        call("-o", "out", "--ignore", "variant", "d")
        assert (tmp_path / "out/a.txt").read_text() == DIRTY

    def test_copies_of_one_name_are_refused(self, call, write):
        write("a/x.txt", DIRTY)
        write("b/x.txt", DIRTY)
        answer = call("-o", "out", "a/x.txt", "b/x.txt")
        assert answer.code == 2
        assert "another path is called x.txt" in answer.err

    def test_copies_never_take_the_place_of_the_files(self, call, write):
        path = write("d/a.txt", DIRTY)
        for folder in (".", "d"):
            answer = call("-o", folder, "d/a.txt")
            assert answer.code == 2
            assert "choose another folder for the copies" in answer.err
        assert call("-o", "d/out", "d").code == 0
        assert path.read_text() == DIRTY

    def test_markup_that_could_break_is_reported_and_written_only_when_named(self, call, write):
        path = write("d/a.rst", DIRTY)
        assert call("d").code == 1
        assert "d/a.rst: something to clean, but left as it is" in call("-w", "d").err
        assert path.read_text() == DIRTY
        call("-w", "d/a.rst")
        assert path.read_text() == CLEANED

    def test_a_text_that_would_lose_too_much_is_held_back(self, call, write):
        path = write("a.txt", DIRTY)
        answer = call("-w", "--max-removed", "0", "--config", str(write("c.toml", 'extend-rules = ["r.toml"]')), "a.txt")
        assert answer.code == 2  # r.toml is not there
        write("r.toml", RULE)
        answer = call("-w", "--max-removed", "0", "--config", "c.toml", "a.txt")
        assert answer.code == 1
        assert "a.txt: held back" in answer.err
        assert path.read_text() == DIRTY
        assert call("-w", "--max-removed", "0", "--force", "--config", "c.toml", "a.txt").code == 0
        assert path.read_text() != DIRTY


RULE = """
[[rule]]
id = "advert-test"
kind = "advert"
action = "delete"
level = "safe"
when = ["办法"]
match = '的办法'
why = "A test."
confidence = 0.9
[rule.examples]
"没有办法" = "没有办法"
"好的办法" = "好"
"""


class TestDiff:
    def test_patch_takes_it(self, call, write):
        path = write("深 层/a.txt", CLEAN * 9 + DIRTY + CLEAN * 9)
        answer = call("--diff", "深 层")
        assert answer.code == 1
        subprocess.run(["patch", "-p0", "-s"], input=answer.out, check=True)
        assert path.read_text() == CLEAN * 9 + CLEANED + CLEAN * 9

    def test_a_diff_that_patch_can_not_read_says_so(self, call, write):
        write("a.txt", DIRTY.encode("utf-16"))
        answer = call("--diff", "a.txt")
        assert answer.out.decode().endswith(f"-\ufeff{DIRTY}+\ufeff{CLEANED}")
        assert "a.txt: in utf-16-le, so patch can't apply its diff" in answer.err


class TestChoices:
    def test_ignore_and_select(self, call):
        assert call("--ignore", "variant", stdin=DIRTY.encode()).out == DIRTY.encode()
        assert call("--ignore", "variant-zui,advert", stdin=DIRTY.encode()).out == DIRTY.encode()
        assert call("--select", "advert", stdin=DIRTY.encode()).out == DIRTY.encode()
        assert call("--select", "variant-zui", stdin=DIRTY.encode()).out == CLEANED.encode()

    def test_keep(self, call):
        assert call("--keep", "蕞好", stdin=DIRTY.encode()).out == DIRTY.encode()

    def test_the_command_line_beats_config(self, call, write):
        write("cqclean.toml", 'ignore = ["variant"]')
        write("a.txt", DIRTY)
        assert call("a.txt").code == 0
        assert call("--ignore", "advert", "a.txt").code == 1
        assert call("--isolated", "a.txt").code == 1

    def test_the_environment_beats_config_too(self, call, write, monkeypatch):
        write("a.txt", DIRTY)
        monkeypatch.setenv("CQCLEAN_IGNORE", "variant")
        assert call("a.txt").code == 0

    def test_an_unknown_rule_to_ignore_is_only_a_warning(self, call):
        answer = call("--ignore", "variant-zuj", stdin=DIRTY.encode())
        assert answer.code == 0
        assert "did you mean 'variant-zui'" in answer.err

    def test_per_file_ignores(self, call, write):
        write("cqclean.toml", '[per-file-ignores]\n"ads/**" = ["variant"]')
        write("ads/a.txt", DIRTY)
        write("b.txt", DIRTY)
        assert [line.split(":")[0] for line in call(".").lines] == ["b.txt"]

    def test_patterns_of_the_command_line_are_relative_to_the_current_folder(self, call, write, tmp_path, monkeypatch):
        write("cqclean.toml", 'exclude = ["x"]')
        write("sub/a/1.txt", DIRTY)
        write("sub/b/2.txt", DIRTY)
        write("sub/b/3.md", DIRTY)
        monkeypatch.chdir(tmp_path / "sub")
        assert [line.split(":")[0] for line in call("--exclude", "a/**", ".").lines] == ["b/2.txt", "b/3.md"]
        monkeypatch.chdir(tmp_path / "sub/a")
        assert [line.split(":")[0] for line in call("--exclude", "*.md", "../b").lines] == ["../b/2.txt"]
        assert [line.split(":")[0] for line in call("--isolated", "--exclude", "*.md", "../b").lines] == ["../b/2.txt"]

    def test_comments_in_markdown(self, call, write):
        text = f"{DIRTY}<!-- cqclean: off -->\n{DIRTY}<!-- cqclean: on -->\n{DIRTY}<!-- cqclean: ignore variant-zui -->\n{DIRTY}"
        write("a.md", text)
        assert [line.split(":")[1] for line in call("a.md").lines] == ["1", "5"]
        write("b.md", f"{DIRTY}<!-- cqclean: ignore-file -->\n")
        assert call("b.md").code == 0


class TestBadInput:
    """Each with its message and its exit code."""

    def bad(self, answer, *words):
        assert answer.code == 2
        assert answer.out == b""
        assert "Traceback" not in answer.err
        for word in words:
            assert word in answer.err

    def test_standard_input_that_is_no_text(self, call):
        data = "好".encode() * 9 + b"\xff\xff"
        self.bad(call(stdin=data), "standard input: not text in utf-8, gb18030: byte 0xFF in line 1 (offset 27)", "--encoding")
        self.bad(call("--unsafe", stdin=data), "standard input: not text in utf-8, gb18030")
        self.bad(call(stdin="好".encode() * 9 + b"\xe5\xa5"), "the last character, in line 1, is cut off")
        self.bad(call(stdin=b"a\0b"), "standard input: binary, not text")

    def test_a_folder_without_texts(self, call, write):
        write("d/a.py", "")
        self.bad(call("d"), "no text to clean in d: 1 file", "--show-files")

    def test_a_missing_file(self, call, write):
        write("a.txt", CLEAN)
        self.bad(call("gone.txt", "a.txt"), "gone.txt: no such file or folder")
        self.bad(call("", "a.txt"), ": no such file or folder")

    def test_a_folder_where_a_file_is_expected(self, call, write):
        write("d/a.txt", CLEAN)
        write("a.txt", DIRTY)
        self.bad(call("--test-rules", "d"), "d: a folder, not a rule file")
        self.bad(call("--config", "d", "a.txt"), "d: no such config file")
        self.bad(call("-w", "--record", "d", "a.txt"), "d: can't write the record")
        self.bad(call("--revert", "d"), "d: can't read the record")

    def test_an_output_folder_that_is_a_file(self, call, write):
        write("a.txt", DIRTY)
        write("out", "")
        self.bad(call("-o", "out", "a.txt"), "can't write")

    def test_an_unknown_rule(self, call):
        self.bad(call("--explain", "variant-zuj"), "unknown rule 'variant-zuj': did you mean 'variant-zui'?")
        self.bad(call("--select", "variant-zuj"), "unknown rule or kind 'variant-zuj'", "variant-zui")
        self.bad(call("--kinds", "variannt", "."), "'variannt'", "did you mean 'variant'?")

    def test_a_broken_rule_file(self, call, write):
        write("r.toml", "[[rule]]\nid = 'x'\nmatch = '('\n")
        write("cqclean.toml", 'extend-rules = ["r.toml"]')
        write("a.txt", DIRTY)
        self.bad(call("a.txt"), "r.toml:1: x: ", "missing )")
        self.bad(call("--test-rules", "r.toml"), "r.toml:1: x: ")
        write("r.toml", "[[rule")
        self.bad(call("a.txt"), "r.toml: not a rule file")

    def test_a_broken_rule_file_of_a_folder_below(self, call, write):
        write("d/r.toml", "[[rule")
        write("d/cqclean.toml", 'extend-rules = ["r.toml"]')
        write("d/a.txt", DIRTY)
        self.bad(call("."), "d/a.txt: ", "r.toml: not a rule file")

    def test_an_unknown_option_or_value(self, call):
        self.bad(call("--ascii"), "--ascii", "cqclean --help")
        self.bad(call("--script", "simplifed"), "'simplifed' is not one of keep, simplified, traditional; did you mean 'simplified'?")
        self.bad(call("--encoding", "utf-88"), "utf-88")
        self.bad(call("--max-removed", "2"), "max-removed")
        self.bad(call("-j", "-1"), "jobs")

    @pytest.mark.parametrize(
        "arguments",
        [
            ["-w"],
            ["-o", "out"],
            ["--diff", "-w", "a"],
            ["-w", "-o", "x", "a"],
            ["-", "a"],
            ["--record", "r", "a"],
            ["--add-report", "a"],
            ["-o", "", "a"],
            ["--jsonl", ""],
        ],
    )
    def test_contradictions(self, call, arguments):
        self.bad(call(*arguments), "Usage: cqclean")

    def test_an_unknown_key(self, call, write):
        write("cqclean.toml", 'ignroe = ["x"]\nunsafe = 3')
        write("a.txt", DIRTY)
        self.bad(call("a.txt"), "unknown key 'ignroe': did you mean 'ignore'?", "unsafe takes true or false, not 3")

    def test_a_config_that_is_no_toml(self, call, write):
        write("cqclean.toml", "a = ")
        write("a.txt", DIRTY)
        self.bad(call("a.txt"), "cqclean.toml: not valid TOML")

    def test_a_read_only_file(self, call, write):
        path = write("a.txt", DIRTY)
        path.chmod(0o444)
        answer = call("-w", "a.txt")
        assert answer.code == 2
        assert "a.txt: can't write: the file is read-only" in answer.err
        assert path.read_text() == DIRTY

    @pytest.mark.skipif(os.name != "posix", reason="pipes of POSIX")
    def test_a_closed_pipe_is_no_news(self, tmp_path):
        (tmp_path / "a.txt").write_text(DIRTY * 20000)
        for arguments in (["a.txt"], ["--diff", "a.txt"], ["--list-rules"]):
            process = subprocess.Popen([*COMMAND, *arguments], cwd=tmp_path, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait() == 128 + signal.SIGPIPE

    def test_a_closed_pipe_of_a_pipe(self, tmp_path):
        (tmp_path / "a.txt").write_text(DIRTY * 20000)
        with open(tmp_path / "a.txt") as file:
            process = subprocess.Popen(COMMAND, stdin=file, stdout=subprocess.PIPE, stderr=subprocess.PIPE)
            process.stdout.close()
            assert process.stderr.read() == b""
            assert process.wait() == 128 + signal.SIGPIPE


class TestAnswers:
    def test_explain(self, call):
        answer = call("--explain", "variant-zui")
        assert answer.code == 0
        assert "蕞高可持续航行8小时  →  最高可持续航行8小时" in answer.out.decode()
        assert "蕞尔小国" in answer.out.decode()

    def test_list_rules(self, call):
        assert any(line.startswith("variant-zui ") for line in call("--list-rules").lines)
        assert all(line.startswith("variant-") for line in call("--list-rules", "--kinds", "variant").lines)

    def test_the_rules_hold_their_examples(self, call, write):
        write("r.toml", RULE)
        assert call("--test-rules", "r.toml").code == 0
        write("r.toml", RULE.replace('"好"', '"坏"'))
        answer = call("--test-rules", "r.toml")
        assert answer.code == 1
        assert "r.toml:2: advert-test: wrong: '好的办法' should read '坏', reads '好'" in answer.out.decode()

    def test_show_config(self, call, write):
        write("cqclean.toml", 'keep = ["蕞尔"]')
        assert 'keep = ["蕞尔"]' in call("--show-config").lines

    @pytest.mark.parametrize(
        ("words", "answer"), [("--expl", "--explain"), ("--explain variant-zu", "variant-zui"), ("--ignore a,variant-zu", "a,variant-zui")]
    )
    def test_completion(self, words, answer):
        environment = os.environ | {
            "COMP_WORDS": f"cqclean {words}",
            "COMP_CWORD": str(len(words.split())),
            "_CQCLEAN_COMPLETE": "bash_complete",
        }
        shown = subprocess.run(COMMAND, env=environment, capture_output=True, text=True, check=False).stdout
        assert f"plain,{answer}\n" in shown

    def test_version_and_help(self, call):
        assert call("--version").out.startswith(b"cqclean ")
        assert b"--revert" in call("--help").out


class TestRecord:
    def test_there_and_back(self, call, write):
        files = {
            "d/a.txt": b"a\r\n" + DIRTY.encode() * 3,
            "d/b.md": "\ufeff".encode() + DIRTY.encode(),
            "d/c.txt": DIRTY.encode("gb18030"),
            "d/u.txt": DIRTY.encode("utf-16"),
            "d/n\nl.txt": DIRTY.encode(),
        }
        paths = {write(name, data): data for name, data in files.items()}
        assert call("-w", "--record", "r.jsonl", "d").code == 0
        assert all(path.read_bytes() != data for path, data in paths.items())
        assert call("--revert", "r.jsonl") == (0, b"", "5 files restored, 0 as before already, 0 left as they are\n")
        assert all(path.read_bytes() == data for path, data in paths.items())
        assert call("--revert", "r.jsonl").code == 0

    def test_two_runs_in_one_record(self, call, write):
        path = write("a.txt", DIRTY)
        call("-w", "--record", "r.jsonl", "a.txt")
        path.write_text(CLEANED + DIRTY)
        call("-w", "--record", "r.jsonl", "a.txt")
        assert call("--revert", "r.jsonl").code == 2  # the first run left another file than the second found
        assert path.read_text() == CLEANED + DIRTY

    def test_a_file_that_changed_since_is_left(self, call, write):
        path = write("a.txt", DIRTY)
        call("-w", "--record", "r.jsonl", "a.txt")
        path.write_text("new")
        answer = call("--revert", "r.jsonl")
        assert answer.code == 2
        assert "a.txt: changed since the run: left as it is" in answer.err
        assert path.read_text() == "new"

    def test_a_record_leads_nowhere_else(self, call, write, tmp_path):
        path = write("in/a.txt", DIRTY)
        outside = write("out.txt", DIRTY)
        call("-w", "--record", "r.jsonl", "in/a.txt", "out.txt")
        os.makedirs(tmp_path / "x/y")
        record = (tmp_path / "r.jsonl").read_text().replace('"out.txt"', '"../../out.txt"').replace('"in/a.txt"', '"../../in/a.txt"')
        (tmp_path / "x/y/r.jsonl").write_text(record)
        os.chdir(tmp_path / "x/y")
        answer = call("--revert", "r.jsonl", "../../in")
        assert answer.code == 2
        assert "outside of the current folder" in answer.err
        assert path.read_text() == DIRTY
        assert outside.read_text() == CLEANED

    @pytest.mark.parametrize("line", ["x", "{}", "[]", '{"path": 3}', "null"])
    def test_what_is_no_record(self, call, write, line):
        write("r.jsonl", line + "\n")
        answer = call("--revert", "r.jsonl")
        assert answer.code == 2
        assert "r.jsonl:1: not a line of a record" in answer.err


class TestJsonLines:
    def test_one_field_and_nothing_else(self, call):
        line = '{"b":1.0, "text" : "这是蕞好的。\\n", "c":["蕞好的"],"d":"\\u4e00"}\n'
        assert call("--jsonl", "text", stdin=line.encode()).out.decode() == line.replace("这是蕞", "这是最")

    def test_bad_lines_go_through_and_are_reported(self, call):
        data = '{"text": 3}\nno\n{"text": "这是蕞好的。"}\n'.encode()
        answer = call("--jsonl", "text", stdin=data)
        assert answer.code == 2
        assert answer.out == data.replace("这是蕞".encode(), "这是最".encode())
        assert answer.err.splitlines()[0] == "standard input:1: not cleaned: field 'text' is no string"

    def test_half_a_surrogate_pair(self, call):
        line = '{"text": "\\ud800这是蕞好的。"}\n'
        assert json.loads(call("--jsonl", "text", stdin=line.encode()).out) == {"text": "\ud800这是最好的。"}

    def test_a_report_beside_the_text(self, call):
        answer = call("--jsonl", "text", "--add-report", stdin='{"text": "这是蕞好的。"}\n'.encode())
        assert json.loads(answer.out)["cqclean"] == {"changes": 1, "held": 0, "rules": ["variant-zui"]}

    def test_files(self, call, write, tmp_path):
        line = '{"text": "这是蕞好的。"}\n'
        path, packed = write("d/a.jsonl", line * 3 + "no\n"), write("d/b.jsonl.gz", gzip.compress(line.encode() * 2))
        write("d/c.txt", DIRTY)
        answer = call("--jsonl", "text", "d/b.jsonl.gz")
        assert answer.code == 1
        assert answer.lines[1] == "d/b.jsonl.gz:2:1:3 variant-zui [safe] 这是[-蕞-]{+最+}好的。"
        assert call("--jsonl", "text", "-w", "d").code == 2
        assert path.read_text() == line.replace("蕞", "最") * 3 + "no\n"
        assert gzip.decompress(packed.read_bytes()).decode() == line.replace("蕞", "最") * 2
        assert (tmp_path / "d/c.txt").read_text() == DIRTY

    def test_a_file_without_anything_to_clean_is_not_touched(self, call, write):
        path = write("a.jsonl.gz", gzip.compress(b'{"text": "x"}\n'))
        before = path.stat().st_ino
        assert call("--jsonl", "text", "-w", "a.jsonl.gz").code == 0
        assert path.stat().st_ino == before

    def test_zst(self, call, write):
        zstandard = pytest.importorskip("zstandard")
        path = write("a.jsonl.zst", zstandard.ZstdCompressor().compress('{"text": "这是蕞好的。"}\n'.encode() * 2))
        assert call("--jsonl", "text", "-w", "a.jsonl.zst").code == 0
        with zstandard.open(path, "rb") as file:
            assert file.read().decode() == '{"text": "这是最好的。"}\n' * 2

    def test_a_gzip_that_is_cut_off(self, call, write):
        data = gzip.compress(b'{"text": "x"}\n' * 1000)[:-10]
        path = write("a.jsonl.gz", data)
        answer = call("--jsonl", "text", "-w", "a.jsonl.gz")
        assert answer.code == 2
        assert "a.jsonl.gz: can't be read" in answer.err
        assert path.read_bytes() == data

    def test_many_lines_keep_their_order(self, call):
        data = b"".join(json.dumps({"n": n, "text": DIRTY}).encode() + b"\n" for n in range(300))
        assert call("--jsonl", "text", "-j", "3", stdin=data).out == call("--jsonl", "text", "-j", "1", stdin=data).out
        assert [json.loads(line)["n"] for line in call("--jsonl", "text", "-j", "3", stdin=data).out.splitlines()] == list(range(300))


class TestHostileText:
    TEXT = "[red]a[/red] :smile: \x1b[31m 蕞\u200b好 [link=x] \x07\x08\n"

    @pytest.mark.parametrize("color", ["always", "never"])
    @pytest.mark.parametrize("arguments", [[], ["-v"], ["--diff"]])
    def test_nothing_steers_the_terminal(self, call, write, color, arguments):
        write("a.txt", self.TEXT + "这是蕞好的" + "长" * 10_000 + "\n")
        out = call("--color", color, *arguments, "a.txt").out.decode()
        bare = out.replace("\x1b[0m", "").replace("\x1b[31m", "").replace("\x1b[32m", "")
        for code in ("\x1b[1m", "\x1b[36m", "\x1b[33m", "\x1b[35m"):
            bare = bare.replace(code, "")
        if arguments != ["--diff"] or color == "always":
            assert "\x1b" not in bare
            assert "\x07" not in bare
            assert "\u200b" not in bare
        if arguments == ["--diff"]:
            assert "[red]a[/red] :smile:" in bare
        else:
            assert max(map(len, bare.splitlines())) < 200

    def test_a_hostile_name(self, call, write):
        write("\x1b[31m.txt", DIRTY)
        assert b"\x1b" not in call(".").out
        assert "⟨001B⟩[31m.txt:1:3" in call(".").out.decode()

    @pytest.mark.skipif(sys.platform != "linux", reason="names of Linux")
    def test_a_name_that_is_no_utf8(self, call, write, tmp_path):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt")).write_text(DIRTY)
        assert "⟨DCFF⟩.txt:1:3" in call(".").out.decode()
        for name in ("json", "jsonl", "sarif", "github", "diff"):
            assert call("--output-format", name, ".").code == 1
        assert call("-w", "--record", "r.jsonl", ".").code == 0
        assert call("--revert", "r.jsonl").code == 0
