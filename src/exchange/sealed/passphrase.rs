//! Passphrases that are made up by chance, and the bytes of any.

/// Letters and digits that are not mistaken for one another, read or heard: 32 of them, five bits each.
const LETTERS: &[u8; 32] = b"abcdefghijkmnpqrstuvwxyz23456789";

/// Random bytes that a passphrase is made of, a letter each.
const RANDOM: usize = 20;

/// The entropy of a generated passphrase, in bits.
pub const GENERATED_BITS: u32 = 100;

/// A passphrase of random bytes: five groups of four letters.
pub fn generated(random: [u8; RANDOM]) -> String {
    // 32 divides 256: every letter is as likely.
    let letters: Vec<char> = random.iter().map(|byte| char::from(LETTERS[usize::from(byte % 32)])).collect();
    let groups: Vec<String> = letters.chunks(4).map(|group| group.iter().collect()).collect();
    groups.join("-")
}
