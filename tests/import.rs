//! `ombud import`: what goes to standard output and to standard error, and what it exits with.

#[path = "import/command.rs"]
mod command;
#[path = "import/eighty.rs"]
mod eighty;
#[path = "import/files.rs"]
mod files;
#[path = "import/headings.rs"]
mod headings;
#[path = "import/kinds.rs"]
mod kinds;
#[path = "import/lists.rs"]
mod lists;
#[path = "import/places.rs"]
mod places;
#[path = "import/posts.rs"]
mod posts;
#[path = "import/rows.rs"]
mod rows;
#[path = "import/support.rs"]
mod support;
