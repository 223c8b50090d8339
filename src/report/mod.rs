//! The report of the risk and vulnerability analysis, as data: what it consists of, for whom, and the files made of it.
//!
//! A [`profile`] names the headings. What the reader may not see is left out before anything is
//! computed, by the one gate ([`crate::disclosure`]), so that nothing computed can tell of it; [`left_out`] counts it. The
//! engine puts the facts together, [`crate::text::report`] says them as [`block`]s, and three renderers draw the same blocks: the page, [`html`] and [`sheets`]. None of them
//! says a word of its own.
//!
//! A newcomer may add a kind of block ([`block`]) with its drawing in each renderer. The bytes of a report are made
//! again by *Verify*: what changes them for reports already given out needs a version of its own.

pub mod block;
pub mod escape;
pub mod html;
pub mod left_out;
pub mod origin;
pub mod profile;
pub mod sheets;

pub use self::block::{Block, Report, ReportSection};
pub use self::left_out::{COVERAGE_TOLD, FIRST_RULES, ITEMS, ItemsLeftOut, NUMBERS_KEPT, RULES};
pub use self::origin::ReportOrigin;
