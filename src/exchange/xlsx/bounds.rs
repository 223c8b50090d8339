//! Whether an archive may be unpacked: what it says of itself, and what it does.

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::parts;
use crate::exchange::read::Refusal;
use crate::organisation::number::saturating;

/// How large a workbook may be inside.
pub(super) struct WorkbookBounds {
    /// Bytes of all its parts together, unpacked.
    pub(super) bytes: u64,
    /// Parts of the workbook, at most.
    pub(super) parts: u32,
    /// Bytes unpacked for each byte packed, of parts beyond `small`.
    pub(super) ratio: u64,
    /// Bytes up to which a part may be as dense as it likes.
    pub(super) small: u64,
}

/// The bounds of every workbook. Sheets of a hundred thousand like rows are some forty times smaller packed.
pub(super) const BOUNDS: WorkbookBounds = WorkbookBounds { bytes: 768 << 20, parts: 2_000, ratio: 400, small: 8 << 20 };

/// Refuses what grows too large, by the archive's own word and then by unpacking it to nowhere: its word may be false.
pub(super) fn check(bytes: &[u8], bounds: &WorkbookBounds) -> Result<(), Refusal> {
    let mut archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| Refusal::Damaged)?;
    let parts = saturating(archive.len());
    if parts > bounds.parts {
        return Err(Refusal::TooManyParts { limit: bounds.parts });
    }
    let bomb = Err(Refusal::Bomb { limit: bounds.bytes });
    let mut said = 0_u64;
    for part in 0..archive.len() {
        let part = archive.by_index_raw(part).map_err(|_| Refusal::Damaged)?;
        said = said.saturating_add(part.size());
        if said > bounds.bytes || too_dense(part.size(), part.compressed_size(), bounds) {
            return bomb;
        }
    }
    whose(&mut archive)?;
    let mut left = bounds.bytes;
    let mut buffer = vec![0; 1 << 16];
    for part in 0..archive.len() {
        let mut part = archive.by_index(part).map_err(|error| match error {
            ZipError::UnsupportedArchive(ZipError::PASSWORD_REQUIRED) => Refusal::Protected,
            _ => Refusal::Damaged,
        })?;
        let (packed, mut unpacked) = (part.compressed_size(), 0_u64);
        loop {
            let count = part.read(&mut buffer).map_err(|_| Refusal::Damaged)? as u64;
            if count == 0 {
                break;
            }
            unpacked += count;
            left = left.saturating_sub(count);
            if left == 0 || too_dense(unpacked, packed, bounds) {
                return bomb;
            }
        }
    }
    Ok(())
}

fn too_dense(unpacked: u64, packed: u64, bounds: &WorkbookBounds) -> bool {
    unpacked > bounds.small && unpacked / packed.max(1) > bounds.ratio
}

/// Refuses archives that are no workbook of the kind that is read: one whose main part is one of sheets, whatever it is
/// called.
fn whose(archive: &mut ZipArchive<Cursor<&[u8]>>) -> Result<(), Refusal> {
    let main = parts::main_part(archive).unwrap_or_default();
    let has = |wanted: &str| archive.file_names().flatten().any(|name| name.eq_ignore_ascii_case(wanted));
    match () {
        () if has("xl/workbook.bin") || (has("content.xml") && has("mimetype")) => Err(Refusal::OtherWorkbook),
        () if has("xl/workbook.xml") => Ok(()),
        // Beside the main part of a document there are no sheets.
        () if has(&main) && archive.file_names().flatten().any(|name| is_sheet(&name)) => Ok(()),
        () => Err(Refusal::NotAWorkbook),
    }
}

/// Whether a part is where sheets are kept.
fn is_sheet(name: &str) -> bool {
    name.to_ascii_lowercase().contains("worksheets/")
}
