"""Prints, as JSON, what each construct given as an argument is refused with."""

import json
import re
import sys

import clockwork_codex_csi
from cdktf import App, TerraformStack


def refusal(construct: str, props: dict) -> str | None:
    stack = TerraformStack(App(outdir="cdktf.out"), "stack")
    arguments = {
        re.sub("([A-Z])", r"_\1", name).lower(): value for name, value in props.items()
    }
    try:
        getattr(clockwork_codex_csi, construct)(stack, "it", **arguments)
    except Exception as error:
        return f"{type(error).__name__}: {error}"
    return None


print(json.dumps([refusal(construct, props) for construct, props in json.loads(sys.argv[1])]))
