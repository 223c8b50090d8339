//! Where the house is not yet as it says.

/// Files that import a room above theirs, with the room.
pub(crate) const UPWARDS: &[(&str, &str)] = &[("src/exchange/request.rs", "engine")];

/// Files that are in a circle.
pub(crate) const IN_CIRCLES: &[&str] = &[
    "src/engine/answer.rs",
    "src/engine/request/reply.rs",
    "src/engine/standings.rs",
    "src/engine/view/coverage.rs",
    "src/engine/view/draft.rs",
    "src/engine/view/draft/item.rs",
    "src/engine/view/edition.rs",
    "src/engine/view/event.rs",
    "src/engine/view/exceptions.rs",
    "src/engine/view/forecast/mod.rs",
    "src/engine/view/group.rs",
    "src/engine/view/map.rs",
    "src/engine/view/matrix.rs",
    "src/engine/view/measure.rs",
    "src/engine/view/method.rs",
    "src/engine/view/overview.rs",
    "src/engine/view/picture.rs",
    "src/engine/view/report/mod.rs",
    "src/engine/view/risk.rs",
    "src/engine/view/role.rs",
    "src/engine/view/roles/activity.rs",
    "src/engine/view/roles/contact.rs",
    "src/engine/view/roles/coordinators.rs",
    "src/engine/view/roles/document.rs",
    "src/engine/view/roles/reach.rs",
    "src/engine/view/roles/representatives.rs",
    "src/engine/view/roles/security_unit.rs",
    "src/engine/view/rules.rs",
    "src/engine/view/share.rs",
    "src/engine/view/suggest.rs",
    "src/engine/view/summary.rs",
    "src/engine/view/training.rs",
    "src/engine/view/unit.rs",
    "src/engine/view/verification.rs",
    "src/engine/view/vulnerability.rs",
    "src/engine/view/year.rs",
    "src/disclosure/people.rs",
    "src/disclosure/rules.rs",
    "src/disclosure/sieve.rs",
    "src/report/block.rs",
    "src/report/html.rs",
    "src/report/origin.rs",
];

/// Files outside `src/browser` that name `web_sys`.
pub(crate) const WEB_SYS: &[&str] = &["src/bin/engine/worker.rs", "src/bin/host.rs", "src/bin/sheets/worker.rs"];
