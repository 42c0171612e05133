"""Asks both programs in turn, round by round, so that what else the machine does meets both."""

import json
import sys
from collections import defaultdict
from collections.abc import Iterator
from statistics import median

from .load_generator import requests_per_second
from .questions import database, question
from .servers import HOST, ask, running
from .targets import Target, targets

Figures = dict[str, list[float]]


def compare(seconds: float, rounds: int) -> bool:
    """Prints the table; whether every target was met. Each measurement takes ``seconds``."""
    with running("site") as site:
        measured = list(targets(site))
        beside = dict.fromkeys(it.beside for it in measured if it.beside)
        asked = {address: question(address, f"{HOST}:{site}") for address in beside}
        one = {address: it for address, it in asked.items() if it is not None}
        by_path = {a if "?" in a else f"{a}?": it for a, it in one.items()}
        environment = {
            "WORTLAUT_BARE_DATABASE": database(),
            "WORTLAUT_BARE_QUESTIONS": json.dumps(by_path),
        }
        with running("bare", environment) as bare:
            for address in one:
                _give_the_same(site, bare, address)
            sites: Figures = defaultdict(list)
            bares: Figures = defaultdict(list)
            for _ in range(rounds):
                for it in measured:
                    if it.beside:
                        sites[it.name].append(_asked(site, it.address, seconds, it.headers))
                    if it.beside in one:
                        bares[it.name].append(_asked(bare, it.beside, seconds, {}))
            # Last: what is left of slow answers when the time is up would slow down the others.
            for it in measured:
                if not it.beside:
                    sites[it.name] = [_asked(site, it.address, seconds, it.headers)]
    lines = list(_table(measured, sites, bares))
    print("\n".join(line for line, _ in lines))
    return all(met for _, met in lines)


def _asked(port: int, address: str, seconds: float, headers: dict[str, str]) -> float:
    _, _, body = ask(port, address, headers)
    return requests_per_second(port, address, seconds, headers, len(body))


def _give_the_same(site: int, bare: int, address: str) -> None:
    ours, theirs = ask(site, address), ask(bare, address)
    if ours[0] != 200 or ours[2] != theirs[2]:
        sys.exit(f"{address}: the programs give different answers; nothing is to be compared.")


def _table(measured: list[Target], sites: Figures, bares: Figures) -> Iterator[tuple[str, bool]]:
    """Lines of Markdown, and whether each fulfils its target."""
    yield "| | site, requests/s | bare program | ratio | target |", True
    yield "| --- | ---: | ---: | ---: | ---: |", True
    for it in measured:
        ours = f"| {it.name} | {median(sites[it.name]):,.0f} |"
        if not it.beside:
            yield f"{ours} | | |", True
        elif it.name not in bares:
            yield f"{ours} made by several statements | | ≥ {it.at_least} |", False
        else:
            theirs = bares[it.name]
            # Of neighbours in time: what slows one round down slows both.
            ratio = median(a / b for a, b in zip(sites[it.name], theirs, strict=True))
            met = it.at_least is None or ratio >= it.at_least
            target = f"≥ {it.at_least}" if it.at_least else ""
            target += "" if met else ", missed"
            yield f"{ours} {median(theirs):,.0f} | {ratio:.2f} | {target} |", met
