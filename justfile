# What people do daily. `just` lists it.

default:
    @just --list

# Everything CI runs.
ci:
    ./scripts/test

# Fast feedback: formatting, lints, and the tests that need nothing installed.
check:
    cargo fmt
    cargo clippy --all-targets -- -D warnings
    cargo nextest run

# Write the generated documents anew: docs/rules.md, docs/cli.md, the rules in docs/schema/config.json.
bless:
    BLESS=1 cargo nextest run repository:: command::

# The documentation of the code, private items included.
docs:
    RUSTDOCFLAGS="-D warnings" cargo doc --no-deps --document-private-items

# Licences, advisories and doubled crates (needs cargo-deny).
deny:
    cargo deny check

# The sample issue, mailed over loopback SMTP into a Maildir.
demo:
    cargo run --release -- send drafts/2026-11-23-caspian-ports.md --sandbox --yes

# Repeat for long what the tests do briefly.
soak COUNT="20":
    ./scripts/soak {{COUNT}}

# Take in caniemail's newest data: FILE is what https://www.caniemail.com/api/data.json answers.
refresh-client-support FILE:
    ./scripts/refresh-client-support {{FILE}}
    cargo nextest run client_support

# `digest check` beside other linters, in the same run (docs/performance.md); needs python3 and npm.
bench-check ROUNDS="5":
    ./benches/install-peers
    cargo bench --bench check -- {{ROUNDS}}

# `digest send` beside other senders and beside what the machine allows, in the same run (docs/performance.md); needs python3, npm, and smtp-source of Postfix.
bench-send ROUNDS="3":
    ./benches/install-peers
    cargo bench --bench send -- {{ROUNDS}}
