//! A draft as it is stored in the browser between visits: whether one is whole, which one comes back with which file, and whose
//! writing counts where two write.
//!
//! Time never decides: clocks are set back. Every writing has a [`StoredDraft::sequence`] of its own, one above the highest
//! that the browser has kept, and the higher is the newer.

/// The version of the form drafts are kept in. One of a higher version was kept by a newer page.
pub const VERSION: u32 = 1;

/// A draft as it is kept: the journal, and the file it began with by its hash.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct StoredDraft {
    /// Names the draft: made up at random when work on a file begins.
    pub id: String,
    /// What the file is called.
    pub name: String,
    /// Where the file was fetched; empty for a file of the reader's own.
    pub address: String,
    /// What the municipality of the file is called, in Swedish; empty in a draft that an earlier version kept.
    pub municipality: String,
    /// The SHA-256 of the file's text, in hexadecimal. Its bytes are kept under it, once for all drafts.
    pub base: String,
    /// The changes, written down by the engine.
    pub journal: String,
    /// Items that differ from the file.
    pub unsaved: u32,
    /// When it was kept, in milliseconds since 1970: to be shown, not to be compared.
    pub when: u64,
    /// Which writing of all this is.
    pub sequence: u32,
    /// The version of the page that kept the draft.
    pub build: String,
}

impl StoredDraft {
    /// The checksum of everything in it, in hexadecimal. It is there against damage, not against people: whoever can
    /// write a kept draft can write its checksum.
    pub fn sum(&self) -> String {
        self.sum_after(self.sum_before_number())
    }

    /// The checksum of what is known before the writing has its number: nearly all of it.
    pub fn sum_before_number(&self) -> Checksum {
        let (unsaved, when) = (self.unsaved.to_string(), self.when.to_string());
        Checksum::EMPTY.and(&[&self.id, &self.name, &self.address, &self.base, &self.journal, &unsaved, &when])
    }

    /// The checksum of everything in it, after [`StoredDraft::sum_before_number`], in hexadecimal.
    pub fn sum_after(&self, before_number: Checksum) -> String {
        let mut sum = before_number.and(&[&self.sequence.to_string(), &self.build]);
        // Drafts of earlier versions have no municipality, and keep their checksums.
        if !self.municipality.is_empty() {
            sum = sum.and(&[&self.municipality]);
        }
        format!("{:016x}", sum.0)
    }
}

/// FNV-1a of 64 bits over texts, as far as it has come.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Checksum(u64);

impl Checksum {
    const EMPTY: Self = Self(0xcbf2_9ce4_8422_2325);

    fn and(self, parts: &[&str]) -> Self {
        let Self(mut sum) = self;
        let mut take = |byte: u8| sum = (sum ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
        for part in parts {
            // A plain loop: the page is built for size, and a journal can be megabytes.
            for &byte in part.as_bytes() {
                take(byte);
            }
            // A byte that no text holds ends each part, so that nothing can move from one to the next unseen.
            take(0xff);
        }
        Self(sum)
    }
}

/// Why the browser does not keep something, or give it back.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// The browser has no storage for this page: a sandboxed frame, or a setting.
    Absent,
    /// There is no room left.
    Full,
    /// Storing failed for another reason.
    Failed,
}

/// What was found where a draft is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FoundDraft {
    /// The key that the draft is stored under.
    pub key: String,
    /// The draft, as far as it could be read.
    pub kept: StoredDraft,
    /// Whether the draft can be used.
    pub condition: Condition,
}

/// Whether a kept draft can be used.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Condition {
    /// The stored draft is as it was written.
    Whole,
    /// A newer version of the page has kept it.
    Newer,
    /// The stored draft is not as it was written.
    Damaged,
}

impl FoundDraft {
    /// Judges what was found under a key: its version and checksum, where it has them.
    pub fn new(key: String, kept: StoredDraft, version: Option<u32>, sum: Option<&str>) -> Self {
        let condition = match version {
            Some(version) if version > VERSION => Condition::Newer,
            Some(VERSION) if sum == Some(&*kept.sum()) && kept.id == key => Condition::Whole,
            _ => Condition::Damaged,
        };
        Self { key, kept, condition }
    }

    fn is_free(&self, held: &[String]) -> bool {
        self.condition == Condition::Whole && self.kept.unsaved > 0 && !held.contains(&self.kept.id)
    }
}

/// The draft to bring back when a file with this hash is opened: the one written last of those that no open tab holds.
pub fn to_restore<'f>(found: &'f [FoundDraft], base: &str, held: &[String]) -> Option<&'f StoredDraft> {
    let fits = found.iter().filter(|found| found.is_free(held) && found.kept.base == base);
    fits.map(|found| &found.kept).max_by_key(|kept| kept.sequence)
}

/// The draft to offer when a file is opened from an address: work on another version of it, written last of those that
/// no open tab holds.
pub fn of_address<'f>(found: &'f [FoundDraft], address: &str, base: &str, held: &[String]) -> Option<&'f StoredDraft> {
    let same = |found: &&FoundDraft| !address.is_empty() && found.kept.address == address && found.kept.base != base;
    let fits = found.iter().filter(|found| found.is_free(held)).filter(same);
    fits.map(|found| &found.kept).max_by_key(|kept| kept.sequence)
}

/// The draft to offer when the example is opened: work on a file that was fetched nowhere, written last of those that no
/// open tab holds.
pub fn of_ones_own<'f>(found: &'f [FoundDraft], held: &[String]) -> Option<&'f FoundDraft> {
    let own = found.iter().filter(|found| found.is_free(held) && found.kept.address.is_empty());
    own.max_by_key(|found| found.kept.sequence)
}

