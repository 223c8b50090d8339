//! The language of the product: words that must not stand in what the page, the report and the command line say,
//! because another word is the one for the concept. `docs/glossary.md` has the words that do.

#![allow(clippy::disallowed_methods, reason = "tests run natively, where the standard library is at hand")]

use std::fs;
use std::path::{Path, PathBuf};

/// Swedish words, each with the one to write. Matched as whole words, in whatever case.
const SWEDISH: &[(&str, &str)] = &[
    ("skall", "ska"),
    ("anmärkning", "avvikelse, påpekande"),
    ("anmärkningar", "avvikelser, påpekanden"),
    ("anmärka", "se över"),
    ("iakttagelse", "avvikelse"),
    ("iakttagelser", "avvikelser"),
    ("lucka", "avvikelse"),
    ("luckor", "avvikelser"),
    ("täckning", "uppföljning"),
    ("täckningen", "uppföljningen"),
    ("ledamot", "medlem"),
    ("ledamöter", "medlemmar"),
    ("förseglad", "krypterad"),
    ("förseglade", "krypterade"),
    ("portabel", "fristående"),
    ("hash", "kontrollsumma"),
    ("hashar", "kontrollsummor"),
    ("slags", "typ"),
    ("pröva igen", "försök igen"),
    ("vid sidan av matrisen", "utanför matrisen"),
    ("upphör", "går ut"),
    ("lämnas ut", "följer med"),
    ("slår till", "ger avvikelse"),
    ("taggar", "etiketter"),
];

/// English words, each with the one to write.
const ENGLISH: &[(&str, &str)] = &[
    ("amiss", "gap"),
    ("anew", "again"),
    ("remark", "gap, issue"),
    ("remarks", "gaps, issues"),
    ("whoever was", "the person who was"),
    ("by chance", "at random"),
    ("beside the matrix", "outside the matrix"),
    ("sealed", "encrypted"),
    ("portable", "stand-alone"),
    ("situation picture", "overview"),
    ("e-mail", "email"),
    ("telephone", "phone"),
    ("lapse", "expire"),
    ("lapses", "expires"),
    ("trainings", "training courses"),
    ("security protection", "protective security"),
];

#[test]
fn what_is_said_keeps_to_the_words_of_the_product() {
    let mut wrong = Vec::new();
    for path in sources(Path::new("src/text")) {
        let source = fs::read_to_string(&path).expect("a source can be read");
        for (at, line) in source.lines().enumerate() {
            for text in literals(line) {
                let said = outside_braces(text).to_lowercase();
                for (word, instead) in SWEDISH.iter().chain(ENGLISH) {
                    if holds(&said, word) {
                        wrong.push(format!("{}:{}: “{word}” (write: {instead}) in {text}", path.display(), at + 1));
                    }
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_word_is_found_whole_and_not_within_another() {
    assert!(holds("filen är förseglad.", "förseglad"));
    assert!(!holds("skallen", "skall"));
    assert!(!holds(&outside_braces("{trainings}: {named}"), "trainings"));
    assert_eq!(literals(r#"word(language, "ett \"två\"", "Three") // "four""#), [r#"ett \"två\""#, "Three"]);
    assert!(literals("/// Says \"amiss\".").is_empty());
}

/// The files of a folder and those below it, but for tests: what they quote is said elsewhere.
fn sources(folder: &Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder of sources") {
        let path = entry.expect("an entry").path();
        if path.is_dir() {
            found.extend(sources(&path));
        } else if path.file_stem().is_none_or(|stem| stem != "tests") {
            found.push(path);
        }
    }
    found.sort();
    found
}

/// The texts in quotes on a line that people read: with a space, or beginning with a large letter. Keys of the format
/// have neither.
fn literals(line: &str) -> Vec<&str> {
    if line.trim_start().starts_with("//") {
        return Vec::new();
    }
    let line = line.split_once("// ").map_or(line, |(code, _)| code);
    let mut found = Vec::new();
    let mut begun = None;
    let mut escaped = false;
    for (at, letter) in line.char_indices() {
        match letter {
            _ if escaped => escaped = false,
            '\\' => escaped = true,
            '"' => match begun.take() {
                None => begun = Some(at + 1),
                Some(start) => found.push(&line[start..at]),
            },
            _ => {}
        }
    }
    found.retain(|text| text.contains(' ') || text.starts_with(char::is_uppercase));
    found
}

/// A text without what is put into it.
fn outside_braces(text: &str) -> String {
    let mut depth = 0;
    let kept = text.chars().filter(|letter| {
        depth += i32::from(*letter == '{');
        let keep = depth == 0;
        depth -= i32::from(*letter == '}');
        keep
    });
    kept.collect()
}

fn holds(said: &str, word: &str) -> bool {
    said.match_indices(word).any(|(at, _)| {
        let before = said[..at].chars().next_back();
        let after = said[at + word.len()..].chars().next();
        !before.is_some_and(char::is_alphabetic) && !after.is_some_and(char::is_alphabetic)
    })
}
