//! Several files as one: a ZIP archive whose files lie in it as they are, which every system opens without a program.

/// The day that files get which have none: the first that the form of archives knows.
const DAY: u16 = 0x21;

/// Names are in UTF-8.
const UTF8: u16 = 0x800;

/// The version of the form that whoever reads it must know.
const VERSION: u16 = 20;

/// One archive of files, each under its name; none where they are more than an archive of this form holds. The same files
/// give the same bytes.
pub fn bundle(files: &[(String, Vec<u8>)]) -> Option<Vec<u8>> {
    let (mut out, mut directory) = (Vec::new(), Vec::new());
    for (name, content) in files {
        let at = u32::try_from(out.len()).ok()?;
        let described = description(name, content)?;
        out.extend(b"PK\x03\x04");
        out.extend(&described);
        out.extend(name.as_bytes());
        out.extend(content);
        directory.extend(b"PK\x01\x02");
        directory.extend(VERSION.to_le_bytes());
        directory.extend(&described);
        // No remark, the first part, nothing of the system's own.
        directory.extend([0; 10]);
        directory.extend(at.to_le_bytes());
        directory.extend(name.as_bytes());
    }
    let (count, at) = (u16::try_from(files.len()).ok()?, u32::try_from(out.len()).ok()?);
    let size = u32::try_from(directory.len()).ok()?;
    out.extend(directory);
    out.extend(b"PK\x05\x06\x00\x00\x00\x00");
    out.extend([count, count].into_iter().flat_map(u16::to_le_bytes));
    out.extend([size, at].into_iter().flat_map(u32::to_le_bytes));
    out.extend([0; 2]);
    Some(out)
}

/// What stands of a file both before it and in the directory.
fn description(name: &str, content: &[u8]) -> Option<Vec<u8>> {
    let size = u32::try_from(content.len()).ok()?;
    let mut out = Vec::with_capacity(26);
    // The version, the form of names, no compression, the time and the day.
    out.extend([VERSION, UTF8, 0, 0, DAY].into_iter().flat_map(u16::to_le_bytes));
    out.extend([checksum(content), size, size].into_iter().flat_map(u32::to_le_bytes));
    out.extend([u16::try_from(name.len()).ok()?, 0].into_iter().flat_map(u16::to_le_bytes));
    Some(out)
}

/// CRC-32, as archives have it.
fn checksum(bytes: &[u8]) -> u32 {
    let step = |mut sum: u32, byte: &u8| {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = if sum & 1 == 1 { (sum >> 1) ^ 0xEDB8_8320 } else { sum >> 1 };
        }
        sum
    };
    !bytes.iter().fold(u32::MAX, step)
}

#[cfg(test)]
mod tests {
    use std::io::{Cursor, Read as _};

    use super::bundle;

    #[test]
    fn another_program_finds_each_file_as_it_was() {
        let files = [("förvaltning.json".to_owned(), b"{\"a\": 1}".to_vec()), ("tom.eml".to_owned(), Vec::new())];
        let bytes = bundle(&files).expect("it fits");
        let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).expect("it is an archive");
        assert_eq!(archive.len(), 2);
        for (name, content) in &files {
            let mut read = Vec::new();
            archive.by_name(name).expect("it is there").read_to_end(&mut read).expect("its sum is right");
            assert_eq!(&read, content);
        }
        assert_eq!(bundle(&files), Some(bytes));
    }

    #[test]
    fn an_archive_of_nothing_is_one() {
        let bytes = bundle(&[]).expect("it fits");
        assert_eq!(zip::ZipArchive::new(Cursor::new(bytes)).expect("it is an archive").len(), 0);
    }
}
