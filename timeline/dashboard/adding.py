"""Articles dropped onto the page: bytes or pasted text → Articles, read in the background, one clear sentence for each that fails."""

import base64
import binascii
import hashlib
import re
import threading
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from timeline.articles import Article, Failure, read_bytes, read_sources
from timeline.dashboard.wording import number_words
from timeline.errors import SourceError, TimelineError

Source = tuple[str, Callable[[], list[Article | Failure]]]


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the reading is: `done` of `total` sources, what is going on, what failed, the texts added, whether it is over."""

    total: int = 0
    done: int = 0
    now: str = ""
    problems: tuple[str, ...] = ()
    added: int = 0
    texts: frozenset[str] = frozenset()
    statements: int = 0
    over: bool = True


def read_dropped(name: str, contents: str, published: date | None) -> list[Article | Failure]:
    """The articles of a dropped file, from the data URL in which the browser sends it."""
    _, _, data = contents.partition(",")
    try:
        content = base64.b64decode(data, validate=True)
    except (binascii.Error, ValueError):
        return [Failure(name, SourceError(f"{name} did not arrive whole; drop it again."))]
    return read_bytes(name, content, published)


def is_link(text: str) -> bool:
    """Whether a text is a link and nothing else."""
    return re.fullmatch(r"https?://\S+", text.strip(), re.IGNORECASE) is not None


def read_pasted(text: str, title: str, published: date | None) -> list[Article | Failure]:
    """The article of a pasted text or of the link in it: title and date are those given, else those that the text states."""
    name = "The pasted text"
    if is_link(text):
        return list(read_sources([text.strip()], published))
    if not text.strip():
        return [Failure(name, SourceError("There is no text to read; paste an article first."))]
    digest = hashlib.sha256(text.encode("utf-8", "replace")).hexdigest()[:8]
    found = read_bytes(f"pasted-{digest}.txt", text.encode("utf-8", "replace"), published)
    return [replace(item, title=title.strip()) if isinstance(item, Article) and title.strip() else item for item in found]


@dataclass
class Adding:
    """One reading at a time, in a thread of its own; the page asks for `progress` while it runs."""

    progress: Progress = field(default_factory=Progress)
    _lock: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def start(self, sources: Sequence[Source], join: Callable[[list[Article]], int]) -> bool:
        """Reads the sources (name, how to read it) and then joins what could be read; `join` returns the number of new statements.

        Returns False, doing nothing, while an earlier reading runs.
        """
        with self._lock:
            if not self.progress.over:
                return False
            self.progress = Progress(total=len(sources), over=False)
        threading.Thread(target=self._run, args=(sources, join), daemon=True).start()
        return True

    def _run(self, sources: Sequence[Source], join: Callable[[list[Article]], int]) -> None:
        articles: list[Article] = []
        for name, read in sources:
            self.progress = replace(self.progress, now=f"Reading {name}")
            try:
                found = read()
                articles += [item for item in found if isinstance(item, Article)]
                failed = [str(item) for item in found if isinstance(item, Failure)]
                self.progress = replace(self.progress, problems=(*self.progress.problems, *failed))
            except Exception as error:  # a reader's own failure must not end the others
                words = f"{name} could not be read ({type(error).__name__}); save it as plain text and try again."
                self.progress = replace(self.progress, problems=(*self.progress.problems, words))
            self.progress = replace(self.progress, done=self.progress.done + 1)
        statements = 0
        try:
            if articles:
                self.progress = replace(self.progress, now=f"Looking for statements in {number_words(len(articles), 'article')}")
                statements = join(articles)
        except TimelineError as error:
            self.progress, articles = replace(self.progress, problems=(*self.progress.problems, str(error))), []
        except Exception as error:  # the page must hear of it, whatever it is
            words = f"The articles could not be parsed ({type(error).__name__}); nothing was added."
            self.progress, articles = replace(self.progress, problems=(*self.progress.problems, words)), []
        self.progress = replace(
            self.progress,
            now="",
            added=len(articles),
            statements=statements,
            texts=frozenset(article.text for article in articles),
            over=True,
        )


def report_words(progress: Progress) -> str:
    """What the reading gave, in a sentence."""
    if not progress.over:
        return f"{progress.now} ({progress.done} of {progress.total}) …"
    if not progress.total:
        return ""
    if not progress.added:
        return "Nothing was added."
    return f"Added {number_words(progress.added, 'article')} with {number_words(progress.statements, 'new statement')}."
