# Everything starts from nothing but the clone. `make demo` and `make test` install what is missing and can be run again at any time.

PACKAGES := libxml2-dev libmd-dev libstemmer-dev libarchive-dev zlib1g-dev pkg-config python3-jsonschema
# The tests run with the checks of exclusive access; the release goes without their cost (a tenth of the time).
OPTIMISED := swift build -c release -Xswiftc -cross-module-optimization -Xswiftc -enforce-exclusivity=unchecked
RELEASE  := $(OPTIMISED) --product palimpsest
CHECKED  := --explicit-target-dependency-import-check error
BIN       = $(shell $(RELEASE) --show-bin-path)

.PHONY: help demo build test mutations lexicons packages clean format

help:
	@echo "make demo      build the tool and compare two editions of a textbook chapter on October 1917"
	@echo "make test      run the whole test suite"
	@echo "make build     build the release binary only"
	@echo "make mutations plant known changes and harmless edits, and count what is told (SEED=1 EACH=6 CORPUS='files or folders', else invented pages)"
	@echo "make lexicons lays the word lists out anew, after a change of them"
	@echo "make clean     remove what was built"

demo:
	@echo "== make demo: installs missing Debian packages, builds the tool (some minutes the first time), compares"
	@echo "==            Fixtures/october-rising/1924.xml with 1938.xml and prints the report"
	@$(MAKE) --no-print-directory packages build
	@echo "== palimpsest Fixtures/october-rising/1924.xml Fixtures/october-rising/1938.xml"
	@"$(BIN)/palimpsest" Fixtures/october-rising/1924.xml Fixtures/october-rising/1938.xml

build:
	@$(RELEASE)

test: packages
	@swift build --build-tests $(CHECKED) $(SWIFT_FLAGS)
	@swift test --skip-build $(CHECKED) $(SWIFT_FLAGS)

# Recall and false alarms by rule, on invented pages or on the records of CORPUS; the same SEED plants the same.
mutations: packages
	@$(OPTIMISED) --product palimpsest-mutations >&2
	@"$(BIN)/palimpsest-mutations" --seed $(or $(SEED),1) --each $(or $(EACH),6) $(CORPUS)

# The flat form of the word lists, which is compiled in. Until it is made anew after a change of a list, the program reads the lists themselves.
lexicons: packages
	@swift build --build-tests $(CHECKED)
	@RECORD_LEXICONS=1 swift test --skip-build $(CHECKED) --filter LexiconImageTests

# Installs the Debian packages that are missing, as root or through sudo; without either it names them and stops.
packages:
	@command -v swift >/dev/null || { echo "Swift 6.3 is needed: see https://www.swift.org/install/linux/"; exit 2; }
	@missing=""; \
	for package in $(PACKAGES); do \
	  case $$package in \
	    libxml2-dev) test -e /usr/include/libxml2/libxml/parser.h ;; \
	    libmd-dev) test -e /usr/include/sha2.h ;; \
	    libstemmer-dev) test -e /usr/include/libstemmer.h ;; \
	    libarchive-dev) test -e /usr/include/archive.h ;; \
	    zlib1g-dev) test -e /usr/include/zlib.h ;; \
	    pkg-config) command -v pkg-config >/dev/null ;; \
	    python3-jsonschema) python3 -c 'import jsonschema' 2>/dev/null ;; \
	  esac || missing="$$missing $$package"; \
	done; \
	if [ -n "$$missing" ]; then \
	  echo "== missing Debian packages:$$missing"; \
	  if [ "$$(id -u)" = 0 ]; then run=""; elif command -v sudo >/dev/null; then run="sudo"; \
	  else echo "not root and no sudo: have somebody run  apt-get install$$missing"; exit 2; fi; \
	  $$run apt-get update -q >/dev/null && DEBIAN_FRONTEND=noninteractive $$run apt-get install -y -q --no-install-recommends $$missing >/dev/null; \
	fi

format:
	@swift format --in-place --recursive Sources Tests Package.swift

clean:
	@rm -rf .build
