//! The language of the product: words that must not stand in what the page, the report, the sheets, the example, the
//! documents and the command line say, because another word is the one for the concept. `docs/glossary.md` has the
//! words that do.

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
    ("taggarna", "etiketterna"),
    ("hemlig", "sekretessbelagd"),
    ("hemligt", "sekretessbelagt"),
    ("hemliga", "sekretessbelagda"),
    ("ägare", "ansvarig"),
    ("verkan", "effekt"),
    ("rådet mot brott", "brottsförebyggande rådet"),
    ("läs in sidan", "ladda om sidan"),
    ("filen säger", "framgår, står i filen"),
    ("risken säger", "enligt risken"),
    ("uppdraget säger", "enligt uppdraget"),
    ("säger inte vad", "saknar uppgift om"),
    ("parterna", "samverkansparterna"),
    ("av det här slaget", "av samma typ"),
    ("skattas", "uppskattas"),
    ("historiken säger", "av historiken framgår, i historiken står"),
    ("ändringsfil säger", "i ändringsfilen står"),
    ("sidan data säger", "på sidan Data står"),
    ("regeln säger", "enligt regeln"),
    ("regeln vill", "enligt regeln"),
    ("regeln håller", "regeln är uppfylld"),
    ("håller inte", "är inte uppfylld"),
    ("håller helt", "är helt uppfylld"),
    ("slutar att hålla", "går ut"),
    ("faller först", "går ut först, tillkommer först"),
    ("inget faller", "inga nya avvikelser"),
    ("nästa fall", "nästa"),
    ("föregående fall", "föregående"),
    ("bör ske", "ska göras, bör göras"),
    ("gicks igenom senast", "gicks senast igenom"),
    ("lagd åt sidan", "räknas inte med"),
    ("lagda åt sidan", "räknas inte med"),
    ("fast ordning", "bestämd ordning"),
    ("passerar", "överskrider"),
    ("passeras", "överskrids"),
    ("i ring", "cirkelberoende"),
    ("går inte att säga", "går inte att avgöra"),
    ("tas inte med", "importeras inte"),
    ("öppnas en annan fil", "om du öppnar en annan fil"),
    ("ställ dig på", "välj"),
    ("ledamoten", "medlemmen"),
    ("bedömd på nytt", "ny bedömning"),
    ("hålls varje roll", "följs reglerna"),
    ("längsta avbrott", "acceptabel avbrottstid"),
    ("längsta acceptabla avbrott", "acceptabel avbrottstid"),
    ("förordnad av", "utsedd av"),
    ("antagande", "fastställande"),
    ("ni själva", "du själv"),
    ("json vill", "så som JSON kräver"),
    ("läs då in sidan", "ladda då om sidan"),
    ("lämna ut", "skapa ett utdrag"),
    ("är tagen", "är genomförd"),
    ("tagna", "genomförda"),
    ("antaget", "fastställt"),
    ("antagen", "fastställd"),
    ("filens dag", "filens datum"),
    ("slutdag", "slutdatum"),
    ("slutdagen", "slutdatumet"),
    ("ny sista dag", "nytt slutdatum"),
    ("filens sha-256", "filens kontrollsumma (SHA-256)"),
    ("reglernas sha-256", "reglernas kontrollsumma (SHA-256)"),
    ("underlagets sha-256", "underlagets kontrollsumma (SHA-256)"),
    ("profil", "mall"),
    ("profilen", "mallen"),
    ("har vad som krävs", "uppfyller kraven"),
    ("något brister", "det finns avvikelser"),
    ("det som brister", "avvikelserna"),
    ("gick igenom senast", "gick senast igenom"),
    ("senast granskad", "senast genomgången"),
    ("enligt 18:13", "enligt 18 kap. 13 § OSL"),
    ("lag 2006", "lagen (2006:544)"),
    ("lagen 2023", "lagen (2023:196)"),
    ("säkerhetsskyddslagen 2018", "säkerhetsskyddslagen (2018:585)"),
    ("efter arbetsmiljölagen", "enligt arbetsmiljölagen"),
    ("VD", "vd"),
    ("retur", "Enter"),
    ("fält due", "när åtgärden ska vara klar"),
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
    ("council on crime", "crime prevention council"),
    ("whoever runs", "the people who run"),
    ("ceases to be", "no longer is"),
    ("stands so", "is in that state"),
    ("worth a thought", "to review"),
    ("mend", "fix, correct"),
    ("previous drop", "previous"),
    ("next drop", "next"),
    ("stand on a day", "choose a date"),
    ("not taken in", "not imported"),
    ("judged anew", "reassessed"),
    ("swedish act 2", "Swedish Act (2…)"),
    ("is every role held", "are the rules met"),
    ("at least once in", "at least every"),
    ("to coverage", "to compliance"),
    ("fire training that", "fire training course that"),
];

