"""ES modules -> one script, for the places that take no imports (an inline script, a component).

Each module becomes a function of its own that returns what it exports, so names need not be
unique; modules run once, in the order of their imports. Supported is what our own modules use:
``import {a, b as c} from``, ``import * as n from``, ``export * from``, ``export {a} from``,
``export function/class/const/let``, and ``export default`` in the entry only.
"""

from __future__ import annotations

import re
from pathlib import Path

_IMPORT = re.compile(
    r"^(?P<verb>import|export)\s+(?P<what>\{[^}]*\}|\*(?:\s+as\s+\w+)?)\s+from\s+"
    r'"(?P<path>\.[^"]+)";[^\S\n]*$',
    re.MULTILINE,
)
_EXPORT = re.compile(r"^export\s+(?=(?:async\s+)?(?:function\*?|class|const|let)\s+(\w+))", re.M)
_DEFAULT = re.compile(r"^export default\s+", re.MULTILINE)
_LEFT_OVER = re.compile(r"^(?:import|export)\b.*$", re.MULTILINE)


def bundle(entry: Path, *, as_module: bool = True) -> str:
    """The entry and all it imports as one script.

    ``as_module`` keeps the entry's exports, its default first of all; without it the script is an
    expression whose value is the object of the entry's exports.
    """
    order = modules(entry)
    numbers = {path: number for number, path in enumerate(order)}
    parts = [_wrapped(path, numbers) for path in order]
    script = "\n".join(parts)
    last = f"_m{len(order) - 1}"
    if not as_module:
        return f"(() => {{\n{script}\nreturn {last};\n}})()"
    return f"{script}\n{_exports(entry, last)}\n"


def modules(entry: Path) -> list[Path]:
    """The files of the entry and of all it imports, each after what it imports itself."""
    order: list[Path] = []
    _visit(entry.resolve(), order, ())
    return order


def sheets(folder: Path, first: str) -> str:
    """A sheet of the folder and those of the parts in its ``styles``, as one style."""
    files = [folder / first, *sorted((folder / "styles").glob("*.css"))]
    return "\n".join(file.read_text(encoding="utf-8") for file in files)


def _visit(path: Path, order: list[Path], above: tuple[Path, ...]) -> None:
    if path in above:
        names = " -> ".join(step.name for step in (*above, path))
        raise ValueError(f"modules import each other in a circle: {names}")
    if path in order:
        return
    for match in _IMPORT.finditer(path.read_text(encoding="utf-8")):
        _visit((path.parent / match["path"]).resolve(), order, (*above, path))
    order.append(path)


def _wrapped(path: Path, numbers: dict[Path, int]) -> str:
    """The module as ``const _m3 = (() => {...})();``."""
    shared: list[str] = []

    def replaced(match: re.Match[str]) -> str:
        source = f"_m{numbers[(path.parent / match['path']).resolve()]}"
        if match["verb"] == "export":
            shared.append(_passed_on(match["what"], source))
            return ""
        return _taken(match["what"], source)

    text = _IMPORT.sub(replaced, path.read_text(encoding="utf-8"))
    shared += _EXPORT.findall(text)
    text = _EXPORT.sub("", text)
    if _DEFAULT.search(text):
        text = _DEFAULT.sub("const _default = ", text)
        shared.append("default: _default")
    if found := _LEFT_OVER.search(text):
        raise ValueError(f"{path.name}: cannot bundle this line: {found[0]}")
    body = f"{text}\nreturn {{ {', '.join(shared)} }};"
    return f"// {path.name}\nconst _m{numbers[path]} = (() => {{\n{body}\n}})();"


def _taken(what: str, source: str) -> str:
    if what.startswith("*"):
        return f"const {what.split()[-1]} = {source};"
    names = re.sub(r"(\w+)\s+as\s+(\w+)", r"\1: \2", what)
    return f"const {names} = {source};"


def _passed_on(what: str, source: str) -> str:
    if what.startswith("*"):
        return f"...{source}"
    names = [name.strip() for name in what.strip("{}").split(",") if name.strip()]
    return ", ".join(f"{name.split()[-1]}: {source}.{name.split()[0]}" for name in names)


def _exports(entry: Path, last: str) -> str:
    text = entry.read_text(encoding="utf-8")
    names = _EXPORT.findall(text)
    lines = [f"export const {name} = {last}.{name};" for name in names]
    if _DEFAULT.search(text):
        lines.append(f"export default {last}.default;")
    return "\n".join(lines)
