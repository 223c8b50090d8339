//! The mutants, as cargo-mutants lists them: what `.cargo/mutants.toml` leaves out is not among them.

use std::ops::Range;
use std::process::Command;

use serde::Deserialize;

#[derive(Deserialize, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Genre {
    FnValue,
    BinaryOperator,
    UnaryOperator,
    MatchArm,
    MatchArmGuard,
    StructField,
}

#[derive(Deserialize, Debug)]
pub struct Mutant {
    pub name: String,
    pub file: String,
    pub genre: Genre,
    pub replacement: String,
    span: Span,
    function: Option<Function>,
}

#[derive(Deserialize, Debug)]
struct Function {
    return_type: String,
}

#[derive(Deserialize, Debug)]
struct Span {
    start: Place,
    end: Place,
}

/// Both count from 1, and columns in letters.
#[derive(Deserialize, Debug)]
struct Place {
    line: usize,
    column: usize,
}

impl Mutant {
    /// The bytes of its file that it replaces.
    pub fn replaced(&self, source: &str) -> Range<usize> {
        self.span.start.byte(source)..self.span.end.byte(source)
    }

    /// Whether it stands for an iterator whose type has no name, and which therefore cannot be another in one place.
    pub fn is_iterator(&self) -> bool {
        let returns = self.function.as_ref().map_or("", |function| &function.return_type);
        self.genre == Genre::FnValue && returns.starts_with("-> impl Iterator")
    }

    /// The first folders of its file: `src/risk`.
    pub fn room(&self) -> &str {
        let end = self.file.match_indices('/').nth(1).map_or(self.file.len(), |(at, _)| at);
        &self.file[..end]
    }
}

impl Place {
    fn byte(&self, source: &str) -> usize {
        let line: usize = source.split_inclusive('\n').take(self.line - 1).map(str::len).sum();
        line + source[line..].chars().take(self.column - 1).map(char::len_utf8).sum::<usize>()
    }
}

pub fn all() -> Vec<Mutant> {
    let listed = Command::new("cargo").args(["mutants", "--list", "--json"]).output().expect("cargo mutants to run");
    assert!(listed.status.success(), "cargo mutants --list: {}", String::from_utf8_lossy(&listed.stderr));
    serde_json::from_slice(&listed.stdout).expect("the list of cargo-mutants to be as it was")
}
