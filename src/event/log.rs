//! What has been done while something happened: an entry for each tick and note, in the order they were made.
//!
//! Entries are only ever added. A tick that is taken back and a note that is changed are entries too, so that nothing
//! is lost and what two tabs add can be put together.

use crate::organisation::value::Label;

/// Whether someone has been reached.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Tick {
    /// Someone was reached: they answered.
    Reached,
    /// Someone was not reached: they did not answer.
    NotReached,
    /// What was ticked is taken back.
    Cleared,
}

/// An act that is logged.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum LoggedAct {
    /// Someone was ticked.
    Tick {
        /// The key of the call.
        key: String,
        /// The name of the person or unit then.
        name: String,
        /// Reached or not.
        tick: Tick,
    },
    /// A note was written.
    Note {
        /// What the note says.
        text: String,
    },
    /// A note was changed.
    Edit {
        /// The number of its entry.
        of: u32,
        /// What the note says from then on.
        text: String,
    },
}

/// Something that was done.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct LogEntry {
    /// The number of the entry in the log, from 1. The order, whatever the clock says: it may be set back.
    pub number: u32,
    /// When, in milliseconds since 1970.
    pub at: u64,
    /// The act that was logged.
    pub what: LoggedAct,
}

/// The log of one event.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Log {
    /// Whose organisation it is about: the name of the municipality, or of its file.
    pub owner: String,
    /// The address of the page that shows it: what happens, as a route.
    pub address: String,
    /// What happens, in words.
    pub name: Label,
    /// What was done, in order.
    pub entries: Vec<LogEntry>,
}

/// The letters of a note, at most.
pub const MOST_LETTERS: usize = 4_000;

/// Milliseconds within which two tabs begin one log, each with an entry of its own: less than it takes to end an event and
/// to begin another.
const AT_ONCE: u64 = 3_000;

/// Whether two logs begin with one entry, or began at one moment.
fn began_together(one: &[LogEntry], other: &[LogEntry]) -> bool {
    let (Some(one), Some(other)) = (one.first(), other.first()) else { return true };
    (one.at == other.at && one.what == other.what) || one.at.abs_diff(other.at) <= AT_ONCE
}

impl Log {
    /// Adds an entry, its number one more than the last.
    pub fn add(&mut self, at: u64, what: LoggedAct) {
        let number = self.entries.last().map_or(1, |last| last.number.saturating_add(1));
        self.entries.push(LogEntry { number, at, what });
    }

    /// Takes in what has been kept elsewhere meanwhile: that comes first, then what this log alone has, with numbers that
    /// go on.
    pub fn take_in(&mut self, kept: Vec<LogEntry>) {
        let own = std::mem::replace(&mut self.entries, kept);
        let mut renumbered: Vec<(u32, u32)> = Vec::new();
        for LogEntry { number, at, mut what } in own {
            if let LoggedAct::Edit { of, .. } = &mut what {
                *of = renumbered.iter().find(|(before, _)| before == of).map_or(*of, |(_, now)| *now);
            }
            let known =
                self.entries.iter().find(|entry| entry.at == at && entry.what == what).map(|entry| entry.number);
            let now = known.unwrap_or_else(|| {
                self.add(at, what);
                self.entries.last().map_or(number, |entry| entry.number)
            });
            renumbered.push((number, now));
        }
    }

    /// Takes in what the browser keeps of this log by now; whether this one has entries that are missing there, as where two
    /// tabs have written at once. A kept log that began otherwise is another, begun after this one was cleared: nothing of
    /// this one is taken into it.
    pub fn catch_up(&mut self, kept: Vec<LogEntry>) -> bool {
        if !began_together(&self.entries, &kept) {
            self.entries = kept;
            return false;
        }
        let known = kept.len();
        self.take_in(kept);
        self.entries.len() > known
    }

    /// How someone was ticked last, and when; none where they were not, or it was taken back.
    pub fn ticked(&self, key: &str) -> Option<(Tick, u64)> {
        let of = |entry: &LogEntry| match &entry.what {
            LoggedAct::Tick { key: ticked, tick, .. } if ticked == key => Some((*tick, entry.at)),
            _ => None,
        };
        self.entries.iter().rev().find_map(of).filter(|(tick, _)| *tick != Tick::Cleared)
    }

