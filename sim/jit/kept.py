"""Decides what a kept kernel that is damaged, or one that cannot be kept, means: one line, no traceback of Numba's.

A damaged one is refused, as everything stored is; one that finds no place is used and not kept.
"""

from __future__ import annotations

import functools
import pickle
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from sim.errors import StoredFileError, complain
from sim.jit.cache import kernel_cache_dir


@contextmanager
def loading() -> Iterator[None]:
    """Turn what Numba raises over a cut or spoilt file into StoredFileError."""
    try:
        yield
    except (pickle.UnpicklingError, EOFError) as error:
        raise _damaged(error) from error


def guard(kernel: Any) -> None:
    """Let one kernel's cache answer in our words, whenever it is first called with some types."""
    cache = kernel._cache  # noqa: SLF001 - Numba has no public name for it
    save = cache.save_overload

    def load_overload(signature: Any, context: Any) -> Any:
        try:
            return _loaded(cache, signature, context)
        except Exception as error:  # a spoilt pickle may raise anything
            raise _damaged(error) from error

    def save_overload(*given: Any) -> None:
        try:
            save(*given)
        except OSError as error:
            _say_once(error.strerror or str(error))

    cache.load_overload, cache.save_overload = load_overload, save_overload


def _loaded(cache: Any, signature: Any, context: Any) -> Any:
    """Load one kept kernel as Numba does, but without what only compiling needs.

    Numba first learns all that it can compile, which takes longer than loading a hundred kernels. What loaded code
    needs of it is the counting of references.
    """
    from numba.core import runtime as untyped_runtime

    runtime: Any = untyped_runtime
    runtime.rtsys.initialize(context)
    with cache._guard_against_spurious_io_errors():  # noqa: SLF001 - as Numba does
        return cache._load_overload(signature, context)  # noqa: SLF001 - as Numba does


def _damaged(error: Exception) -> StoredFileError:
    rule, repair = "kept kernels must be as they were stored", "Delete this folder; they are then compiled anew"
    return StoredFileError(complain(str(kernel_cache_dir()), rule, f"{type(error).__name__}: {error}", repair))


@functools.cache
def _say_once(reason: str) -> None:
    sys.stderr.write(
        f"fengqiao: {kernel_cache_dir()} cannot be written ({reason}); what is compiled now is not kept. Free some "
        "space there, or set FENGQIAO_CACHE_DIR to another folder.\n"
    )