/// English words that stand in the documents, as names that the format and the programs have, and nowhere else.
const ENGLISH_NAMES: &[(&str, &str)] = &[
    ("whoever is", "the person who is"),
    ("profile", "template"),
    ("judged", "assessed, checked"),
    ("not rated", "not assessed"),
    ("receiver", "recipient"),
    ("routine", "procedure"),
    ("ends on", "expires on"),
    ("of this kind", "of this type"),
    ("the rule holds", "the rule is met"),
    ("taken out", "removed"),
    ("put it right", "fix"),
    ("set aside", "not counted"),
    ("cannot be said", "cannot be determined"),
    ("cannot be told", "cannot be determined"),
    ("a training", "a training course"),
    ("given up", "cancelled"),
    ("told", "said, stated"),
    ("the training", "the training course"),
    ("has taken", "has completed"),
    ("training is taken", "training course is completed"),
    ("has ended", "has expired"),
    ("have ended", "have expired"),
    ("ended on", "expired on"),
    ("exception ends", "exception expires"),
    ("exceptions end", "exceptions expire"),
    ("lapsed", "expired"),
    ("mended", "fixed"),
    ("demands", "requires"),
    ("no rule asks", "no rule requires"),
    ("rule asks", "rule requires"),
    ("not asked", "not concerned"),
    ("sealing", "encrypting"),
    ("judge", "assess"),
    ("sha-256 of", "checksum (SHA-256) of"),
    ("the sha-256", "the checksum (SHA-256)"),
    ("whoever", "the person who"),
    ("report faults", "report accessibility problems"),
];

#[test]
fn what_is_said_keeps_to_the_words_of_the_product() {
    assert_kept(&sources(Path::new("src/text")), ALL, |source| {
        let said = spoken(source).into_iter();
        said.map(|(line, text)| (line, outside_braces(&text))).collect()
    });
}

#[test]
fn the_example_the_rules_and_what_a_browser_says_before_the_page_has_come_keep_to_them_too() {
    let mut files = sources(Path::new("src/coverage/packs"));
    files.extend(sources(Path::new("src/risk/built_in")));
    files.extend(
        ["public/example.json", "public/boot.js", "index.html", "src/report/msbfs_2015_5.json", "src/browser/alarm.rs"]
            .map(PathBuf::from),
    );
    // An edition is as it was when it was frozen.
    let said = |line: &str| literals(line).into_iter().map(str::to_owned).collect();
    assert_kept(&files, ALL, by_line(|line| if line.contains("\"sha256\":") { Vec::new() } else { said(line) }));
}

