//! The container of a sealed file: what its bytes are, and what is refused before any work is done. The cryptography is
//! the browser's; `docs/sealed.md` describes the format byte by byte.
//!
//! The head says how the key is made and how long the rest is, and it is authenticated with the rest: nothing in it can
//! be changed without being noticed. Its numbers are bounded, so that a file cannot ask for hours of work.

use serde::{Deserialize, Serialize};

mod passphrase;
#[cfg(test)]
mod tests;

pub use self::passphrase::{GENERATED_BITS, generated};

/// Bytes of the head.
pub const HEAD: usize = 52;

/// Bytes by which what is sealed is longer than what it was: the tag of AES-GCM.
pub const TAG: usize = 16;

/// The first bytes: one that is no text, the name, and one that a text transfer would change.
pub const MAGIC: [u8; 8] = *b"\x89OMBUD\x1a\n";

/// Rounds of PBKDF2 that a new file is sealed with.
pub const ROUNDS: u32 = 800_000;

/// The fewest rounds that are accepted.
pub const FEWEST_ROUNDS: u32 = 600_000;

/// The most rounds that are accepted: some seconds of work.
pub const MOST_ROUNDS: u32 = 10_000_000;

/// The version of the container.
const VERSION: u8 = 1;

/// PBKDF2 with HMAC-SHA-256, and AES-256 in Galois/Counter Mode with a tag of 128 bits.
const METHODS: [u8; 2] = [1, 1];

/// The head of a sealed file.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Head {
    /// Rounds of PBKDF2.
    pub rounds: u32,
    /// What the passphrase is salted with.
    pub salt: [u8; 16],
    /// The nonce of the cipher. Salt and nonce are random, and new for every file.
    pub nonce: [u8; 12],
    /// Bytes after the head.
    pub length: u64,
}

/// Why a file is not opened. Nothing has been computed then but what the last two need.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub enum SealRefusal {
    /// The file does not begin as a sealed file does.
    NotSealed,
    /// The file ends before its head does, or before the length that the head says.
    Cut,
    /// There is more after its end.
    Longer,
    /// The file is of a later version of the format.
    Newer(u8),
    /// The file asks for a way of sealing that there is none of.
    Method,
    /// The file asks for fewer rounds than are safe, or more than are sensible.
    Rounds(u32),
    /// The passphrase is empty.
    NoPassphrase,
    /// The passphrase is another, or the file has been changed.
    Wrong,
    /// The browser offers no cryptography here: it does in secure contexts only, https or this computer.
    NoCryptography,
}

impl Head {
    /// The head as bytes: what is authenticated beside the content.
    pub fn bytes(&self) -> [u8; HEAD] {
        let mut bytes = [0; HEAD];
        let mut at = 0;
        let mut put = |part: &[u8]| {
            bytes[at..at + part.len()].copy_from_slice(part);
            at += part.len();
        };
        put(&MAGIC);
        put(&[VERSION, METHODS[0], METHODS[1], 0]);
        put(&self.rounds.to_be_bytes());
        put(&self.salt);
        put(&self.nonce);
        put(&self.length.to_be_bytes());
        bytes
    }
}

/// Whether a file that begins with these bytes is a sealed one, whole or cut short: no text begins as one does.
pub fn is_sealed(beginning: &[u8]) -> bool {
    let length = beginning.len().min(MAGIC.len());
    length > 0 && beginning[..length] == MAGIC[..length]
}

/// Takes a sealed file apart: its head, and what is sealed.
pub fn open(file: &[u8]) -> Result<(Head, &[u8]), SealRefusal> {
    if !is_sealed(file) {
        return Err(SealRefusal::NotSealed);
    }
    let (head, sealed) = file.split_at_checked(HEAD).ok_or(SealRefusal::Cut)?;
    if head[8] != VERSION {
        return Err(if head[8] > VERSION { SealRefusal::Newer(head[8]) } else { SealRefusal::Method });
    }
    if head[9..11] != METHODS || head[11] != 0 {
        return Err(SealRefusal::Method);
    }
    let rounds = u32::from_be_bytes(part(head, 12));
    if !(FEWEST_ROUNDS..=MOST_ROUNDS).contains(&rounds) {
        return Err(SealRefusal::Rounds(rounds));
    }
    let length = u64::from_be_bytes(part(head, 44));
    let there = sealed.len() as u64;
    if length > there || length < TAG as u64 {
        return Err(SealRefusal::Cut);
    }
    if length < there {
        return Err(SealRefusal::Longer);
    }
    Ok((Head { rounds, salt: part(head, 16), nonce: part(head, 32), length }, sealed))
}

/// Some bytes of a head that is whole.
fn part<const N: usize>(head: &[u8], from: usize) -> [u8; N] {
    let mut bytes = [0; N];
    bytes.copy_from_slice(&head[from..from + N]);
    bytes
}

/// What a file is called once it is sealed.
pub fn sealed_name(name: &str) -> String {
    format!("{name}.sealed")
}

/// What a sealed file was called before.
pub fn opened_name(name: &str) -> &str {
    name.strip_suffix(".sealed").filter(|name| !name.is_empty()).unwrap_or(name)
}
