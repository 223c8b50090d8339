//! The chain that the savings of a file make, followed through the files that are there.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

use super::link::{TrailFile, TrailStep};
use crate::organisation::value::{Date, day};

/// How a file stands in a chain.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum Standing {
    /// It is the latest, and what its last saving wrote.
    Latest,
    /// It is the very file that a later one was saved from.
    Before,
    /// As [`Standing::Before`], but something else than Ombud had changed it before that.
    Edited,
    /// It is not what its last saving wrote, and no later file was saved from it: its bytes have been changed.
    Changed,
    /// No later file was saved from it: it has been changed, or is of another chain.
    Apart,
    /// Its trail lacks entries that a file before it has, or has changed them.
    Cut,
    /// It is the latest, and no entry says what its bytes were.
    Unsealed,
    /// It is alone, and has no trail.
    NoTrail,
    /// It cannot be read.
    Unreadable,
}

impl Standing {
    /// The word for it that the command line prints.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Latest => "latest",
            Self::Before => "before",
            Self::Edited => "edited",
            Self::Changed => "changed",
            Self::Apart => "apart",
            Self::Cut => "cut",
            Self::Unsealed => "unsealed",
            Self::NoTrail => "no_trail",
            Self::Unreadable => "unreadable",
        }
    }

    /// Whether the chain breaks at the file.
    pub const fn is_break(self) -> bool {
        !matches!(self, Self::Latest | Self::Before | Self::Edited | Self::NoTrail)
    }
}

/// A saving of the chain whose file before is not there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChainGap {
    /// The number of the saving.
    pub number: u32,
    /// The day of the saving.
    #[serde(with = "day")]
    pub date: Date,
    /// Who saved, as they call themselves; empty where that is not said.
    pub by: String,
    /// The SHA-256 of the file that is not there, in hexadecimal.
    pub sha256: String,
}

/// A chain as far as its files are there.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chain {
    /// How each file stands, in the order in which they were given.
    pub files: Vec<Standing>,
    /// The place of the latest file; none where no file can be read.
    pub latest: Option<u32>,
    /// How many savings the latest file tells of.
    pub savings: u32,
    /// The savings, by number, whose file before is not there.
    pub gaps: Vec<ChainGap>,
}

impl Chain {
    /// Whether no file breaks it. That files are not there breaks nothing.
    pub fn holds(&self) -> bool {
        !self.files.iter().any(|standing| standing.is_break())
    }
}

/// Follows the chain of the latest file through the others. Their order never matters but among files that say the same.
pub fn chain(files: &[TrailFile]) -> Chain {
    let readable = (0..files.len()).rev().filter(|place| files[*place].is_readable);
    // One that is not what its saving wrote may say any number.
    let latest = readable.max_by_key(|place| (files[*place].is_as_saved == Some(true), files[*place].number()));
    let members = latest.map(|latest| members(files, latest)).unwrap_or_default();
    let standing = |place: usize| {
        let file = &files[place];
        match (file.is_readable, latest) {
            (true, Some(latest)) if members.contains(&place) => member(files, place, latest, &members),
            (true, _) if file.is_as_saved == Some(false) => Standing::Changed,
            (true, _) => Standing::Apart,
            (false, _) => Standing::Unreadable,
        }
    };
    let there: BTreeSet<&str> = files.iter().map(|file| &*file.sha256).collect();
    let savings = || latest.iter().flat_map(|latest| &files[*latest].steps).filter(|step| step.number.is_some());
    let gap = |step: &TrailStep| {
        let sha256 = step.before.clone().filter(|before| !there.contains(&**before))?;
        Some(ChainGap { number: step.number?, date: step.date, by: step.by.clone(), sha256 })
    };
    Chain {
        files: (0..files.len()).map(standing).collect(),
        latest: latest.and_then(|latest| u32::try_from(latest).ok()),
        savings: crate::organisation::number::saturating(savings().count()),
        gaps: savings().filter_map(gap).collect(),
    }
}

/// The places of the files that the chain of the latest one runs through.
fn members(files: &[TrailFile], latest: usize) -> BTreeSet<usize> {
    let (mut members, mut next) = (BTreeSet::from([latest]), vec![latest]);
    while let Some(place) = next.pop() {
        for (before, file) in files.iter().enumerate() {
            if file.is_readable && began_from(&files[place], file) && members.insert(before) {
                next.push(before);
            }
        }
    }
    members
}

/// Whether a saving of one file began from another, or the saving that wrote the other stands in its trail: that was
/// brought in. Either way the other is what it was, byte for byte.
fn began_from(file: &TrailFile, before: &TrailFile) -> bool {
    let own = before.steps.last().filter(|_| before.is_as_saved == Some(true) && before.number() < file.number());
    let is_told = |step: &TrailStep| {
        step.before.as_ref() == Some(&before.sha256) || own.is_some_and(|own| own.digest == step.digest)
    };
    file.sha256 == before.sha256 || file.steps.iter().any(is_told)
}

/// How a file of the chain stands.
fn member(files: &[TrailFile], place: usize, latest: usize, members: &BTreeSet<usize>) -> Standing {
    let file = &files[place];
    let own: BTreeSet<&str> = file.steps.iter().map(|step| &*step.digest).collect();
    let has_all = |before: &usize| files[*before].steps.iter().all(|step| own.contains(&*step.digest));
    let mut before = members.iter().filter(|other| **other != place && began_from(file, &files[**other]));
    match (place == latest, file.is_as_saved) {
        _ if !before.all(has_all) => Standing::Cut,
        (true, Some(true)) => Standing::Latest,
        (true, Some(false)) => Standing::Changed,
        (true, None) if file.steps.is_empty() && files.len() == 1 => Standing::NoTrail,
        (true, None) if file.steps.is_empty() => Standing::Apart,
        (true, None) => Standing::Unsealed,
        (false, Some(false)) => Standing::Edited,
        (false, _) => Standing::Before,
    }
}
