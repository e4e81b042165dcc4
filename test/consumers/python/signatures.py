"""Prints, as JSON, the props and attributes of each construct, and the props of each object, as Python declares them."""

import inspect
import json
import re

import clockwork_codex_csi
from constructs import Construct


def declared(name: str, annotation: object) -> str:
    text = annotation if isinstance(annotation, str) else inspect.formatannotation(annotation)
    return f"{name}: " + re.sub(r"[\w.]+\.|'", "", text)


def props(construct: type) -> list[str]:
    parameters = inspect.signature(construct.__init__).parameters.values()
    keywords = [item for item in parameters if item.kind is item.KEYWORD_ONLY]
    return [declared(item.name, item.annotation) for item in keywords]


def attributes(construct: type) -> list[str]:
    if not issubclass(construct, Construct):
        return []
    own = {name: item for name, item in vars(construct).items() if isinstance(item, property)}
    return [declared(name, item.fget.__annotations__["return"]) for name, item in own.items()]


print(
    json.dumps(
        {
            name: {"props": props(item), "attributes": attributes(item)}
            for name, item in vars(clockwork_codex_csi).items()
            if inspect.isclass(item)
            and not name.endswith(("Attributes", "Options", "Props"))
            and not re.match("I[A-Z]", name)
        }
    )
)
