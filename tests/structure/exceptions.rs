//! Where the house is not yet as it says.

/// Files that import a room above theirs, with the room.
pub(crate) const UPWARDS: &[(&str, &str)] = &[];

/// Files that are in a circle.
pub(crate) const IN_CIRCLES: &[&str] = &[];

/// Files outside `src/browser` that name `web_sys`.
pub(crate) const WEB_SYS: &[&str] = &["src/bin/engine/worker.rs", "src/bin/host.rs", "src/bin/sheets/worker.rs"];
