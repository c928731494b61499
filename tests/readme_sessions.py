"""The README's sessions: `python tests/readme_sessions.py` runs its commands and writes what they print under them."""

import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
README = ROOT / "README.md"
_SESSION = re.compile(r"^```console\n(.*?)^```$", re.S | re.M)


def commands(text: str) -> list[str]:
    """The lines after `$` in all console blocks."""
    return [line[2:] for block in _SESSION.findall(text) for line in block.splitlines() if line.startswith("$ ")]


def refreshed(text: str) -> str:
    """The text with the output of its sessions as it is now; they run in one new folder that holds the sample dossier."""
    with tempfile.TemporaryDirectory() as folder:
        shutil.copytree(ROOT / "data", Path(folder, "data"))

        def run(match: re.Match[str]) -> str:
            lines = []
            for command in commands(match[0]):
                lines += [f"$ {command}", *_output(command, folder)]
            return "\n".join(["```console", *lines, "```"])

        return _SESSION.sub(run, text)


def _output(command: str, folder: str) -> list[str]:
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": path, "PYTHONPATH": str(ROOT), "COLUMNS": "120"}
    done = subprocess.run(
        command, shell=True, cwd=folder, env=environment, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, encoding="utf-8", check=False
    )
    return done.stdout.rstrip().splitlines()


if __name__ == "__main__":
    README.write_text(refreshed(README.read_text(encoding="utf-8")), encoding="utf-8")
