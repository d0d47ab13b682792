import json
import shutil
import subprocess

import pytest

from dashboard.bundle import bundle

pytestmark = pytest.mark.skipif(not shutil.which("node"), reason="needs node to run scripts")


def write(folder, **modules):
    for name, text in modules.items():
        (folder / f"{name}.js").write_text(text, encoding="utf-8")
    return folder / "entry.js"


def run(script, tail=""):
    done = subprocess.run(
        ["node", "--input-type=module", "-e", f"{script}\n{tail}"],
        capture_output=True,
        text=True,
        check=True,
    )
    return json.loads(done.stdout)


def test_modules_that_use_the_same_private_names_live_side_by_side(tmp_path):
    entry = write(
        tmp_path,
        entry='import { one } from "./a.js";\nimport { one as two } from "./b.js";\n'
        "export const both = [one(), two()];\n",
        a="const secret = 1;\nexport function one() {\n  return secret;\n}\n",
        b="const secret = 2;\nexport function one() {\n  return secret;\n}\n",
    )

    assert run(bundle(entry), "console.log(JSON.stringify(both))") == [1, 2]


def test_every_form_of_import_and_export_that_we_use(tmp_path):
    entry = write(
        tmp_path,
        entry='import * as all from "./index.js";\nimport {\n  K,\n  make,\n} from "./index.js";\n'
        "export default function go() {\n  return [all.K, K, make(), new all.Box().value];\n}\n",
        index='export * from "./a.js";\nexport { build as make } from "./b.js";\n',
        a="export const K = 3;\nexport class Box {\n  value = 4;\n}\n",
        b="export async function later() {}\nexport let build = () => 5;\n",
    )
    script = bundle(entry, as_module=False)

    assert run(f"console.log(JSON.stringify({script}.default()))") == [3, 3, 5, 4]


def test_a_module_that_many_import_runs_once(tmp_path):
    entry = write(
        tmp_path,
        entry='import { count } from "./a.js";\nimport { again } from "./b.js";\n'
        "export const seen = [count(), again()];\n",
        a="let times = 0;\nexport function count() {\n  return (times += 1);\n}\n",
        b='import { count } from "./a.js";\nexport const again = () => count();\n',
    )

    assert run(bundle(entry), "console.log(JSON.stringify(seen))") == [1, 2]


def test_a_circle_of_imports_is_refused_by_name(tmp_path):
    entry = write(
        tmp_path, entry='import { a } from "./a.js";\n', a='import { b } from "./entry.js";\n'
    )

    with pytest.raises(ValueError, match=r"entry\.js -> a\.js -> entry\.js"):
        bundle(entry)


def test_what_cannot_be_bundled_is_refused_not_dropped(tmp_path):
    entry = write(tmp_path, entry='import "./a.js";\n', a="")

    with pytest.raises(ValueError, match="cannot bundle"):
        bundle(entry)
