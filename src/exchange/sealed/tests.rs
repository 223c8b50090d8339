use super::*;

fn head(length: u64) -> Head {
    Head { rounds: ROUNDS, salt: [7; 16], nonce: [9; 12], length }
}

/// A sealed file whose content is as long as a tag and a few bytes.
fn file() -> Vec<u8> {
    let sealed = [3_u8; TAG + 5];
    [&head(sealed.len() as u64).bytes()[..], &sealed].concat()
}

#[test]
fn what_is_written_is_read() {
    let file = file();
    let (read, sealed) = open(&file).expect("a sealed file");
    assert_eq!((read, sealed), (head(sealed.len() as u64), &[3_u8; TAG + 5][..]));
    assert!(is_sealed(&file));
}

#[test]
fn every_truncation_is_refused_and_so_is_anything_appended() {
    let file = file();
    for length in 0..file.len() {
        let wanted = if length == 0 { SealRefusal::NotSealed } else { SealRefusal::Cut };
        assert_eq!(open(&file[..length]).err(), Some(wanted), "cut after {length} bytes");
    }
    for byte in [0, b'\n', 0xff] {
        assert_eq!(open(&[&file[..], &[byte]].concat()).err(), Some(SealRefusal::Longer));
    }
}

#[test]
fn every_flipped_bit_of_the_head_is_refused_or_changes_what_is_authenticated() {
    let file = file();
    for bit in 0..file.len() * 8 {
        let mut flipped = file.clone();
        flipped[bit / 8] ^= 1 << (bit % 8);
        let Ok((read, sealed)) = open(&flipped) else { continue };
        assert!(bit >= 12 * 8, "bit {bit} is of what is always alike");
        assert!((FEWEST_ROUNDS..=MOST_ROUNDS).contains(&read.rounds));
        // What is authenticated is what stands in the file: it differs from what was sealed, as this does.
        assert_eq!([&read.bytes()[..], sealed].concat(), flipped);
    }
}

#[test]
fn absurd_parameters_are_refused_before_any_work() {
    let with = |at: usize, bytes: &[u8]| {
        let mut changed = file();
        changed[at..at + bytes.len()].copy_from_slice(bytes);
        open(&changed).err()
    };
    for rounds in [0, 1, FEWEST_ROUNDS - 1, MOST_ROUNDS + 1, 1 << 30, u32::MAX] {
        assert_eq!(with(12, &rounds.to_be_bytes()), Some(SealRefusal::Rounds(rounds)));
    }
    for rounds in [FEWEST_ROUNDS, MOST_ROUNDS] {
        assert_eq!(with(12, &rounds.to_be_bytes()), None);
    }
    assert_eq!(with(8, &[2]), Some(SealRefusal::Newer(2)));
    assert_eq!(with(9, &[0]), Some(SealRefusal::Method));
    assert_eq!(with(44, &u64::MAX.to_be_bytes()), Some(SealRefusal::Cut));
    assert_eq!(with(44, &0_u64.to_be_bytes()), Some(SealRefusal::Cut));
}

#[test]
fn another_file_is_not_taken_for_a_sealed_one() {
    for other in [&b"{\"format\": 1}"[..], b"", b"PK\x03\x04", b"\x89PNG\r\n\x1a\n"] {
        assert_eq!(open(other).err(), Some(SealRefusal::NotSealed));
    }
}

#[test]
fn a_generated_passphrase_has_the_entropy_it_is_said_to_have() {
    let random: [u8; 20] = std::array::from_fn(|at| u8::try_from(at * 13).unwrap_or_default());
    let made = generated(random);
    assert_eq!(made.len(), 24, "{made}");
    assert_eq!(made.chars().filter(|c| *c != '-').count() * 5, GENERATED_BITS as usize);
    let letters: std::collections::BTreeSet<String> = (0..=255).map(|byte| generated([byte; 20])).collect();
    assert_eq!(letters.len(), 32, "every letter is one of 32");
}

#[test]
fn a_sealed_file_gets_its_name_back() {
    assert_eq!(opened_name(&sealed_name("a.json")), "a.json");
    assert_eq!(opened_name("b.json"), "b.json");
    assert_eq!(opened_name(".sealed"), ".sealed");
}
