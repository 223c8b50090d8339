//! What the page and the programs in their workers say to each other. A message is the bytes of its number and of one of
//! these; what is large comes beside it, as the browser has it.

use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};

/// What the page says to a program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum ToProgram {
    /// A file is to be opened. It comes beside, unless it has an address to be fetched from.
    Open {
        /// What the file is called.
        name: String,
        /// The address of the file, on the page's own site.
        url: Option<String>,
    },
    /// A question, whose bytes come beside, is to be answered.
    Answer,
    /// The findings of the open file are to be counted on a day, as year, month and day with hyphens: `make bench` asks.
    Count(String),
    /// The bytes of the open file are to be given to the page, which keeps them. They are given once.
    Base,
    /// The program of sheets is to know what the open file holds. The engine's answer comes beside, as the bytes it came
    /// in: the page does not look into the people of a whole city.
    Know,
}

/// What a program says to the page, about the message with the same number.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
pub enum FromProgram {
    /// How far it has come.
    Progress(Progress),
    /// The file was fetched before now, at this time in milliseconds since 1970: the server was not reached.
    Fetched(u64),
    /// The bytes of the file, for the page to keep, are beside; nothing where they have been given before.
    Base,
    /// The answer, whose bytes are beside.
    Reply,
    /// The counts are beside, as JSON.
    Counted,
    /// There is no answer: an HTTP status, or a word for what went wrong.
    Failed(String),
}

/// How far a load has come.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
pub struct Progress {
    /// What is being done.
    pub stage: LoadStage,
    /// How much of it is done, in bytes; of a file of sheets as a part of one.
    pub done: f64,
    /// How much there is to do, in the same measure; 0 where that is not known.
    pub total: f64,
}

/// The parts of a load.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum LoadStage {
    /// The file is on its way.
    Fetch,
    /// The file is being read.
    Read,
}

/// The bytes of a message with this number.
pub fn pack(number: u32, said: &impl Serialize) -> Vec<u8> {
    // Plain data of known size: writing it into memory does not fail.
    postcard::to_allocvec(&(number, said)).unwrap_or_default()
}

/// The number of a message, and what it says; nothing where the bytes are no message.
pub fn unpack<T: DeserializeOwned>(bytes: &[u8]) -> Option<(u32, T)> {
    postcard::from_bytes(bytes).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_message_arrives_as_it_was_sent() {
        let progress = Progress { stage: LoadStage::Read, done: 1.5, total: 1e12 };
        let messages = [
            FromProgram::Progress(progress),
            FromProgram::Fetched(1_795_000_000_000),
            FromProgram::Base,
            FromProgram::Reply,
            FromProgram::Counted,
            FromProgram::Failed("404".into()),
        ];
        for message in [ToProgram::Answer, ToProgram::Base, ToProgram::Know] {
            assert_eq!(unpack(&pack(7, &message)), Some((7, message)));
        }
        for (number, message) in (u32::MAX - 9..).zip(messages) {
            assert_eq!(unpack(&pack(number, &message)), Some((number, message)));
        }
        assert_eq!(unpack::<ToProgram>(&[]), None);
        assert_eq!(unpack::<ToProgram>(&[1, 9]), None);
    }

    #[test]
    fn the_bench_writes_its_messages_byte_by_byte() {
        let open = ToProgram::Open { name: "b.json".into(), url: None };
        assert_eq!(pack(1, &open), b"\x01\x00\x06b.json\x00");
        assert_eq!(pack(2, &ToProgram::Count("2026-01-01".into())), b"\x02\x02\x0a2026-01-01");
        assert_eq!(pack(2, &FromProgram::Counted), [2, 4]);
        assert_eq!(pack(2, &FromProgram::Failed(String::new())), [2, 5, 0]);
    }
}
