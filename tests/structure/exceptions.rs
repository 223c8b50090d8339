//! Where the house is not yet as it says.

/// Files that import a room above theirs, with the room.
pub(crate) const UPWARDS: &[(&str, &str)] = &[];

/// Files that are in a circle.
pub(crate) const IN_CIRCLES: &[&str] = &[
    "src/disclosure/people.rs",
    "src/disclosure/rules.rs",
    "src/disclosure/sieve.rs",
    "src/engine/request.rs",
    "src/engine/request/reply.rs",
    "src/engine/view/coverage.rs",
    "src/engine/view/event.rs",
    "src/engine/view/exceptions.rs",
    "src/engine/view/matrix.rs",
    "src/engine/view/measure.rs",
    "src/engine/view/picture.rs",
    "src/engine/view/risk.rs",
    "src/engine/view/rules.rs",
    "src/engine/view/suggest.rs",
    "src/engine/view/unit.rs",
    "src/engine/view/verification.rs",
    "src/organisation/codec.rs",
    "src/organisation/day.rs",
    "src/organisation/lists.rs",
    "src/organisation/plain.rs",
    "src/organisation/record.rs",
    "src/organisation/refer.rs",
    "src/organisation/risk.rs",
    "src/organisation/value.rs",
    "src/organisation/vulnerability.rs",
    "src/organisation/walk.rs",
    "src/organisation/write.rs",
    "src/report/block.rs",
    "src/report/html.rs",
    "src/report/origin.rs",
];

/// Files outside `src/browser` that name `web_sys`.
pub(crate) const WEB_SYS: &[&str] = &["src/bin/engine/worker.rs", "src/bin/host.rs", "src/bin/sheets/worker.rs"];
