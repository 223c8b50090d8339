//! **Ombud** loads a municipality's security organisation from a JSON file and answers, in the browser and nowhere
//! else: is every role held, and which risks come first?
//!
//! This library is the domain, plain Rust that knows no browser; the page is a thin skin on it. The rooms of the
//! house, each knowing only those below it:
//!
//! - [`page`]: what is seen: the shell, the routes, one file a page (in the browser only, but for the routes);
//! - `browser`: the only code that touches the browser: files, storage, the worker, the clock (in the browser only);
//! - [`publish`]: what the page saves for others, made without a page;
//! - [`text`]: every sentence the product says, in Swedish and English;
//! - [`engine`]: the one stateful thing: owns the open file and answers requests;
//! - [`report`]: the report of the risk and vulnerability analysis: its headings, for whom it is, and its files;
//! - [`exchange`]: sheets of other programs in and out (a program of its own in the browser);
//! - [`travel`]: changes that travel: what someone changed in a file they were given, brought in field by field;
//! - [`trail`]: what each saving changed, and the chain that the savings of a file make;
//! - [`draft`]: what the reader changes: named, undone, told apart from the file, merged;
//! - [`verdict`]: coverage and risk of one file on one day, as one value;
//! - [`event`]: while something happens: whom to call, and the log of what was done;
//! - [`disclosure`]: what of the file is for whom: extracts, in which what is not for the receiver is absent;
//! - [`coverage`]: rules, judged on a day, become findings;
//! - [`risk`]: scales, matrices and the register;
//! - [`organisation`]: the file itself: its types, reading it with all faults told, writing it.
//!
//! `ARCHITECTURE.md` shows the programs that are made of it and what crosses between them, `DECISIONS.md` says why it is
//! as it is.
//!
//! A file is read once and can then be judged on any day:
//!
//! ```
//! use ombud::verdict::File;
//!
//! let text = r#"{
//!     "format": 1,
//!     "units": [{"id": "eken", "name": "Förskolan Eken", "kind": "workplace"}],
//!     "people": [{"id": "bo", "name": "Bo"}],
//!     "assignments": [{"role": "security_representative", "unit": "eken", "person": "bo", "until": "2026-05-31"}],
//!     "rules": [{"id": "representative", "holders": {"of": "security_representative", "in": {"kind": "workplace"}}}]
//! }"#;
//! let mut file = File::read(text, &mut |_bytes_read| ()).expect("a file of format 1");
//! assert!(file.problems.list.is_empty());
//!
//! let missing = |day: &str, file: &mut File<'_>| file.judge(day.parse().expect("a day")).rules[0].tally.missing;
//! assert_eq!(missing("2026-05-31", &mut file), 0);
//! assert_eq!(missing("2026-06-01", &mut file), 1);
//! ```

#![cfg_attr(test, allow(clippy::disallowed_methods, reason = "tests hold ours against the standard library's"))]

#[cfg(all(target_arch = "wasm32", feature = "page"))]
pub mod browser;
pub mod coverage;
pub mod disclosure;
pub mod draft;
pub mod engine;
pub mod event;
pub mod exchange;
pub mod organisation;
#[cfg(any(not(target_arch = "wasm32"), feature = "page"))]
pub mod page;
pub mod publish;
pub mod report;
pub mod risk;
pub mod text;
pub mod trail;
pub mod travel;
pub mod verdict;
