"""What a robots.txt allows (RFC 9309): the longest rule that fits, with * and $.

Not by the standard library's robotparser: there the first rule that fits decides and * means
itself, so that "Disallow: /" before "Allow: /news/" would shut a site that is open.
"""

from dataclasses import dataclass

from quotes.text.web_addresses import normal_escapes

_EVERYBODY = "*"


@dataclass(frozen=True)
class _Rule:
    pattern: str
    is_allowed: bool


@dataclass(frozen=True)
class Rules:
    """The rules for one robot; without any, everything is allowed."""

    rules: tuple[_Rule, ...] = ()

    def allow(self, target: str) -> bool:
        """Whether a path with its query, in normal form, may be asked for."""
        if target == "/robots.txt":
            return True
        fitting = [rule for rule in self.rules if _fits(rule.pattern, target)]
        # Of two rules of one length the milder counts.
        fitting.sort(key=lambda rule: (len(rule.pattern), rule.is_allowed))
        return fitting[-1].is_allowed if fitting else True


def read_rules(text: str, robot: str) -> Rules:
    """The rules of a robots.txt for a robot: of all groups that name it, else of those for *.

    Lines that mean nothing are passed over, as are rules before the first group.
    """
    robot = robot.lower()
    groups: dict[str, list[_Rule]] = {}
    # Each once, and of all those that are named these two alone: otherwise tens of thousands of
    # names before as many rules would take the memory of the machine.
    names: set[str] = set()
    is_naming = False
    for line in text.removeprefix("\ufeff").splitlines():
        key, colon, value = line.partition("#")[0].partition(":")
        key, value = key.strip().lower(), value.strip()
        if not colon:
            continue
        if key == "user-agent":
            names = {*(names if is_naming else ()), _product(value)} & {robot, _EVERYBODY}
            for name in names:
                groups.setdefault(name, [])
            is_naming = True
        elif key in ("allow", "disallow"):
            is_naming = False
            if value:
                rule = _Rule(normal_escapes(value), key == "allow")
                for name in names:
                    groups[name].append(rule)
    return Rules(tuple(groups.get(robot, groups.get(_EVERYBODY, ()))))


def _product(value: str) -> str:
    return value.split("/")[0].strip().lower()


def _fits(pattern: str, target: str) -> bool:
    """Without regular expressions, which take for ever on `*a*a*a*`."""
    is_whole = pattern.endswith("$")
    first, *others = pattern.removesuffix("$").split("*")
    if not target.startswith(first):
        return False
    place = len(first)
    if not others:
        return not is_whole or place == len(target)
    if is_whole:
        *others, last = others
        end = len(target) - len(last)
        if end < place or not target.endswith(last):
            return False
        target = target[:end]
    for piece in others:
        found = target.find(piece, place)
        if found < 0:
            return False
        place = found + len(piece)
    return True
