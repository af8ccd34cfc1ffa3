# Each target also works as `sh scripts/task.sh TARGET`.
.PHONY: run demo test check bench pictures package

run: ## the API with a TinyDB file and the fix log, on a small demo shop
	sh scripts/task.sh run

demo: ## the same, and the sample marketplace with the extension in Chromium
	sh scripts/task.sh demo

test: ## everything, with real Chromium and the loaded extension
	sh scripts/task.sh test

check: ## format, lint and types of server, site and extension
	sh scripts/task.sh check

bench: ## kills and timings
	sh scripts/task.sh bench

pictures: ## docs/pictures: panel, options, desk and fix log, taken anew
	sh scripts/task.sh pictures

package: ## dist/: the extension's zip and the wheel
	sh scripts/task.sh package
