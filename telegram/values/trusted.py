"""Construction of values that are known to be valid, because a matcher took them apart.

attrs validates what people construct. A matched line has been validated by its grammar, so its
values are built by a function that only fills the slots: two to three times as fast.
"""

from collections.abc import Callable
from typing import Any, TypeVar

import attrs

T = TypeVar("T")


def trusted(cls: type[T]) -> Callable[..., T]:
    """A constructor of the attrs class that takes every field, by position, and checks nothing."""
    names = [attribute.name for attribute in attrs.fields(cls)]  # type: ignore[arg-type]
    twin = _twin(cls)
    lines = [f"def make({', '.join(names)}):", "    self = new(twin)"]
    if twin is cls:
        lines += [f"    set_{name}(self, {name})" for name in names]
    else:
        lines += [*[f"    self.{name} = {name}" for name in names], "    self.__class__ = cls"]
    lines.append("    return self")
    scope: dict[str, Any] = {"new": object.__new__, "cls": cls, "twin": twin}
    scope |= {f"set_{name}": getattr(cls, name).__set__ for name in names}
    exec(
        "\n".join(lines), scope
    )  # as attrs itself writes its constructors; the names are its fields'
    make: Callable[..., T] = scope["make"]
    return make


def _twin(cls: type[T]) -> type:
    """A class of the same slots that lets its fields be set, and whose objects may become ones of
    the class: that is faster than setting the slots of a frozen object. The class itself where
    there is none.
    """
    twin: type = type(cls.__name__, (), {"__slots__": getattr(cls, "__slots__", ())})
    made: Any = object.__new__(twin)
    try:
        made.__class__ = cls
    except TypeError:  # it has a slot for weak references, or a base
        return cls
    return twin
