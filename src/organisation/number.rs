//! Counts and places as files, requests and replies carry them.

/// A count or a place in 32 bits; one that is larger is told as the largest there is.
pub fn saturating(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
