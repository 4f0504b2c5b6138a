# 文衡：make run 打开窗口，make test 检验一切；每个目标自己准备所需的环境。
SHELL := bash
python := .venv/bin/python
sources := app ui tests tools
tests ?= tests

.PHONY: run test test-oldest bench screenshots format clean

run: .venv/.ready-run
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ] || [ "$$(uname)" = Darwin ]; then $(python) -m app $(FILE); \
	else QT_QPA_PLATFORM=offscreen $(python) tools/tour.py run out; fi

test: .venv/.ready-dev
	.venv/bin/ruff format --check $(sources)
	.venv/bin/ruff check $(sources)
	.venv/bin/basedpyright
	.venv/bin/lint-imports
	QT_QPA_PLATFORM=offscreen $(python) -m pytest -n 2 $(tests)

test-oldest: .venv-oldest/.ready-dev
	QT_QPA_PLATFORM=offscreen .venv-oldest/bin/python -m pytest -n 2 $(tests)

bench: .venv/.ready-dev
	@for script in tests/bench/*.py; do echo "== $$script"; QT_QPA_PLATFORM=offscreen $(python) $$script || exit 1; done

screenshots: .venv/.ready-run
	QT_QPA_PLATFORM=offscreen $(python) tools/tour.py screenshots docs/images

format: .venv/.ready-dev
	.venv/bin/ruff format $(sources)
	.venv/bin/ruff check --fix $(sources)

clean:
	rm -rf .venv .venv-oldest out dist build

.venv/.ready-run: pyproject.toml tools/setup
	tools/setup run

.venv/.ready-dev: pyproject.toml tools/setup
	tools/setup dev

.venv-oldest/.ready-dev: pyproject.toml tools/setup
	tools/setup dev .venv-oldest 'PySide6-Essentials==6.8.0'