#[test]
fn an_apostrophe_is_curly_in_what_is_said() {
    let mut files = sources(Path::new("src/text"));
    files.extend(sources(Path::new("src/coverage/packs")));
    files.extend(sources(Path::new("src/risk/built_in")));
    let is_straight = |text: &str| {
        let letters: Vec<char> = text.chars().collect();
        letters
            .windows(3)
            .any(|at| matches!(at, [before, '\'', after] if before.is_alphabetic() && after.is_alphabetic()))
    };
    assert!(is_straight("the file's") && !is_straight("the file’s"));
    let mut wrong = Vec::new();
    for path in files {
        let source = fs::read_to_string(&path).expect("a source can be read");
        let is_code = path.extension().is_some_and(|extension| extension == "rs");
        let said = if is_code { spoken(&source) } else { by_line(|line| vec![line.to_owned()])(&source) };
        let said = said.into_iter().filter(|(_, text)| is_straight(text));
        wrong.extend(said.map(|(line, text)| format!("{}:{line}: {text}", path.display())));
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn headings_of_sheets_keep_to_them_and_only_what_is_read_does_not() {
    assert_kept(&sources(Path::new("src/exchange/field")), ALL, |source| {
        spoken(source).into_iter().filter(|(_, text)| text.starts_with(char::is_uppercase)).collect()
    });
}

#[test]
fn the_documents_keep_to_them_outside_names_and_code() {
    let mut files = sources(Path::new("docs"));
    files.retain(|path| path.extension().is_some_and(|extension| extension == "md"));
    files.extend(
        ["README.md", "CONTRIBUTING.md", "ARCHITECTURE.md", "DECISIONS.md", "SECURITY.md", "CHANGELOG.md"]
            .map(PathBuf::from),
    );
    assert_kept(&files, &[ENGLISH], by_line(|line| vec![prose(line)]));
}

#[test]
fn of_a_line_of_a_document_names_addresses_and_headings_are_left_out() {
    assert_eq!(prose("A `sealed` file, see [it](sealed.md)."), "A  file, see [it].");
    assert_eq!(prose("### trainings"), "");
    assert_eq!(prose("a_telephone_number here"), "here");
}

/// Words of both languages, and those that only documents may hold.
const ALL: &[&[(&str, &str)]] = &[SWEDISH, ENGLISH, ENGLISH_NAMES];

/// Expects that no text that `said` finds in the files, each with its line, holds a word that is not to be written.
fn assert_kept(files: &[PathBuf], words: &[&[(&str, &str)]], said: impl Fn(&str) -> Vec<(usize, String)>) {
    assert!(!files.is_empty());
    let mut wrong = Vec::new();
    for path in files {
        let source = fs::read_to_string(path).expect("a source can be read");
        for (line, text) in said(&source) {
            // A training is a course, whatever is said of it.
            let small = text.to_lowercase().replace("training course", "course");
            for (word, instead) in words.iter().copied().flatten() {
                // A word with a large letter is sought as it stands.
                let within = if word.contains(char::is_uppercase) { &text } else { &small };
                if holds(within, word) {
                    wrong.push(format!("{}:{line}: “{word}” (write: {instead}) in {text}", path.display()));
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
    assert_eq!(
        spoken("// \"No\"\nlet a = '\"';\nsay(\"One \\\n    two\", \"Three\nfour\", \"key\");"),
        [(3, "One two".to_owned()), (4, "Three\nfour".to_owned())]
    );
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

/// The texts of the lines of a source, by what finds those of one.
fn by_line(said: impl Fn(&str) -> Vec<String>) -> impl Fn(&str) -> Vec<(usize, String)> {
    move |source| {
        let lines = (1..).zip(source.lines());
        lines.flat_map(|(at, line)| said(line).into_iter().map(move |text| (at, text)).collect::<Vec<_>>()).collect()
    }
}

/// The texts in quotes of a Rust source that people read, each with the line that it begins on: with a space, or beginning
/// with a large letter. A text may go on over several lines.
fn spoken(source: &str) -> Vec<(usize, String)> {
    let letters: Vec<char> = source.chars().collect();
    let is = |at: usize, wanted: &str| {
        wanted.chars().zip(letters.iter().skip(at)).filter(|(a, b)| a == *b).count() == wanted.chars().count()
    };
    let (mut found, mut line, mut at) = (Vec::new(), 1, 0);
    while at < letters.len() {
        let begun = line;
        match letters[at] {
            '/' if is(at, "//") => at += letters[at..].iter().take_while(|letter| **letter != '\n').count(),
            '\'' if is(at, "'\"'") => at += 3,
            '\'' if is(at, "'\\\"'") => at += 4,
            '"' => {
                let mut text = String::new();
                at += 1;
                while at < letters.len() && letters[at] != '"' {
                    line += usize::from(letters[at] == '\n');
                    if letters[at] == '\\' && letters.get(at + 1) == Some(&'\n') {
                        // The text goes on where the next line begins.
                        line += 1;
                        at += 2;
                        at += letters[at..].iter().take_while(|letter| **letter == ' ').count();
                        continue;
                    }
                    if letters[at] == '\\' {
                        text.push(letters[at]);
                        at += 1;
                    }
                    text.extend(letters.get(at));
                    at += 1;
                }
                at += 1;
                if text.contains(' ') || text.starts_with(char::is_uppercase) {
                    found.push((begun, text));
                }
            }
            letter => {
                line += usize::from(letter == '\n');
                at += 1;
            }
        }
    }
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

/// A line of a document without code, addresses and names of files and tests. Headings are names that the format has.
fn prose(line: &str) -> String {
    if line.starts_with("##") || line.trim_start().starts_with(['"', '{']) {
        return String::new();
    }
    let spoken: String = line.split('`').step_by(2).collect();
    let mut parts = spoken.split("](");
    let mut kept = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        kept.push(']');
        kept.push_str(part.split_once(')').map_or("", |(_, rest)| rest));
    }
    kept.split(' ').filter(|word| !word.contains('_') && !word.contains(".md")).collect::<Vec<_>>().join(" ")
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