    /// What a note says now, and when it was changed last, where it was.
    pub fn note<'l>(&'l self, entry: &'l LogEntry) -> Option<(&'l str, Option<u64>)> {
        let LoggedAct::Note { text } = &entry.what else { return None };
        let changed = |later: &'l LogEntry| match &later.what {
            LoggedAct::Edit { of, text } if *of == entry.number => Some((text.as_str(), Some(later.at))),
            _ => None,
        };
        Some(self.entries.iter().rev().find_map(changed).unwrap_or((text, None)))
    }

    /// When the first and the last entry were made.
    pub fn span(&self) -> Option<(u64, u64)> {
        Some((self.entries.first()?.at, self.entries.last()?.at))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tick(key: &str, tick: Tick) -> LoggedAct {
        LoggedAct::Tick { key: key.into(), name: key.into(), tick }
    }

    #[test]
    fn of_two_logs_that_began_as_one_every_entry_is_there_once_and_edits_follow_their_notes() {
        let note = |text: &str| LoggedAct::Note { text: text.into() };
        let mut own = Log::default();
        own.add(10, note("both"));
        let mut kept = own.clone();
        kept.add(20, note("theirs"));
        own.add(30, note("mine"));
        own.add(40, LoggedAct::Edit { of: 2, text: "mine, changed".into() });
        own.take_in(kept.entries.clone());
        let said: Vec<_> = own.entries.iter().filter_map(|entry| Some((entry.number, own.note(entry)?.0))).collect();
        assert_eq!(said, [(1, "both"), (2, "theirs"), (3, "mine, changed")]);
        let once = own.clone();
        own.take_in(kept.entries);
        assert_eq!(own.entries, once.entries, "a second time adds nothing");
    }

    fn logged(all: &[(u64, &str)]) -> Log {
        let mut log = Log::default();
        for (at, text) in all {
            log.add(*at, LoggedAct::Note { text: (*text).into() });
        }
        log
    }

    #[test]
    fn an_entry_that_another_tab_wrote_over_is_missing_in_what_is_kept_and_comes_after_it() {
        let mut own = logged(&[(10, "both"), (60_000, "mine")]);
        assert!(own.catch_up(logged(&[(10, "both"), (60_001, "theirs")]).entries));
        assert_eq!(own, logged(&[(10, "both"), (60_001, "theirs"), (60_000, "mine")]));
    }

    #[test]
    fn nothing_is_missing_where_what_is_kept_has_all_entries() {
        let mut own = logged(&[(10, "both")]);
        let kept = logged(&[(10, "both"), (60_000, "theirs")]);
        assert!(!own.catch_up(kept.entries.clone()));
        assert_eq!(own, kept);
        assert!(!Log::default().catch_up(kept.entries), "a tab that has just opened the log lacks nothing");
    }

    #[test]
    fn two_tabs_that_catch_up_with_each_other_come_to_one_log() {
        let mut one = logged(&[(10, "both"), (60_000, "mine")]);
        let mut other = logged(&[(10, "both"), (60_001, "theirs")]);
        other.add(60_002, LoggedAct::Edit { of: 2, text: "theirs, changed".into() });
        assert!(one.catch_up(other.entries.clone()));
        assert!(!other.catch_up(one.entries.clone()));
        assert_eq!(one, other);
        assert_eq!(one.note(&one.entries[1]), Some(("theirs, changed", Some(60_002))));
    }

    #[test]
    fn a_log_that_was_cleared_and_begun_anew_stays_without_what_was_cleared() {
        let mut own = logged(&[(10, "old"), (20, "old too")]);
        let kept = logged(&[(60_000, "new")]);
        assert!(!own.catch_up(kept.entries.clone()));
        assert_eq!(own, kept);
    }

    #[test]
    fn two_tabs_that_begin_a_log_at_once_lose_neither_entry() {
        let mut own = logged(&[(60_000, "mine")]);
        assert!(own.catch_up(logged(&[(60_002, "theirs")]).entries));
        assert_eq!(own, logged(&[(60_002, "theirs"), (60_000, "mine")]));
    }

    #[test]
    fn the_last_tick_counts_and_can_be_taken_back() {
        let mut log = Log::default();
        log.add(10, tick("a", Tick::NotReached));
        log.add(20, tick("b", Tick::Reached));
        log.add(30, tick("a", Tick::Reached));
        assert_eq!(log.ticked("a"), Some((Tick::Reached, 30)));
        log.add(40, tick("a", Tick::Cleared));
        assert_eq!((log.ticked("a"), log.ticked("b")), (None, Some((Tick::Reached, 20))));
        assert_eq!(log.entries.len(), 4, "what was ticked before stays in the log");
    }

    #[test]
    fn the_order_is_that_of_the_entries_also_when_the_clock_is_set_back() {
        let mut log = Log::default();
        log.add(7_200_000, tick("a", Tick::NotReached));
        log.add(3_600_000, tick("a", Tick::Reached));
        assert_eq!(log.entries.iter().map(|entry| entry.number).collect::<Vec<_>>(), [1, 2]);
        assert_eq!(log.ticked("a"), Some((Tick::Reached, 3_600_000)));
    }

    #[test]
    fn a_note_that_is_changed_says_so_and_keeps_what_it_said() {
        let mut log = Log::default();
        log.add(10, LoggedAct::Note { text: "Reservkraft igång".into() });
        assert_eq!(log.note(&log.entries[0]), Some(("Reservkraft igång", None)));
        log.add(20, LoggedAct::Edit { of: 1, text: "Reservkraft igång 14.10".into() });
        assert_eq!(log.note(&log.entries[0]), Some(("Reservkraft igång 14.10", Some(20))));
        assert_eq!(log.note(&log.entries[1]), None);
        assert!(matches!(&log.entries[0].what, LoggedAct::Note { text } if text == "Reservkraft igång"));
    }
}