/// Whether a draft may be written over the one kept under its id: only by whoever wrote that one, or where there is
/// none. A tab that was asleep while another went on with its draft writes beside it instead.
pub fn may_write(there: Option<u32>, mine: u32) -> bool {
    there.is_none_or(|there| there == mine)
}

/// The number of the next writing, after the last of all and the writer's own.
pub fn next_writing(last: Option<u32>, mine: u32) -> u32 {
    last.unwrap_or_default().max(mine).saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn kept(id: &str, base: &str, sequence: u32) -> StoredDraft {
        StoredDraft {
            id: id.into(),
            name: "organisation.json".into(),
            address: "https://kommun.example/organisation.json".into(),
            municipality: "Ekby kommun".into(),
            base: base.into(),
            journal: "{}".into(),
            unsaved: 1,
            when: 1_795_000_000_000,
            sequence,
            build: "0.1.0".into(),
        }
    }

    fn whole(kept: StoredDraft) -> FoundDraft {
        let sum = kept.sum();
        FoundDraft::new(kept.id.clone(), kept, Some(VERSION), Some(&sum))
    }

    #[test]
    fn work_on_a_file_of_ones_own_is_offered_and_other_work_is_not() {
        let own = |id: &str, sequence| whole(StoredDraft { address: String::new(), ..kept(id, "b", sequence) });
        let found = [own("a", 1), own("b", 3), whole(kept("c", "b", 4)), own("d", 2)];
        let offered = |held: &[&str]| {
            let held: Vec<String> = held.iter().map(|id| (*id).to_owned()).collect();
            of_ones_own(&found, &held).map(|found| found.key.clone())
        };
        assert_eq!([offered(&[]), offered(&["b"])], [Some("b".to_owned()), Some("d".to_owned())]);
        assert_eq!(of_ones_own(&found[2..3], &[]), None);
    }

    #[test]
    fn a_draft_is_whole_when_nothing_of_it_has_changed() {
        let one = kept("a", "b", 1);
        assert_eq!(whole(one.clone()).condition, Condition::Whole);
        let sum = one.sum();
        let others = [
            StoredDraft { journal: "{ }".into(), ..one.clone() },
            StoredDraft { unsaved: 2, ..one.clone() },
            StoredDraft { municipality: "Björkby kommun".into(), ..one.clone() },
            StoredDraft { municipality: String::new(), ..one.clone() },
            StoredDraft { sequence: 2, ..one.clone() },
            StoredDraft { name: String::new(), address: format!("{}{}", one.name, one.address), ..one.clone() },
        ];
        for other in others {
            assert_eq!(FoundDraft::new("a".into(), other, Some(VERSION), Some(&sum)).condition, Condition::Damaged);
        }
        assert_eq!(FoundDraft::new("a".into(), one.clone(), Some(VERSION), None).condition, Condition::Damaged);
        assert_eq!(FoundDraft::new("another".into(), one, Some(VERSION), Some(&sum)).condition, Condition::Damaged);
    }

    #[test]
    fn a_draft_kept_before_municipalities_were_named_is_whole_still() {
        let earlier = StoredDraft { municipality: String::new(), ..kept("a", "b", 1) };
        assert_eq!(earlier.sum(), "33fdcdc9bbaa59f3", "the checksum that those versions wrote");
    }

    #[test]
    fn a_draft_of_a_newer_page_is_told_from_a_damaged_one() {
        let newer = FoundDraft::new("a".into(), StoredDraft::default(), Some(VERSION + 1), None);
        assert_eq!(newer.condition, Condition::Newer);
        assert_eq!(FoundDraft::new("a".into(), StoredDraft::default(), None, None).condition, Condition::Damaged);
    }

    #[test]
    fn the_draft_written_last_comes_back_whatever_the_clock_said() {
        let older = StoredDraft { when: 1_900_000_000_000, ..kept("older", "base", 4) };
        let found = [whole(older), whole(kept("newer", "base", 5)), whole(kept("other", "another base", 9))];
        assert_eq!(to_restore(&found, "base", &[]).map(|kept| &*kept.id), Some("newer"));
    }

    #[test]
    fn a_draft_that_a_tab_holds_or_that_is_damaged_or_empty_does_not_come_back() {
        let damaged = FoundDraft { condition: Condition::Damaged, ..whole(kept("damaged", "base", 9)) };
        let empty = whole(StoredDraft { unsaved: 0, ..kept("empty", "base", 8) });
        let found = [damaged, empty, whole(kept("held", "base", 7))];
        assert_eq!(to_restore(&found, "base", &["held".into()]), None);
    }

    #[test]
    fn work_on_another_version_of_an_address_is_offered() {
        let address = kept("a", "old", 1).address;
        let mut found = vec![whole(kept("old", "old", 1)), whole(kept("this", "new", 2))];
        found.push(whole(StoredDraft { address: String::new(), ..kept("own", "old", 3) }));
        assert_eq!(of_address(&found, &address, "new", &[]).map(|kept| &*kept.id), Some("old"));
        assert_eq!(of_address(&found, "", "new", &[]), None);
    }

    #[test]
    fn a_stale_tab_does_not_write_over_newer_work() {
        assert!(may_write(None, 0));
        assert!(may_write(None, 3), "what was wiped is written anew");
        assert!(may_write(Some(3), 3));
        assert!(!may_write(Some(4), 3));
        assert!(!may_write(Some(2), 3));
    }
}
