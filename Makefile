# Waarmerk: `make run` and `make test` do all the set-up themselves (see installer/).
PYTHON ?= python3
ARGS ?=

.PHONY: help run test check lock licences build clean
help run test check lock licences build clean:
	@$(PYTHON) installer/waarmerk.py $@ $(ARGS)
